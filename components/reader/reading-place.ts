import type { ReadingPosition } from '../../utils/article/reading-position';

/** A place in the text: which top-level block, and the share of its height above the place. */
export type Place = Pick<ReadingPosition, 'block' | 'within'>;

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * The place at a height of the window.
 *
 * @param blocks top-level blocks of the text, in order; those that are not shown are passed over
 * @param y pixels below the top of the window
 */
export function placeAt(blocks: ArrayLike<Element>, y: number): Place {
  const boxOf = (block: number) => (blocks[block] as Element).getBoundingClientRect();
  const shownFrom = (block: number) => {
    let shown = block;
    while (shown < blocks.length && boxOf(shown).height === 0) shown++;
    return shown;
  };
  let [from, to] = [0, blocks.length]; // the place is among these: of thousands of blocks, few are measured
  while (from < to) {
    const middle = (from + to) >> 1;
    const shown = shownFrom(middle);
    if (shown < to && boxOf(shown).bottom <= y) from = shown + 1;
    else to = middle;
  }
  const block = shownFrom(from);
  if (block < blocks.length) {
    const box = boxOf(block);
    return { block, within: between(0, (y - box.top) / box.height, 1) };
  }
  return { block: Math.max(0, blocks.length - 1), within: blocks.length ? 1 : 0 };
}

/** Share of the text before a place, 0 to 1. `lengths`: characters of each block. */
export function shareBefore(lengths: readonly number[], { block, within }: Place): number {
  const before = lengths.slice(0, block).reduce((sum, length) => sum + length, 0);
  const total = lengths.slice(block).reduce((sum, length) => sum + length, before);
  return total > 0 ? (before + within * (lengths[block] ?? 0)) / total : 0;
}

/**
 * How far down the window the text counts as read: nothing of it at the start, all of it at the end. So the share that was read goes from 0
 * to 1 however high the window and the room below the text are.
 */
export function readHeight(scroller: Element): number {
  const room = scroller.scrollHeight - scroller.clientHeight;
  return scroller.getBoundingClientRect().top + (room > 0 ? scroller.scrollTop / room : 0) * scroller.clientHeight;
}

/** How far `scroller` is scrolled when a place stands `line` pixels below its top; null where the text has no such block. */
export function scrollTopOf(place: Place, blocks: ArrayLike<Element>, scroller: Element, line: number): number | null {
  const box = blocks[place.block]?.getBoundingClientRect();
  if (!box) return null;
  return scroller.scrollTop + box.top - scroller.getBoundingClientRect().top + place.within * box.height - line;
}
