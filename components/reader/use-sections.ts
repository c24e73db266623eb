import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OutlineHeading } from '../../utils/article/article';
import { currentSection, previousSection } from './current-section';

/** The reading line, in pixels below the top of the view: under the controls, where a heading stops when it is jumped to. */
export const readingLine = 120;

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Which section is being read, and ways to go to another.
 *
 * @param scroller what scrolls
 * @param text what holds the headings, by their ids
 * @param complete brings the rest of the text into it
 */
export function useSections(
  scroller: RefObject<HTMLElement | null>,
  text: RefObject<HTMLElement | null>,
  headings: readonly OutlineHeading[],
  complete: () => void,
) {
  const [current, setCurrent] = useState(-1);
  /** Where a jump is heading to: near the end a heading cannot reach the line, and is the current one all the same. */
  const jumped = useRef<number | null>(null);

  const elements = useMemo(() => {
    let found: HTMLElement[] = [];
    return () => {
      // Looked up once, and again while some are to come or the text was set anew: this is asked with each step of scrolling.
      if (found.length < headings.length || !found[0]?.isConnected || !found.at(-1)?.isConnected)
        found = headings.flatMap(({ id }) => text.current?.querySelector<HTMLElement>(`#${CSS.escape(id)}`) ?? []);
      return found;
    };
  }, [headings, text]);
  const tops = useCallback(() => {
    const origin = scroller.current?.getBoundingClientRect().top ?? 0;
    const found = elements();
    return { length: found.length, at: (index: number) => (found[index]?.getBoundingClientRect().top ?? 0) - origin };
  }, [elements, scroller]);

  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let frame = 0;
    const mark = () => {
      frame = 0;
      // At the end what is seen is the last section, however short it is.
      const atEnd = view.scrollTop > 0 && view.scrollTop + view.clientHeight >= view.scrollHeight - 4;
      setCurrent(jumped.current ?? (atEnd ? headings.length - 1 : currentSection(tops(), readingLine)));
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(mark);
    };
    const byHand = () => {
      jumped.current = null;
    };
    const handSigns = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
    view.addEventListener('scroll', onScroll, { passive: true });
    for (const sign of handSigns) view.addEventListener(sign, byHand, { passive: true });
    mark();
    return () => {
      cancelAnimationFrame(frame);
      view.removeEventListener('scroll', onScroll);
      for (const sign of handSigns) view.removeEventListener(sign, byHand);
    };
  }, [scroller, tops, headings]);

  const goTo = useCallback(
    (index: number) => {
      complete();
      const target = elements()[index];
      jumped.current = Math.max(-1, index);
      setCurrent(jumped.current);
      const behavior = calm() ? 'auto' : 'smooth';
      if (!target) {
        scroller.current?.scrollTo({ top: 0, behavior });
        scroller.current?.focus({ preventScroll: true });
        return;
      }
      target.tabIndex = -1; // so that Tab, and a screen reader, go on from here
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: 'start', behavior });
    },
    [elements, scroller, complete],
  );

  const step = useCallback(
    (direction: 1 | -1) => {
      const last = headings.length - 1;
      if (jumped.current !== null) goTo(Math.min(last, jumped.current + direction));
      else if (direction === 1) goTo(Math.min(last, currentSection(tops(), readingLine) + 1));
      else goTo(previousSection(tops(), readingLine));
    },
    [goTo, tops, headings],
  );

  /** For keys that the view's own listeners do not see. */
  const release = useCallback(() => {
    jumped.current = null;
  }, []);

  return { current, goTo, step, release };
}
