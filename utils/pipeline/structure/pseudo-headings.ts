import { eachOf, type Steps } from '../steps';
import { type Block, WAS_HEADING } from './blocks';
import type { SectionContext } from './build-sections';
import { boilerplate, MOST_BOILERPLATE } from './headings-together';
import { findInterviewQuestions } from './interviews';
import { findBoxWording } from './native-headings';
import { longestHeading } from './split-lines';
import { fold, repeats } from './text';
import { boxLabel, itemNames, minorNames, subheadNames } from './wordings';

/** A paragraph under a heading has at least this many characters. */
const answerLength = 80;
/** As many short lines of one class that name an entry each, and no two the same, are the entries' headings. */
const NAMES = 4;
/** As many blocks of one shape, most of them over plain text, are a series. */
const seriesLength = 3;
const labelAndValue = /^[^:：]{1,40}[:：]\s?\S/u;
const price = /(^|\s)[$€£¥₹]\s?\d|\d\s?[$€£¥₹](\s|$)/u;
const fullStop = /[.。।۔!…]["”’»)]*$/u;
const dateline = /^[\p{Lu}\s.,'’/-]{3,40}(,\s\p{L}{3,9}\.?\s\d{1,2})?\s?(\([\p{L} ]{2,12}\))?\s?[-–—:]+$/u;

const isPlain = (block: Block | undefined): boolean =>
  block !== undefined && block.kind === 'text' && !block.bold && !(block.capitals && block.text.length < longestHeading);

function hasClassSign({ element, className }: Block): boolean {
  const inner = element.childElementCount === 1 ? (element.firstElementChild?.getAttribute('class') ?? '') : '';
  return (className !== '' && subheadNames.test(className)) || (inner !== '' && subheadNames.test(inner.slice(0, 200)));
}

/** A sentence that announces what follows, and names nothing. */
const announcement =
  /^(here(['’]s| is| are)|below|the following|these are|this is|let(['’]s| us)|before |now )|(as follows|following|below|\b(is|are|was|were|this|these|those|like|include|includes|including|says?|said|by|with|for|to|of|as|that|and|or|if you|from|fast))\s?[:：]$|(as follows|below)$/iu;

/** The word before a colon, where more stands after it; numbers and "Q" are no labels. */
function readLabel(text: string): string {
  const start = text.slice(0, 60);
  const label = /^([^:：\d]{2,31})[:：]\s?\S/.exec(start)?.[1] ?? '';
  if (!label || /^(q|step|tip|day|part)\b/i.test(label)) return '';
  return /^[a-z]/i.test(label) || /^\p{L}/u.test(label) ? label.toLowerCase() : '';
}

interface Series {
  count: number;
  /** How many different texts; and whether a longer block looks the same, so that the look is no heading's. */
  texts: Set<string>;
  isOfText: boolean;
  /** How many have anything but a heading or one of their own right after them. */
  over: number;
  /** How many have text that is plain and long enough right after them. */
  answered: number;
}

function readSeries(blocks: readonly Block[]): Map<string, Series> {
  const all = new Map<string, Series>();
  blocks.forEach((block, index) => {
    if (block.kind === 'matter') return;
    const series = all.get(block.shape) ?? { count: 0, texts: new Set(), isOfText: false, over: 0, answered: 0 };
    all.set(block.shape, series);
    series.isOfText ||= block.text.length > longestHeading;
    if (block.text.length > longestHeading) return;
    series.count++;
    series.texts.add(block.text);
    let next = blocks[index + 1];
    if (next && next.kind !== 'heading' && next.shape !== block.shape) series.over++;
    if (next?.kind === 'matter') next = blocks[index + 2];
    if (isPlain(next) && (next as Block).shape !== block.shape && (next as Block).text.length >= answerLength) series.answered++;
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

function isCentred({ element }: Block): boolean {
  const says = (at: Element | null) =>
    at !== null &&
    (at.getAttribute('align') === 'center' ||
      /text-align:\s*center/i.test(at.getAttribute('style') ?? '') ||
      /(align|text)-?center/i.test((at.getAttribute('class') ?? '').slice(0, 200)));
  return says(element) || (element.childElementCount === 1 && says(element.firstElementChild));
}

/** A list that holds one item, over a paragraph: an editor's numbered heading. */
export function findLoneList(block: Block): Element | null {
  const list = block.element.closest('li')?.parentElement ?? null;
  return list && list.firstElementChild === list.lastElementChild && fold(list.textContent) === fold(block.text) ? list : null;
}

/** `checklistItemName` says what `checklist-item-name` says. */
const splitCamel = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2');

/** Whether something in the look of a block makes it a candidate at all. */
function hasStyleSign(block: Block, series: Series, bodySize: number | null): boolean {
  if (block.kind === 'summary' || block.bold || block.underlined) return true;
  const isSeries = series.count >= 2 && series.answered >= 0.5 * series.count;
  if (block.inside.list && block.text.length <= 80 && isSeries && findLoneList(block)?.localName === 'ol') return true;
  if (block.capitals) return isSeries || (block.text.length >= 8 && series.count === 1 && series.answered === 1);
  if (isSeries && block.size !== null && bodySize !== null && block.size >= 1.15 * bodySize) return true;
  if (hasClassSign(block) && series.count >= 2 && series.over >= 0.9 * series.count) return true;
  const isDistinct = series.count >= NAMES && series.texts.size === series.count && !series.isOfText;
  return isDistinct && series.over >= 0.9 * series.count && block.linked < 0.5 && itemNames.test(splitCamel(block.className));
}

/** A list of nothing but links stands right after it: the way to other articles. */
function leadsToLinks(blocks: readonly Block[], index: number): boolean {
  let links = 0;
  for (let at = index + 1; at < blocks.length && (blocks[at] as Block).inside.list; at++) {
    if ((blocks[at] as Block).linked < 0.9) return false;
    links++;
  }
  return links > 0;
}

/** Why a candidate is no heading, or null. */
function refuse(blocks: readonly Block[], index: number, series: Series, context: SectionContext): string | null {
  const block = blocks[index] as Block;
  const { text, inside } = block;
  const next = blocks[index + 1];
  const isSeries = series.count >= seriesLength && series.answered >= 0.6 * series.count;
  if (inside.apart || inside.figure || inside.table) return 'stands-apart';
  if (inside.quote) return 'in-quotation';
  if (minorNames.test(splitCamel(block.className))) return 'minor-name';
  if (text.length > longestHeading || !(/[a-z]{2}/i.test(text) || /\p{L}[\p{L}\p{M}]/u.test(text))) return 'length';
  if (repeats(text, context.title)) return 'title-repeated';
  if (context.byline && repeats(text.replace(/^by\s+/i, ''), context.byline)) return 'byline';
  if (!/^[A-Z\d]/.test(text) && /^\p{Ll}/u.test(text) && !block.isNumbered) return 'small-letter';
  if (/[,;،、]$/u.test(text)) return 'unfinished';
  if (block.linked >= 0.95 && !(isSeries && (block.isNumbered || series.answered >= 0.8 * series.count))) return 'link';
  if (/^["“«„].*["”»]$/u.test(text)) return 'quotation';
  if (/^[([（［【].*[)\]）］】]$/u.test(text)) return 'aside';
  if (findBoxWording(text)) return 'box-wording';
  if (boxLabel.test(text)) return 'box-label';
  if (/[-–—:]$/.test(text) && dateline.test(text) && (index < 4 || !/[:：]$/u.test(text))) return 'dateline';
  if (index < 8 && /^([Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|От|Автор)[\s:：]\s?\p{Lu}/u.test(text) && text.length < 60)
    return 'byline';
  if (!block.isNumbered && (price.test(text) || (labelAndValue.test(text) && !/[?？]$/u.test(text) && text.length < 60 && !isSeries)))
    return 'label';
  if (block.kind !== 'summary' && fullStop.test(text) && !block.isNumbered && !(isSeries && text.length <= 80)) return 'full-stop';
  if (inside.list && !findLoneList(block) && block.kind !== 'summary') return 'in-list';
  if (isCentred(block) && !block.isNumbered) return 'centred';
  if (!next) return 'heads-nothing';
  // A bold first line is a lead, unless more of its kind follow.
  if (index === 0 && !isSeries && !block.isNumbered && text.length > 60 && !/[?？]$/u.test(text)) return 'lead';
  if (boilerplate.test(text) && blocks.length - index - 1 <= MOST_BOILERPLATE) return 'boilerplate';
  const text2 = next.kind === 'matter' ? blocks[index + 2] : next;
  if (!text2) return 'heads-nothing';
  if (next.kind === 'heading') return 'over-heading';
  if (
    text2.kind === 'text' &&
    text2.bold &&
    text2.text.length <= longestHeading &&
    !text2.inside.list &&
    block.kind !== 'summary' &&
    next.kind !== 'matter'
  )
    return 'over-bold';
  if (next.shape === block.shape && next.kind === block.kind && block.kind !== 'summary') return 'same-shape';
  if (leadsToLinks(blocks, index)) return 'over-links';
  if (
    /[:：]$/u.test(text) &&
    (announcement.test(text) || text.length > 70 || (next.inside.list && (text.length > 45 || series.count === 1)))
  )
    return 'lead-in';
  const after = text2.kind === 'text' ? text2.text.length : 0;
  // What it is and how much, again and again.
  const isPair = blocks[index + 2]?.shape === block.shape || blocks[index - 2]?.shape === block.shape;
  const isValue = after < answerLength && !fullStop.test(text2.text);
  if (isPair && isValue && series.count >= seriesLength && series.answered < 0.3 * series.count && !block.isNumbered) return 'label-list';
  // A motto, or the name under a rubric, may stand between an entry's heading and its text.
  const isEntry = block.isNumbered || (series.count >= NAMES && series.texts.size === series.count);
  const isOverText = isEntry && isPlain(blocks[index + 2]) && (blocks[index + 2] as Block).text.length >= answerLength;
  if (!isSeries && !isOverText && after < 40 && !text2.inside.list && text2.kind !== 'matter') return 'over-short-line';
  if (!isSeries && index >= blocks.length - 2 && blocks.length > 6 && after < 120) return 'near-end';
  return null;
}

/**
 * The indexes of the blocks that only look like headings and are ones; and of those that look like headings too, but are none, with the
 * reason.
 */
export function* findPseudoHeadings(
  blocks: readonly Block[],
  context: SectionContext,
): Steps<{ found: ReadonlySet<number>; refused: ReadonlyMap<number, string> }> {
  const allSeries = readSeries(blocks);
  const bodySize = readBodySize(blocks);
  // "Principle: …" again and again is a run-in label, whatever follows it.
  const labels = new Map<string, number>();
  for (const { text, kind } of blocks) {
    const label = kind === 'text' ? readLabel(text) : '';
    if (label) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  const found: number[] = [];
  const refused = new Map<number, string>();
  yield* eachOf(blocks, (block, index) => {
    if ((block.kind !== 'text' && block.kind !== 'summary') || block.shape.startsWith(WAS_HEADING)) return;
    const series = allSeries.get(block.shape) ?? { count: 1, texts: new Set<string>(), isOfText: false, over: 0, answered: 0 };
    if (!hasStyleSign(block, series, bodySize)) return;
    const reason = (labels.get(readLabel(block.text)) ?? 0) < 3 ? refuse(blocks, index, series, context) : 'run-in-label';
    if (reason === null) found.push(index);
    else refused.set(index, reason);
  });
  for (const index of findInterviewQuestions(blocks, found)) refused.set(index, 'interview-question');
  return { found: new Set(found.filter((index) => !refused.has(index))), refused };
}
