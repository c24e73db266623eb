import type { BlockTable } from './block-features';
import { columnOf } from './block-sums';
import type { Block } from './blocks';
import { type BoxTree, holds } from './boxes';

// By cross-validation over domains the model alone has F1 .956; with Readability asked in doubt .959, on one page in nine; always .958. Asked,
// it takes as long as all the rest. The doubt is where it helps: on pages unlike those that the model was learned from.

/** Scores nearer to zero than this are undecided; this share of the running text's words undecided is doubt. */
const UNDECIDED = 1.2;
const WAVERING = 0.15;
/** Less than this share of the running text in its own column kept: has the model found the article? */
const OF_COLUMN = 0.7;
/** Fewer words than this are short for an article. */
const FEW_WORDS = 120;
/** With less running text than this a page says little of where its article stands: its lists, verses or short lines may be the article. */
const LITTLE_TEXT = 300;

/**
 * Where Readability has most of the running text, what stands outside its column must be this sure: teasers of other articles read like
 * paragraphs. Costs nothing on the pages the model was learned from, and holds on pages unlike them.
 */
const KEEP_OUTSIDE = 2.5;
const COVERED = 0.6;
/** When the model keeps less than this share of what Readability is sure of, the two disagree about what the article is. */
const AGREEMENT = 0.5;
/** Words from which Readability is sure of anything. */
const SURE_WORDS = 60;

/** Adds up the words of some of the blocks. */
const adder = (blocks: readonly Block[]) => (isIn: (index: number) => boolean) =>
  blocks.reduce((sum, { words }, index) => sum + (isIn(index) ? words : 0), 0);

/** Whether the model's own answer is too unsure, or too small a part of the page, to stand alone. */
export function isInDoubt(
  blocks: readonly Block[],
  { good, column }: BlockTable,
  scores: readonly number[],
  kept: readonly boolean[],
): boolean {
  const words = adder(blocks);
  const running = words((index) => good[index] === true);
  if (running < LITTLE_TEXT || words((index) => kept[index] === true) < FEW_WORDS) return true;
  const undecided = words((index) => good[index] === true && Math.abs(scores[index] as number) < UNDECIDED);
  if (undecided > WAVERING * running) return true;
  const inColumn = (index: number) => good[index] === true && holds(column, index);
  return words((index) => inColumn(index) && kept[index] === true) < OF_COLUMN * words(inColumn);
}

/**
 * What is kept of a page once Readability was asked.
 *
 * @param kept the model's own answer
 * @param chosen the blocks that Readability takes
 */
export function settleDoubt(
  blocks: readonly Block[],
  tree: BoxTree,
  { good }: BlockTable,
  scores: readonly number[],
  kept: readonly boolean[],
  chosen: ReadonlySet<number>,
): boolean[] {
  const words = adder(blocks);
  const hasLittle = words((index) => good[index] === true) < LITTLE_TEXT;
  const counts = (index: number) => hasLittle || good[index] === true;
  const isSure = (index: number) => chosen.has(index) && counts(index);
  const sure = words(isSure);
  const column = columnOf(tree, blocks, (index) => chosen.has(index));
  const covered = sure >= COVERED * words(counts);
  const stands = (index: number) => !covered || chosen.has(index) || holds(column, index) || (scores[index] as number) > KEEP_OUTSIDE;
  const own = kept.map((isKept, index) => isKept && stands(index));
  const both = words((index) => isSure(index) && own[index] === true);
  // Too little kept of what Readability is sure of: the larger of the two is the article, since lost text is the worse fault.
  if (sure <= SURE_WORDS || both >= sure * AGREEMENT || sure <= words((index) => own[index] === true)) return own;
  return own.map((isKept, index) => chosen.has(index) || (isKept && (scores[index] as number) > 1));
}
