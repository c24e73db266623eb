import { longWordsOf } from '../letters';
import { PhraseIndex } from '../phrase-index';
import type { Block } from './blocks';
import type { SectionContext } from './build-sections';
import { fold, repeats } from './text';
import { apartNames, boxLabel, boxWordings } from './wordings';

/** What becomes of a block: a section's heading, a paragraph, or nothing. `rule` names the reason in the record of removals. */
export type Verdict = { becomes: 'heading' } | { becomes: 'text' | 'drop'; rule: string };

const heading: Verdict = { becomes: 'heading' };
export const asText = (rule: string): Verdict => ({ becomes: 'text', rule });
export const dropped = (rule: string): Verdict => ({ becomes: 'drop', rule });

/** Longest native heading, in characters: above it authors used the tag for its looks. */
const longestNative = 200;
/** Class names of the line over a title. */
const kickerNames = /(^|[\s_-])(cat|category|kicker|eyebrow|rubric|overline|section-(name|label))(?=$|[\s_-])/i;
const sentence = /[.!。]["”’)]?$/u;
/** So many headings of one shape that end like sentences are how the page writes them. */
const SENTENCES = 3;
function hasSeries(blocks: readonly Block[], { shape }: Block): boolean {
  let alike = 0;
  return blocks.some((block) => block.shape === shape && sentence.test(block.text) && ++alike === SENTENCES);
}
/** Class names of the lines between the title and the text. */
const standfirstNames =
  /(^|[\s_-])(stand-?first|dek|deck|sub-?headline|sub-?title|sub-?head(ing)?|summary|excerpt|lede?|intro(duction)?|chapeau|sapo|vorspann)(?=$|[\s_-])/i;
/** The title and the standfirst are repeated near the start or not at all. */
const startBlocks = 6;

// Dates begin in no way of their own.
const [dates, worded] = [boxWordings.filter(({ rule }) => rule === 'date'), boxWordings.filter(({ rule }) => rule !== 'date')];
const anyWording = new PhraseIndex(
  worded.map(({ pattern }) => pattern.source.replace('^', '')),
  '',
);

/** What is in all that the rules for dates find; they take long to compile. */
const hasDate = /\d(?:\d{3}|[-:.h/]\d|[\s-]?min)/;

/** The wording of a box that is not the article's, or null. */
export function findBoxWording(text: string): Verdict | null {
  if (text.length > 160) return null;
  const short = (/^[a-z\d]/i.test(text) ? text : text.replace(/^[^\p{L}\p{N}©#]+/u, '')).toLowerCase();
  const wording = worded[anyWording.find(short)] ?? (hasDate.test(short) ? dates.find(({ pattern }) => pattern.test(short)) : undefined);
  return wording ? { becomes: wording.becomes, rule: wording.rule } : null;
}

/** Two thirds of the longer words of the shorter text stand in the other, and there are at least three of them. */
function sharesMostWords(one: string, other: string): boolean {
  const [less, more] = [longWordsOf(one), longWordsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  let same = 0;
  for (const word of less) if (more.has(word)) same++;
  return less.size >= 3 && same >= 0.66 * less.size;
}

/** Whether the article's title stands here again: anywhere for an h1, else near the start. */
function isTitle(block: Block, index: number, context: SectionContext): boolean {
  const titles = [context.title, ...(context.otherTitles ?? [])];
  // Right at the start, the title in other words, as the page shows it where its data says something shorter.
  if (index < 2 && block.text.length >= 15 && titles.some((title) => sharesMostWords(block.text, title))) return true;
  if (index >= startBlocks && block.rank !== 1) return false;
  // A part of what else the page calls itself may well be its first section: "What is …?" under a longer title.
  return (
    repeats(block.text, context.title) ||
    titles.some((title) => (block.rank > 1 ? fold(block.text) === fold(title) : repeats(block.text, title)))
  );
}

function isStandfirst(block: Block, index: number, context: SectionContext): boolean {
  if (index > startBlocks || !context.standfirst) return false;
  return fold(block.text) === fold(context.standfirst);
}

function standsApart(block: Block): boolean {
  if (block.inside.apart) return true;
  if (block.isNumbered) return false;
  // Not its id, which is made of its own words.
  const own = (block.element.getAttribute('class') ?? '').slice(0, 200);
  const parent = block.element.parentElement;
  const outer = parent ? `${parent.getAttribute('class') ?? ''} ${parent.id}`.slice(0, 200) : '';
  return own.length > 1 && outer.length > 1 && apartNames.test(own) && apartNames.test(outer);
}

/** What follows a heading before the next one: characters of plain text, and whether something else to see stands there. */
interface Following {
  next: Block | undefined;
  plain: number;
  linked: number;
  hasMatter: boolean;
  /** Nothing but headings and the end comes after. */
  isLast: boolean;
}

/** Reads on from a heading until enough is known. */
export function readFollowing(blocks: readonly Block[], index: number): Following {
  const following: Following = { next: blocks[index + 1], plain: 0, linked: 0, hasMatter: false, isLast: true };
  for (let at = index + 1; at < blocks.length && at < index + 12; at++) {
    const block = blocks[at] as Block;
    if (block.kind === 'heading') {
      following.isLast = false;
      break;
    }
    following.isLast = false;
    if (block.kind === 'matter') following.hasMatter = true;
    following.linked += block.text.length * block.linked;
    following.plain += block.text.length * (1 - block.linked);
  }
  return following;
}

/** Whether a heading of the page heads a section of the article. */
export function judgeNative(blocks: readonly Block[], index: number, context: SectionContext): Verdict {
  const block = blocks[index] as Block;
  const { text } = block;
  if (!text) return dropped('empty-heading');
  if (isTitle(block, index, context)) return dropped('title-repeated');
  if (isStandfirst(block, index, context)) return dropped('standfirst-repeated');
  const boxed = findBoxWording(text);
  const following = readFollowing(blocks, index);
  if (boxed)
    return boxed.becomes === 'drop' && following.plain > 400 && following.plain > 3 * following.linked ? asText(boxed.rule) : boxed;
  // The section's name over the title; a rubric over another heading.
  const isRubric = text.length <= 40 && !block.isNumbered && kickerNames.test((block.element.getAttribute('class') ?? '').slice(0, 200));
  if (index < 3 && text.length <= 40 && !block.isNumbered && block.linked >= 0.95) return dropped('kicker');
  if (isRubric && (index < 3 || following.next?.kind === 'heading')) return dropped('kicker');
  if (index < 3 && text.length >= 60 && standfirstNames.test((block.element.getAttribute('class') ?? '').slice(0, 200)))
    return asText('standfirst');
  if (text.length > longestNative) return asText('too-long');
  if (!/[a-z\d]/i.test(text) && !/[\p{L}\p{N}]/u.test(text)) return asText('no-words');
  if (block.inside.figure) return asText('in-figure');
  if (block.inside.quote && block.element.closest('blockquote')?.textContent?.trim() === block.element.textContent?.trim())
    return asText('in-quotation');
  if (standsApart(block)) return asText('stands-apart');
  if (boxLabel.test(text)) return asText('box-label');
  if (context.byline && repeats(text.replace(/^by\s+/i, ''), context.byline)) return asText('byline');
  if (block.linked >= 0.95 && !block.isNumbered) {
    if (block.inside.list) return asText('link-list');
    if (following.plain < 40) return asText('link-only');
  }
  if (following.isLast && !following.hasMatter) return asText('heads-nothing');
  // A sentence in a heading's clothes: a lead, a call, an aside. Not where the page's headings are sentences.
  const isLong = text.length > (index < 3 || block.rank >= 4 ? 50 : 80);
  if (isLong && sentence.test(text) && !block.isNumbered && !hasSeries(blocks, block)) return asText('sentence');
  if (text.length > 100 && /[.!?]\s+\p{Lu}/u.test(text) && !block.isNumbered) return asText('sentences');
  return heading;
}
