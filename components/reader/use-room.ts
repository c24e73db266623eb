import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A button of the bar with the gap beside it, in CSS pixels: `--target` and `--space-1` of the styles. */
const buttonWidth = 40;

/**
 * How many buttons the bar has room for.
 *
 * @param bar its flexible space is the element with the class `bar-space`; what counts is the bar without the buttons in `.bar-acts`
 */
export function useRoom(bar: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const measure = () => {
      const foldable = element.querySelector<HTMLElement>('.bar-acts')?.offsetWidth ?? 0;
      const space = element.querySelector<HTMLElement>('.bar-space')?.offsetWidth ?? 0;
      // A bar that has become narrower has no space left, but buttons over its end.
      const over = element.scrollWidth - element.clientWidth;
      setRoom(Math.max(0, Math.floor((foldable + space - over) / buttonWidth)));
    };
    // Told before the first frame, too. To measure here would have everything laid out that has yet to be filled.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Shrinks and grows with the button that says what is saved.
    const space = element.querySelector('.bar-space');
    if (space) observer.observe(space);
    return () => observer.disconnect();
  }, [bar]);
  return room;
}
