import type { Article } from '../article/article';

/** The blocks of an article that were selected: from the first to the last, by their places among its top-level blocks. */
export interface Part {
  from: number;
  to: number;
}

/** So many letters of a block tell it from any other. */
const telling = 24;

/** Without spaces and case, in which the page's looks differ from its text. */
const fold = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '').toLowerCase();

/** How many letters at the end of `one` are the beginning of `other`, at most the whole of either. */
function overlap(one: string, other: string): number {
  for (let length = Math.min(one.length, other.length); length > 0; length--) if (one.endsWith(other.slice(0, length))) return length;
  return 0;
}

/** Whether the selection takes in this block, or a telling part of it at one of the selection's ends. */
const takesIn = (selected: string, block: string): boolean =>
  block.length > 0 &&
  (selected.includes(block) || block.includes(selected) || overlap(block, selected) >= telling || overlap(selected, block) >= telling);

/**
 * The part of an article that a selection on its page means, in whole blocks.
 *
 * @param texts of the article's top-level blocks
 * @param selection its text, as the page shows it
 * @returns null where the article holds none of it
 */
export function findPart(texts: readonly (string | null)[], selection: string): Part | null {
  const selected = fold(selection);
  if (!selected) return null;
  const taken = texts.flatMap((text, place) => (takesIn(selected, fold(text)) ? [place] : []));
  // A short line may stand elsewhere, too: it counts only where nothing longer does, and where the selection is hardly more.
  const sure = taken.filter((place) => fold(texts[place]).length >= telling);
  const letters = taken.reduce((sum, place) => sum + fold(texts[place]).length, 0);
  const places = sure.length || letters < selected.length / 2 ? sure : taken;
  const [from] = places;
  const to = places.at(-1);
  if (from === undefined || to === undefined) return null;
  const isTaken = new Set(taken);
  let first = from;
  while (isTaken.has(first - 1)) first--; // its own heading
  return { from: first, to };
}

/**
 * Hides what is not in the part, in the fragment or wherever its blocks are by now.
 *
 * @param blocks the article's top-level blocks, in order
 * @returns the article with the headings and the length of the part alone
 */
export function hideOutside(part: Part | null, article: Article, blocks: readonly Element[]): Article {
  const isOut = (place: number) => part !== null && (place < part.from || place > part.to);
  for (const [place, block] of blocks.entries()) block.toggleAttribute('hidden', isOut(place));
  if (!part) return article;
  const lengthOf = (some: readonly Element[]) => some.reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
  const shown = blocks.slice(part.from, part.to + 1);
  const ids = new Set(shown.flatMap((block) => [block.id, ...Array.from(block.querySelectorAll('[id]'), ({ id }) => id)]));
  return {
    ...article,
    headings: article.headings.filter(({ id }) => ids.has(id)),
    wordCount: Math.round((article.wordCount * lengthOf(shown)) / Math.max(1, lengthOf(blocks))),
  };
}
