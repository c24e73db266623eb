import type { Completeness } from '../../article/article';
import type { Removal } from '../reading';
import type { Steps } from '../steps';
import { describeBlocks } from './block-features';
import { type Block, cutBlocks } from './blocks';
import { boxBlocks, holds } from './boxes';
import { chooseBlocks } from './choose-blocks';
import { dropButtons } from './drop-buttons';
import { keepNotes } from './keep-notes';
import { findLeadImage } from './lead-image';
import type { Metadata } from './metadata';
import { pruneTo } from './prune';

/** The article's column, and what was left out of it. */
export interface FoundBody {
  body: Element;
  removals: Removal[];
  completeness: Completeness;
}

/** Less text than this is no article. */
const FEWEST_WORDS = 25;
/** Below this share of the column's running text, the reader says that a part may be missing. */
const WHOLE = 0.7;

/** What `anyway` settles for when no article is found: Readability's choice, else running text, else all text there is. */
function anyText(blocks: readonly Block[], chosen: ReadonlySet<number> | null, good: readonly boolean[]): boolean[] {
  const enough = (kept: boolean[]) => blocks.reduce((sum, { words }, index) => sum + (kept[index] ? words : 0), 0) >= FEWEST_WORDS;
  const byReadability = blocks.map((_, index) => chosen?.has(index) === true);
  if (enough(byReadability)) return byReadability;
  return enough([...good]) ? [...good] : blocks.map(({ words, linkLength, text }) => words > 0 && linkLength < text.length * 0.8);
}

/**
 * Finds the article on the cleaned copy and cuts the copy down to it. Changes `page`.
 *
 * @param anyway settles for whatever text there is
 * @returns null when there is no article
 */
export function* findBody(page: Document, metadata: Metadata, anyway = false): Steps<FoundBody | null> {
  const root = page.body;
  if (!root) return null;
  const blocks = yield* cutBlocks(root);
  const tree = yield* boxBlocks(root, blocks);
  const table = yield* describeBlocks(tree, blocks, { title: metadata.title, description: metadata.excerpt });
  const choice = yield* chooseBlocks(page, tree, blocks, table);
  let { kept } = choice;
  const wordsOf = (take: (index: number) => boolean) => blocks.reduce((sum, block, index) => sum + (take(index) ? block.words : 0), 0);
  if (wordsOf((index) => kept[index] === true) < FEWEST_WORDS) {
    if (!anyway) return null;
    kept = anyText(blocks, choice.chosen, table.good);
  }
  yield;
  dropButtons(blocks, kept);
  yield;
  kept = yield* keepNotes(root, blocks, kept);
  yield;
  const keptBlocks = blocks.filter((_, index) => kept[index]);
  if (!keptBlocks.length) return null;
  const inColumn = (index: number) => table.good[index] === true && holds(table.column, index);
  const column = wordsOf(inColumn);
  const share = column ? wordsOf((index) => inColumn(index) && kept[index] === true) / column : 1;
  yield;
  const leadImage = findLeadImage(root, keptBlocks);
  const { body, removals } = yield* pruneTo(root, keptBlocks, leadImage);
  return {
    body,
    removals,
    completeness: {
      state: share < WHOLE ? 'partial' : 'whole',
      share: Math.round(share * 100) / 100,
      missing: share < WHOLE ? 'text' : null,
    },
  };
}
