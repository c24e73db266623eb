import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../Icon';
import { interfaceLanguage } from '../../interface-language';
import { type KeysFirst, useKeysFirst } from '../keys-first';
import { trusted } from '../trusted';
import { i18n } from '../words';
import { noteContent } from './find-note';
import { goTo, insideLinkOf } from './follow-inside';
import type { ShownNote, useNotes } from './use-notes';

interface Props {
  notes: ReturnType<typeof useNotes>;
  text: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  keysFirst: KeysFirst;
  lang: string | null;
  dir: 'ltr' | 'rtl';
}

/** Pixels between the note and its reference, and the edges. */
const gap = 8;

/** Puts the note under its reference, or over it where there is more room; both move as the text is scrolled. */
function place(box: HTMLElement, link: Element, scroller: HTMLElement): void {
  const at = link.getClientRects()[0];
  if (!at) return;
  const frame = scroller.getBoundingClientRect();
  const isBelow = frame.bottom - at.bottom > box.offsetHeight + 2 * gap || frame.bottom - at.bottom > at.top - frame.top;
  const top = isBelow ? at.bottom + gap : at.top - box.offsetHeight - gap;
  const left = at.left + at.width / 2 - box.offsetWidth / 2 - frame.left;
  box.style.top = `${top - frame.top + scroller.scrollTop}px`;
  box.style.left = `${Math.max(gap, Math.min(left, scroller.clientWidth - box.offsetWidth - gap))}px`;
}

function OpenNote({ shown, notes, text, scroller, keysFirst, lang, dir }: Props & { shown: ShownNote }) {
  const { link, note, held } = shown;
  const box = useRef<HTMLElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const id = useId();
  const active = () => (box.current?.getRootNode() as ShadowRoot | Document | undefined)?.activeElement ?? null;
  const leave = () => {
    if (box.current?.contains(active())) link.focus({ preventScroll: true });
    notes.close();
  };

  useLayoutEffect(() => {
    if (!box.current || !scroller.current || !text.current) return;
    words.current?.replaceChildren(noteContent(note, text.current));
    place(box.current, link, scroller.current);
    link.setAttribute('aria-describedby', id);
    return () => link.removeAttribute('aria-describedby');
  }, [note, link, id, text, scroller]);
  useEffect(() => {
    if (held) box.current?.focus({ preventScroll: true });
  }, [held]);
  useEffect(() => {
    const view = scroller.current?.parentElement;
    const onPress = ({ target }: Event) => {
      if (!box.current?.contains(target as Node) && !link.contains(target as Node)) notes.close();
    };
    view?.addEventListener('pointerdown', onPress);
    return () => view?.removeEventListener('pointerdown', onPress);
  }, [scroller, link, notes.close]);
  useKeysFirst(keysFirst, (event) => {
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('a[href],button') ?? [])];
    const isAtEnd = event.shiftKey ? active() === box.current || active() === stops[0] : active() === stops.at(-1);
    const leaves = event.key === 'Tab' && box.current?.contains(active()) && isAtEnd;
    if (event.key !== 'Escape' && !leaves) return false;
    event.preventDefault();
    leave();
    return true;
  });

  return (
    <section
      class="note-popover"
      id={id}
      role="dialog"
      aria-label={i18n.t('note.title')}
      tabIndex={-1}
      ref={box}
      onPointerEnter={notes.stay}
      onPointerLeave={notes.leave}
      onFocusCapture={notes.stay}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter on a link is a click */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <div
        class="note-words"
        lang={lang ?? undefined}
        dir={dir}
        ref={words}
        onClick={(event) => {
          const inside = text.current && insideLinkOf(event, text.current);
          if (!inside) return;
          event.preventDefault();
          notes.close();
          if (inside.target) goTo(inside.target);
        }}
      />
      <div class="note-acts" {...interfaceLanguage()}>
        <button
          type="button"
          class="text-button"
          onClick={trusted(() => {
            notes.close();
            goTo(note);
          })}
        >
          {i18n.t('note.goTo')}
        </button>
        <button type="button" class="icon-button" title={i18n.t('note.close')} aria-label={i18n.t('note.close')} onClick={trusted(leave)}>
          <Icon name="close" size={18} />
        </button>
      </div>
    </section>
  );
}

/** The note that a reference in the text leads to, shown in place. */
export function NotePopover(props: Props) {
  const { shown } = props.notes;
  return shown && <OpenNote shown={shown} {...props} />;
}
