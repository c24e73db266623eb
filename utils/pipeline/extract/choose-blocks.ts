import type { BlockTable } from './block-features';
import { scoreBlock } from './block-model';
import type { Block } from './blocks';
import { settleSections } from './settle-sections';

/** From this score on a block is kept; found by cross-validation over domains (`scripts/train-blocks.mjs --cv`). */
const KEEP = -0.4;
/**
 * Where the second opinion has most of the running text, what stands outside its column must be this sure: teasers of other articles read like
 * paragraphs. Costs nothing on the pages it was learned from, and holds on pages unlike them.
 */
const KEEP_OUTSIDE = 2.5;
const COVERED = 0.6;
/** When the model keeps less than this share of what the second opinion is sure of, the two disagree about what the article is. */
const AGREEMENT = 0.5;

/** Words from which a paragraph tells something of its own, and how many of them in a row are no refrain. */
const LONG_PARAGRAPH = 15;
const LEAST_RUN = 3;

/** A list of nothing but links leads elsewhere where less than this share of its words is sure. */
const LINK_LIST = 0.5;
const isLinked = ({ linkLength, text }: Block) => linkLength > text.length * 0.9;

const weight = ({ words }: Block) => words + 1;

function add<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}

/** The items of a list stand or fall together, by the larger part of their words. */
function settleLists(blocks: readonly Block[], { lists: listOf }: BlockTable, kept: boolean[]): void {
  const lists = new Map<Element, number[]>();
  for (const [index, list] of listOf.entries()) if (list) add(lists, list, index);
  for (const indices of lists.values()) {
    if (indices.length < 3) continue;
    const all = indices.reduce((sum, index) => sum + weight(blocks[index] as Block), 0);
    const inside = indices.reduce((sum, index) => sum + (kept[index] ? weight(blocks[index] as Block) : 0), 0);
    if (inside > all * 0.65) for (const index of indices) kept[index] = true;
    else if (inside < all * (indices.every((index) => isLinked(blocks[index] as Block)) ? LINK_LIST : 0.25))
      for (const index of indices) kept[index] = false;
  }
}

/** Pages that hold their text twice, for wide and narrow screens, are read once: a run of paragraphs that stood there before goes. */
function dropRepeats(blocks: readonly Block[], kept: boolean[]): void {
  const long = blocks.map((_, index) => index).filter((index) => kept[index] && (blocks[index] as Block).words >= LONG_PARAGRAPH);
  const places = new Map<string, number>();
  const first = long.map((index, place) => {
    const { text } = blocks[index] as Block;
    const before = places.get(text) ?? place;
    places.set(text, before);
    return before;
  });
  for (let start = 0, end = 0; start < first.length; start = end) {
    const from = first[start] as number;
    end = start + 1;
    if (from === start) continue;
    while (end < first.length && first[end] === from + (end - start)) end++;
    if (end - start >= LEAST_RUN) for (const index of long.slice(start, end)) kept[index] = false;
  }
}

/**
 * Decides for each block whether it belongs to the article.
 *
 * @param chosen what the second opinion takes
 * @returns one answer a block, and the scores they came from
 */
export function chooseBlocks(
  blocks: readonly Block[],
  table: BlockTable,
  chosen: ReadonlySet<number>,
): { kept: boolean[]; scores: number[] } {
  const scores = table.rows.map(scoreBlock);
  const covered = table.coverage >= COVERED;
  let kept = scores.map((score, index) => score > (covered && !chosen.has(index) && !table.inChosenColumn[index] ? KEEP_OUTSIDE : KEEP));
  const words = (of: (index: number) => boolean) => blocks.reduce((sum, block, index) => sum + (of(index) ? block.words : 0), 0);
  const sure = words((index) => chosen.has(index) && table.good[index] === true);
  const both = words((index) => chosen.has(index) && table.good[index] === true && kept[index] === true);
  const own = words((index) => kept[index] === true);
  // Too little kept of what the second opinion is sure of: the larger of the two is the article, since lost text is the worse fault.
  if (sure > 60 && both < sure * AGREEMENT && sure > own)
    kept = blocks.map((_, index) => chosen.has(index) || ((scores[index] as number) > 1 && kept[index] === true));
  dropRepeats(blocks, kept);
  settleLists(blocks, table, kept);
  settleSections(blocks, { table, chosen, kept, scores, keepFrom: KEEP });
  return { kept, scores };
}
