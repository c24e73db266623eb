import type { Block } from './blocks';
import type { SectionContext } from './build-sections';
import { findInterviewQuestions } from './interviews';
import { findBoxWording } from './native-headings';
import { longestHeading } from './split-lines';
import { fold, repeats } from './text';
import { boxLabel, subheadNames } from './wordings';

/** A paragraph under a heading has at least this many characters. */
const answerLength = 80;
/** As many blocks of one shape, most of them over plain text, are a series. */
const seriesLength = 3;
const labelAndValue = /^[^:：]{1,40}[:：]\s?\S/u;
const price = /(^|\s)[$€£¥₹]\s?\d|\d\s?[$€£¥₹](\s|$)/u;
const fullStop = /[.。।۔!…]["”’»)]*$/u;
const dateline = /^[\p{Lu}\s.,'’/-]{3,40}(,\s\p{L}{3,9}\.?\s\d{1,2})?\s?(\((ap|reuters|afp|cnn|efe|dpa|ani|pti|upi|tass|xinhua)\))?\s?[-–—:]+$/iu;

const isPlain = (block: Block | undefined): boolean =>
  block !== undefined && block.kind === 'text' && !block.bold && !(block.capitals && block.text.length < longestHeading);

function hasClassSign(block: Block): boolean {
  const parent = block.element.parentElement;
  const only = parent && parent.childElementCount === 1 ? (parent.getAttribute('class') ?? '') : '';
  const inner = block.element.childElementCount === 1 ? (block.element.firstElementChild?.getAttribute('class') ?? '') : '';
  return [block.element.getAttribute('class') ?? '', only, inner].some((name) => name !== '' && subheadNames.test(name.slice(0, 200)));
}

interface Series {
  count: number;
  /** How many have text that is plain and long enough right after them. */
  answered: number;
}

function readSeries(blocks: readonly Block[]): Map<string, Series> {
  const all = new Map<string, Series>();
  blocks.forEach((block, index) => {
    if (block.kind === 'matter' || block.text.length > longestHeading) return;
    const series = all.get(block.shape) ?? { count: 0, answered: 0 };
    series.count++;
    let next = blocks[index + 1];
    if (next?.kind === 'matter') next = blocks[index + 2];
    if (isPlain(next) && (next as Block).shape !== block.shape && (next as Block).text.length >= answerLength) series.answered++;
    all.set(block.shape, series);
  });
  return all;
}

/** The size most of the text has, in pixels; null when the markup says nothing. */
function readBodySize(blocks: readonly Block[]): number | null {
  const letters = new Map<number, number>();
  for (const { size, text } of blocks) if (size !== null) letters.set(size, (letters.get(size) ?? 0) + text.length);
  let most: [number, number] | null = null;
  for (const entry of letters) if (!most || entry[1] > most[1]) most = entry;
  return most?.[0] ?? null;
}

/** A list that holds one item, over a paragraph: an editor's numbered heading. */
function isLoneItem(block: Block): boolean {
  const item = block.element.closest('li');
  const list = item?.parentElement;
  return item !== null && list?.childElementCount === 1 && fold(list.textContent) === fold(block.text);
}

/** Whether something in the look of a block makes it a candidate at all. */
function hasStyleSign(block: Block, series: Series, bodySize: number | null): boolean {
  if (block.kind === 'summary' || block.bold || block.underlined) return true;
  const isSeries = series.count >= 2 && series.answered >= 0.5 * series.count;
  if (block.capitals) return isSeries || (block.text.length >= 8 && series.count === 1);
  if (isSeries && block.size !== null && bodySize !== null && block.size >= 1.15 * bodySize) return true;
  return hasClassSign(block) && isSeries;
}

/** Why a candidate is no heading, or null. */
function refuse(blocks: readonly Block[], index: number, series: Series, context: SectionContext): string | null {
  const block = blocks[index] as Block;
  const { text, inside } = block;
  const next = blocks[index + 1];
  const isSeries = series.count >= seriesLength && series.answered >= 0.6 * series.count;
  if (inside.apart || inside.figure || inside.table) return 'stands-apart';
  if (inside.quote) return 'in-quotation';
  if (text.length > longestHeading || !/\p{L}{2}/u.test(text)) return 'length';
  if (repeats(text, context.title)) return 'title-repeated';
  if (context.byline && repeats(text.replace(/^by\s+/i, ''), context.byline)) return 'byline';
  if (/^\p{Ll}/u.test(text) && !block.isNumbered) return 'small-letter';
  if (/[,;،、]$/u.test(text)) return 'unfinished';
  if (block.linked >= 0.95 && !(isSeries && block.isNumbered)) return 'link';
  if (/^["“«„].*["”»]$/u.test(text)) return 'quotation';
  if (findBoxWording(text)) return 'box-wording';
  if (boxLabel.test(text)) return 'box-label';
  if (dateline.test(text)) return 'dateline';
  if (/^(by|von|par|por|di|door|от|автор)[\s:：]\s?\p{Lu}/u.test(text) && text.length < 60) return 'byline';
  if (!block.isNumbered && (price.test(text) || (labelAndValue.test(text) && !/[?？]$/.test(text) && text.length < 60 && !isSeries))) return 'label';
  if (block.kind !== 'summary' && fullStop.test(text) && !block.isNumbered && !(isSeries && text.length <= 60)) return 'full-stop';
  if (inside.list && !isLoneItem(block) && block.kind !== 'summary') return 'in-list';
  if (!next) return 'heads-nothing';
  const text2 = next.kind === 'matter' ? blocks[index + 2] : next;
  if (!text2) return 'heads-nothing';
  if (next.kind === 'heading') return 'over-heading';
  if (text2.kind === 'text' && text2.bold && !text2.inside.list && text2.text.length >= 2 && !(next.kind === 'matter')) return 'over-bold';
  if (next.shape === block.shape && next.kind === block.kind && block.kind !== 'summary') return 'same-shape';
  if (/[:：]$/u.test(text) && next.inside.list && text.length > 45) return 'list-lead-in';
  const after = text2.kind === 'text' ? text2.text.length : 0;
  if (!isSeries && after < 40 && !text2.inside.list && text2.kind !== 'matter') return 'over-short-line';
  if (!isSeries && index >= blocks.length - 2 && blocks.length > 6 && after < 120) return 'near-end';
  return null;
}

/** The indexes of the blocks that only look like headings and are ones. */
export function findPseudoHeadings(blocks: readonly Block[], context: SectionContext): Set<number> {
  const allSeries = readSeries(blocks);
  const bodySize = readBodySize(blocks);
  const found: number[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== 'text' && block.kind !== 'summary') return;
    const series = allSeries.get(block.shape) ?? { count: 1, answered: 0 };
    if (hasStyleSign(block, series, bodySize) && refuse(blocks, index, series, context) === null) found.push(index);
  });
  const asked = findInterviewQuestions(blocks, found);
  return new Set(found.filter((index) => !asked.has(index)));
}
