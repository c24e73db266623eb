import type { BlockTable } from './block-features';
import type { Block } from './blocks';

/** What is decided so far. `kept` is changed. */
interface Choice {
  table: Pick<BlockTable, 'good' | 'shapes'>;
  /** What Readability takes; null where it was not asked. */
  chosen: ReadonlySet<number> | null;
  kept: boolean[];
  scores: readonly number[];
  /** The score from which on a block is the article's. */
  keepFrom: number;
}

/** A heading's own text begins within so many blocks: addresses, ratings and bylines may come first. */
const REACH = 8;
/** A heading over kept text must be worse than this to go. */
const LEAST_HEADING = -2.2;
const LONGEST_SUBHEAD = 15;
/** Three of a kind are meant to be alike. */
const SERIES = 3;
/** A linked name over the paragraph that tells of it has at most so many words; a link to another article has more. */
const LONGEST_NAME = 6;
/** A call to click: its words at most, without those of the link; and the link's. Text with a better score is the article's. */
const LONGEST_CALL = 45;
const LONGEST_LINK = 5;
const BEST_CALL = 3;
/** From so many of one shape on it is how the page tells its news, not what it advertises. */
const DIGEST = 3;

const rankOf = ({ element }: Block) => Number(/^h([1-6])$/.exec(element.localName)?.[1] ?? 0);
const isLinked = ({ linkLength, text }: Block) => linkLength >= text.length / 2;

function groupBy<Key>(keys: readonly (Key | undefined)[]): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const [index, key] of keys.entries()) {
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return groups;
}

/** Short lines of one shape over kept text are subheads: they stand or fall together, as the larger part of them does. */
function settleSubheads(blocks: readonly Block[], { table, chosen, kept }: Choice): void {
  const isSubhead = (block: Block, index: number) => {
    const next = blocks[index + 1];
    if (!next || block.words > LONGEST_SUBHEAD || !kept[index + 1] || !table.good[index + 1]) return false;
    return !isLinked(block) || (block.words <= LONGEST_NAME && next.text.includes(block.text));
  };
  for (const lines of groupBy(blocks.map((block, index) => (isSubhead(block, index) ? table.shapes[index] : undefined))).values()) {
    const isKept = lines.filter((index) => kept[index]).length >= lines.length / 2;
    const isNamed = lines.length >= SERIES && lines.every((index) => chosen?.has(index) !== false && isLinked(blocks[index] as Block));
    if (lines.length > 1 && (isKept || isNamed)) for (const index of lines) kept[index] = true;
  }
}

/** A heading is kept when what it heads is, and only then. */
function settleHeadings(blocks: readonly Block[], { kept, scores, keepFrom }: Choice): void {
  const isHeading = blocks.map((block) => rankOf(block) > 0);
  for (let index = blocks.length - 1; index >= 0; index--) {
    if (!isHeading[index]) continue;
    let next = index + 1;
    while (isHeading[next]) next++;
    let headed = false;
    for (let at = next; at < blocks.length && at < next + REACH && !isHeading[at]; at++) headed ||= kept[at] === true;
    const score = scores[index] as number;
    if (!headed) kept[index] = false;
    else if (score > keepFrom || (kept[next] && score > LEAST_HEADING)) kept[index] = true;
  }
}

/** A heading, a line or two and a link to click, alone in a box: what the site offers, not what the article tells. */
function dropCalls(blocks: readonly Block[], { table, kept, scores }: Choice): void {
  blocks.forEach((block, head) => {
    if (!kept[head] || !rankOf(block) || (table.shapes[head]?.count ?? 0) >= DIGEST) return;
    let words = 0;
    for (let at = head + 1; at < blocks.length && words <= LONGEST_CALL; at++) {
      const { element, text, linkLength, words: own } = blocks[at] as Block;
      if (/^(h[1-6]|li|dd|figcaption|table|pre|button)$/.test(element.localName)) return;
      if (linkLength < 0.95 * text.length || own > LONGEST_LINK) {
        if ((scores[at] as number) > BEST_CALL) return;
        words += own;
      } else {
        const next = blocks[at + 1];
        const box = block.element.parentElement;
        const isBoxed = box?.contains(element) === true && !(next && box.contains(next.element));
        if (at > head + 1 && isBoxed) kept.fill(false, head, at + 1);
        return;
      }
    }
  });
}

/** Keeps headings with the text they head, and leaves out calls to click. Changes `choice.kept`. */
export function settleSections(blocks: readonly Block[], choice: Choice): void {
  settleSubheads(blocks, choice);
  settleHeadings(blocks, choice);
  dropCalls(blocks, choice);
}
