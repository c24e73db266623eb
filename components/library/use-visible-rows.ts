import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type RowRange, visibleRows } from './visible-rows';

/**
 * The rows of a list to draw, kept up to date while it scrolls or its viewport changes size.
 * @param scroller the element the list scrolls in; none for the page itself.
 * @param rowHeight CSS pixels, the same for every row.
 */
export function useVisibleRows(
  list: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null> | undefined,
  count: number,
  rowHeight: number,
): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, end: 0 });
  useLayoutEffect(() => {
    const box = scroller?.current ?? null;
    const measure = () => {
      if (!list.current) return;
      const viewTop = box ? box.getBoundingClientRect().top : 0;
      const next = visibleRows({
        listTop: list.current.getBoundingClientRect().top - viewTop,
        viewHeight: box ? box.clientHeight : window.innerHeight,
        rowHeight,
        count,
      });
      setRange((was) => (was.first === next.first && was.end === next.end ? was : next));
    };
    measure();
    const target: EventTarget = box ?? window;
    const resized = new ResizeObserver(measure);
    resized.observe(box ?? document.documentElement);
    target.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      resized.disconnect();
      target.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [list, scroller, count, rowHeight]);
  return range;
}
