import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

/** How far from the beginning, in pixels, the controls still stand without being asked for. */
const beginning = 60;

/** Whether the controls step back: they do as the text is scrolled, and return as the pointer moves, or by `wake()`. */
export function useQuiet(scroller: RefObject<HTMLElement | null>) {
  const [quiet, setQuiet] = useState(false);
  const wake = useCallback(() => setQuiet(false), []);

  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let last = view.scrollTop;
    let pointer = '';
    const onScroll = () => {
      const moved = Math.abs(view.scrollTop - last) > 2;
      last = view.scrollTop;
      if (view.scrollTop < beginning) setQuiet(false);
      else if (moved) setQuiet(true);
    };
    const onPointer = (event: PointerEvent) => {
      // Text that scrolls under a resting pointer makes these events too.
      const place = `${event.screenX},${event.screenY}`;
      if (place !== pointer && pointer !== '') setQuiet(false);
      pointer = place;
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    view.parentElement?.addEventListener('pointermove', onPointer, { passive: true });
    return () => {
      view.removeEventListener('scroll', onScroll);
      view.parentElement?.removeEventListener('pointermove', onPointer);
    };
  }, [scroller]);

  return { quiet, wake };
}
