import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { watchFrames } from './media/scroll-frames';
import { markReferences } from './notes/mark-references';
import { prepareBlocks } from './prepare-body';

interface Options {
  /** The element the text stands in. */
  text: RefObject<HTMLElement | null>;
  /** From `sanitiseToFragment()`, and from nowhere else. */
  body: DocumentFragment;
  linksOpenTab: boolean;
  /** So many blocks stand from the first frame, and a screen below them: one is to go on there. */
  least: number;
}

/**
 * Characters that stand in the first frame: more than a large window shows, and few enough to be laid out in some ten milliseconds. And
 * those of each later frame, some two thousand words, so that none is missed.
 */
const firstPiece = 6_000;
const nextPiece = 12_000;
/** Even a block without a word takes time. */
const leastOfBlock = 10;

/** Takes blocks from the beginning of `body`: `least` of them, and so many more as have this many characters. */
function takeBlocks(body: DocumentFragment, characters: number, least = 0): DocumentFragment {
  const piece = body.ownerDocument.createDocumentFragment();
  let blocks = 0;
  let moved = 0;
  for (let node = body.firstChild; node && moved < characters; node = body.firstChild) {
    if (blocks >= least) moved += (node.textContent?.length ?? 0) + leastOfBlock;
    if (node.nodeType === Node.ELEMENT_NODE) blocks++;
    piece.append(node);
  }
  return piece;
}

/** Calls back in the next frame; at once, nearly, where none is painted. */
function inNextFrame(view: Window, act: () => void): void {
  if (view.document.hidden) view.setTimeout(act);
  else view.requestAnimationFrame(act);
}

/**
 * Brings the article's text on screen: the one place where its markup comes there, as nodes, never as a string. What is seen first stands in
 * the first frame; the rest follows below it, a piece a frame, so that no length of text keeps the reader from answering. A text that takes
 * the place of another comes at once: one may be in the midst of it.
 *
 * @returns `whole`: the body that stands to its end, null while one does not; `complete`: brings in the rest at once, for whoever needs it
 */
export function useText({ text, body, linksOpenTab, least }: Options): { whole: DocumentFragment | null; complete(): void } {
  const [whole, setWhole] = useState<DocumentFragment | null>(null);
  const rest = useRef<(() => void) | null>(null);
  const first = useRef({ body, least });

  useLayoutEffect(() => {
    const box = text.current;
    const view = box?.ownerDocument.defaultView;
    if (!box || !view || !body.hasChildNodes()) return;
    markReferences(body);
    box.replaceChildren();
    const bringIn = (piece: DocumentFragment) => {
      prepareBlocks(piece, linksOpenTab);
      box.append(piece);
    };
    const over = new AbortController();
    const stop = () => {
      over.abort();
      rest.current = null;
    };
    const finish = () => {
      stop();
      bringIn(body);
      setWhole(body);
    };
    const goOn = () => {
      if (over.signal.aborted) return;
      bringIn(takeBlocks(body, nextPiece));
      if (body.hasChildNodes()) inNextFrame(view, goOn);
      else finish();
    };
    if (body !== first.current.body) return finish();
    bringIn(takeBlocks(body, firstPiece, first.current.least));
    inNextFrame(view, goOn);
    rest.current = finish;
    // Who prints, or follows what leads to another place, means the whole text.
    view.addEventListener('beforeprint', finish, over);
    box.getRootNode().addEventListener('click', finish, { capture: true, signal: over.signal });
    return stop;
  }, [text, body, linksOpenTab]);
  useLayoutEffect(() => (text.current ? watchFrames(text.current) : undefined), [text, body, whole]);

  const complete = useCallback(() => rest.current?.(), []);
  return { whole: whole === body ? whole : null, complete };
}
