import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Sentence } from './read-text';
import { selectionIn, sentenceAt } from './start-place';

/** What a click on does something of its own. */
const busy = 'a, button, summary, label, input, select, img, [role="button"]';

/**
 * Tells which sentence was clicked. Not where the click follows a link or ends a selection.
 *
 * @param sentences null: clicks are left alone
 */
export function useClickedSentence(
  text: RefObject<HTMLElement | null>,
  sentences: RefObject<readonly Sentence[]> | null,
  onSentence: (at: number) => void,
): void {
  const tell = useRef(onSentence);
  tell.current = onSentence;
  useEffect(() => {
    const box = text.current;
    if (!box || !sentences) return;
    const onClick = (event: MouseEvent) => {
      const target = event.target as Element;
      if (!event.isTrusted || event.defaultPrevented || target.closest(busy) || selectionIn(box)) return;
      const at = target === box ? -1 : sentenceAt(sentences.current ?? [], target, event.clientX, event.clientY);
      if (at >= 0) tell.current(at);
    };
    box.addEventListener('click', onClick);
    return () => box.removeEventListener('click', onClick);
  }, [text, sentences]);
}
