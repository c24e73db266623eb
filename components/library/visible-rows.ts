/** What a windowed list of rows of one height needs to know; lengths in CSS pixels. */
export interface RowsInView {
  /** Where the list begins, measured from the top of the viewport it scrolls in; negative once scrolled past. */
  listTop: number;
  viewHeight: number;
  rowHeight: number;
  count: number;
}

export interface RowRange {
  first: number;
  /** One past the last row. */
  end: number;
}

/** Rows drawn above and below the visible ones, so that a fast scroll or a step with the keys shows no gap. */
const spareRows = 6;

/** The rows to draw: those in view and a few either side. Never more than fit, whatever `count` is. */
export function visibleRows({ listTop, viewHeight, rowHeight, count }: RowsInView): RowRange {
  const first = Math.floor(-listTop / rowHeight) - spareRows;
  const end = Math.ceil((viewHeight - listTop) / rowHeight) + spareRows;
  return { first: Math.min(Math.max(first, 0), count), end: Math.min(Math.max(end, 0), count) };
}
