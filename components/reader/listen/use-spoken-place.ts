import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMedia } from '../use-media';
import { rangeOf, type Sentence } from './read-text';

/** One line of the sentence, in pixels from the corner of the article. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Options {
  scroller: RefObject<HTMLElement | null>;
  text: RefObject<HTMLElement | null>;
  /** What is being said; null where nothing is marked. */
  sentence: Sentence | null;
  /** Called before the text is scrolled. */
  onFollow(): void;
}

/** Pixels at either edge of the view where controls stand: a sentence there is brought up. */
const edge = { top: 72, bottom: 96 };

/** Where a sentence comes to stand when the text follows: this share of the height down; a heading where a jump to its section puts it. */
const rest = 0.3;
const headingRest = 84;

/**
 * Where the sentence stands that is being said, and the scrolling that follows it: never against the reader, who may look elsewhere
 * meanwhile; it follows again once the sentence is in view, or after `follow()`.
 *
 * The boxes are drawn, not set by `CSS.highlights`: that registry is the page's own, and its ranges would hand the page the reader's tree.
 */
export function useSpokenPlace({ scroller, text, sentence, onFollow }: Options) {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const follows = useRef(true);
  /** The next sentence is brought up even where it is in view. */
  const lifts = useRef(false);
  /** What scrolls now is the following itself. */
  const own = useRef(false);
  const calm = useMedia('(prefers-reduced-motion: reduce)');

  const measure = useCallback(() => {
    const home = text.current?.closest('.article')?.getBoundingClientRect();
    if (!home || !sentence?.from[0].isConnected) return setBoxes((now) => (now.length ? [] : now));
    const rects = [...rangeOf(sentence).getClientRects()].filter(({ width }) => width > 0);
    setBoxes(rects.map(({ left, top, width, height }) => ({ left: left - home.left, top: top - home.top, width, height })));
  }, [sentence, text]);

  const bringUp = useCallback(() => {
    const view = scroller.current;
    if (!view || !sentence?.from[0].isConnected) return;
    const { top, bottom } = rangeOf(sentence).getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    const inView = !lifts.current && top >= frame.top + edge.top && bottom <= frame.bottom - edge.bottom;
    lifts.current = false;
    if (inView) follows.current = true;
    if (inView || !follows.current) return;
    onFollow();
    own.current = true;
    const place = sentence.isHeading ? headingRest : Math.max(edge.top, view.clientHeight * rest);
    const hidden = view.ownerDocument.hidden; // nothing moves smoothly in a tab that is not shown
    view.scrollTo({
      top: view.scrollTop + top - frame.top - place,
      behavior: calm || hidden ? 'instant' : 'smooth',
    });
  }, [sentence, scroller, calm, onFollow]);

  useLayoutEffect(measure, [measure]);
  useLayoutEffect(bringUp, [bringUp]);

  useEffect(() => {
    const box = text.current?.closest('.article');
    if (!box || !sentence) return;
    const observer = new ResizeObserver(measure); // other sizes, other faces, pictures that have come
    observer.observe(box);
    return () => observer.disconnect();
  }, [measure, sentence, text]);

  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    const byHand = () => {
      own.current = false;
      follows.current = false;
    };
    const onScroll = () => {
      if (!own.current) byHand(); // by a key, the scroll bar, the outline
    };
    const onEnd = () => {
      own.current = false;
    };
    const heard = { wheel: byHand, touchmove: byHand, scroll: onScroll, scrollend: onEnd };
    for (const [name, handle] of Object.entries(heard)) view.addEventListener(name, handle, { passive: true });
    return () => {
      for (const [name, handle] of Object.entries(heard)) view.removeEventListener(name, handle);
    };
  }, [scroller]);

  /** From now on the text follows what is said, until somebody scrolls. `toTop`: as a jump to a section does. */
  const follow = useCallback((toTop = false) => {
    follows.current = true;
    lifts.current = toTop;
  }, []);
  return { boxes, follow, bringUp };
}
