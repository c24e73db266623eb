import { mapOf, type Steps } from '../steps';
import type { BlockTable } from './block-features';
import { scoreBlock } from './block-model';
import type { Block } from './blocks';
import { type BoxTree, holds } from './boxes';
import { readabilityChoice } from './readability-choice';
import { isInDoubt, settleDoubt } from './settle-doubt';
import { settleSections } from './settle-sections';

/** From this score on a block is kept; found by cross-validation over domains (`scripts/train-blocks.mjs --cv`). */
const KEEP = -0.4;

/** Elements of a page that Readability is asked about: it works in one go, some 20 microseconds an element. */
const MOST_ASKED = 10_000;

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

/** What stands in for Readability on a page too large for it: what is not mostly links in the box that best holds the running text. */
const textOfColumn = (blocks: readonly Block[], { column }: BlockTable): Set<number> =>
  new Set(
    blocks.keys().filter((index) => holds(column, index) && (blocks[index] as Block).linkLength < (blocks[index] as Block).text.length / 2),
  );

/** What is kept of a page's blocks, and why. */
export interface Choice {
  kept: boolean[];
  scores: number[];
  /** What Readability takes, or what stands in for it; null where there was no doubt. */
  chosen: ReadonlySet<number> | null;
}

/** Decides for each block of `page` whether it belongs to the article: by the model, and in doubt by Readability, too. */
export function* chooseBlocks(page: Document, tree: BoxTree, blocks: readonly Block[], table: BlockTable): Steps<Choice> {
  const scores = yield* mapOf(table.rows, scoreBlock);
  let kept = scores.map((score) => score > KEEP);
  yield;
  const mayAsk = !page.getElementsByTagName('*')[MOST_ASKED];
  const chosen = isInDoubt(blocks, table, scores, kept) ? (mayAsk ? readabilityChoice(page, blocks) : textOfColumn(blocks, table)) : null;
  yield;
  if (chosen) kept = settleDoubt(blocks, tree, table, scores, kept, chosen);
  yield;
  dropRepeats(blocks, kept);
  yield;
  settleLists(blocks, table, kept);
  yield;
  settleSections(blocks, { table, chosen, kept, scores, keepFrom: KEEP });
  return { kept, scores, chosen };
}
