import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../../utils/article/article';
import type { ReadingPosition } from '../../utils/article/reading-position';
import { readingMinutes } from '../../utils/article/reading-time';
import { placeAt, readHeight, shareBefore } from './reading-place';
import { readingLine } from './use-sections';

interface Options {
  scroller: RefObject<HTMLElement | null>;
  /** The element the text stands in. */
  text: RefObject<HTMLElement | null>;
  /** What the text was set from, once it stands to its end. */
  whole: DocumentFragment | null;
  article: Pick<Article, 'wordCount' | 'lang'>;
  onPosition(position: ReadingPosition): void;
}

/** Milliseconds without scrolling before a position is told: it was read there, not passed. */
const rest = 1000;

/** A share of the text that is as good as none, at either end. */
const nothing = 0.005;

/**
 * How much of the text was read. Tells the position when scrolling rests, when the tab is hidden, and on leaving.
 *
 * @returns `mark`: for the element that shows it, as `--read` (0 to 1) and `aria-valuenow`; without a render for each step of scrolling
 */
export function useProgress({ scroller, text, whole, article, onPosition }: Options) {
  const mark = useRef<HTMLDivElement>(null);
  const [minutesLeft, setMinutesLeft] = useState<number | null>(null);
  const tell = useRef(onPosition);
  tell.current = onPosition;
  const { wordCount, lang } = article;

  // Anew with each text in the same element.
  useEffect(() => {
    const view = scroller.current;
    const blocks = text.current?.children;
    if (!view || !blocks || !whole) return;
    const lengths = Array.from(blocks, (block) => ((block as HTMLElement).hidden ? 0 : (block.textContent?.length ?? 0)));
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** As it was last on screen: on leaving, the text may be gone before this is asked for. */
    let position: ReadingPosition | null = null;
    const show = () => {
      frame = 0;
      const read = shareBefore(lengths, placeAt(blocks, readHeight(view)));
      mark.current?.style.setProperty('--read', read.toFixed(4));
      mark.current?.setAttribute('aria-valuenow', String(Math.round(read * 100)));
      const amidst = read > nothing && read < 1 - nothing;
      setMinutesLeft(amidst ? readingMinutes(wordCount * (1 - read), lang) : null);
      position = { progress: read, ...placeAt(blocks, view.getBoundingClientRect().top + readingLine), at: Date.now() };
    };
    const keep = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      if (position) tell.current(position);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(show);
      clearTimeout(timer);
      timer = setTimeout(keep, rest);
    };
    const page = view.ownerDocument;
    const onHidden = () => {
      if (page.visibilityState === 'hidden') keep();
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    page.addEventListener('visibilitychange', onHidden);
    show();
    return () => {
      cancelAnimationFrame(frame);
      view.removeEventListener('scroll', onScroll);
      page.removeEventListener('visibilitychange', onHidden);
      keep();
    };
  }, [scroller, text, whole, wordCount, lang]);

  return { mark, minutesLeft };
}
