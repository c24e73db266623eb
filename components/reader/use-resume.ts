import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReadingPosition } from '../../utils/article/reading-position';
import { scrollTopOf } from './reading-place';
import { readingLine } from './use-sections';

interface Options {
  scroller: RefObject<HTMLElement | null>;
  text: RefObject<HTMLElement | null>;
  /** Another one means that the text was set anew. */
  body: DocumentFragment;
  /** The same, once it stands to its end. */
  whole: DocumentFragment | null;
  /** Where it was left; null where that is not known (yet). */
  position: ReadingPosition | null;
  /** Goes on there without being asked. */
  atOnce: boolean;
}

/** `offered`: one may go on where one was; `continued`: one is there. */
export interface Resume {
  state: 'offered' | 'continued';
  /** Share of the text that was read, 0 to 1. */
  progress: number;
  /** Goes there, or, from there, to the beginning. */
  onGo(): void;
  onDismiss(): void;
}

/** Not worth going to: so few pixels down, or so near the end. */
const nearStart = 400;
const nearEnd = 0.97;

/** The way back to where the article was left. Null where there is none, or no more: it was refused, gone, or read past. */
export function useResume({ scroller, text, body, whole, position, atOnce }: Options): Resume | null {
  const [state, setState] = useState<Resume['state'] | 'none' | 'done'>('none');
  const openedAt = useRef(Date.now());
  // What is told of this very reading comes back as the last position, too: that one is nowhere to go on from.
  const left = position && position.at < openedAt.current && position.progress < nearEnd ? position : null;
  const target = useCallback(() => {
    const view = scroller.current;
    return left && view ? scrollTopOf(left, text.current?.children ?? [], view, readingLine) : null;
  }, [left, scroller, text]);

  // Anew with each `body`: another text in the same element.
  useLayoutEffect(() => {
    const view = scroller.current;
    const top = target();
    if (state !== 'none' || !view || top === null || top < nearStart || view.scrollTop > nearStart) return;
    if (atOnce) view.scrollTop = top;
    setState(atOnce ? 'continued' : 'offered');
  }, [target, body, whole, atOnce]);

  useEffect(() => {
    const view = scroller.current;
    if (!view || (state !== 'offered' && state !== 'continued')) return;
    const start = view.scrollTop;
    const onScroll = () => {
      if (Math.abs(view.scrollTop - start) > view.clientHeight) setState('done');
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => view.removeEventListener('scroll', onScroll);
  }, [state, scroller]);

  if (!left || state === 'none' || state === 'done') return null;
  const finish = () => {
    scroller.current?.focus({ preventScroll: true }); // the button that had the focus goes
    setState('done');
  };
  const onGo = () => {
    scroller.current?.scrollTo({ top: state === 'offered' ? (target() ?? undefined) : 0 });
    finish();
  };
  return { state, progress: left.progress, onGo, onDismiss: finish };
}
