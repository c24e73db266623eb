import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findNote } from './find-note';

/** Milliseconds that the pointer rests on a reference before its note shows, and that the note stays once it is left. */
const rest = { before: 140, after: 260 };

/** A note that is shown beside its reference. `held`: by a click, until it is dismissed; otherwise while the reference is pointed at. */
export interface ShownNote {
  link: HTMLAnchorElement;
  note: Element;
  held: boolean;
}

/** Which note is shown: by the pointer on its reference, by the focus on it, or held by a click. */
export function useNotes(text: RefObject<HTMLElement | null>) {
  const [shown, setShown] = useState<ShownNote | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback((wait: number, act: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, wait);
  }, []);
  const show = useCallback(
    (link: HTMLAnchorElement, held: boolean) => {
      clearTimeout(timer.current);
      const note = text.current && findNote(link, text.current);
      if (note) setShown((now) => (now?.link === link && now.held === held ? now : { link, note, held }));
      return Boolean(note);
    },
    [text],
  );
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setShown(null);
  }, []);
  /** Closes it soon, unless it is held or somebody comes back to it. */
  const leave = useCallback(() => later(rest.after, () => setShown((now) => (now?.held ? now : null))), [later]);
  const stay = useCallback(() => clearTimeout(timer.current), []);

  useEffect(() => {
    const box = text.current;
    if (!box) return;
    const referenceOf = ({ target }: Event) => (target as Element).closest<HTMLAnchorElement>('a.reference');
    const unlessHeld = (link: HTMLAnchorElement) =>
      setShown((now) => {
        const note = findNote(link, box);
        return now?.held || !note || now?.link === link ? now : { link, note, held: false };
      });
    const onOver = (event: PointerEvent) => {
      const link = referenceOf(event);
      if (link && event.pointerType === 'mouse') later(rest.before, () => unlessHeld(link));
    };
    const onOut = (event: Event) => {
      if (referenceOf(event)) leave();
    };
    const onFocus = (event: FocusEvent) => {
      const link = referenceOf(event);
      if (link?.matches(':focus-visible')) unlessHeld(link);
    };
    box.addEventListener('pointerover', onOver);
    box.addEventListener('focusin', onFocus);
    for (const end of ['pointerout', 'focusout']) box.addEventListener(end, onOut);
    return () => {
      clearTimeout(timer.current);
      box.removeEventListener('pointerover', onOver);
      box.removeEventListener('focusin', onFocus);
      for (const end of ['pointerout', 'focusout']) box.removeEventListener(end, onOut);
    };
  }, [text, later, leave]);

  return useMemo(() => ({ shown, show, close, leave, stay }), [shown, show, close, leave, stay]);
}
