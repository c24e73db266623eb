import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BlockWord, ListenForKeys, ReaderCorrections } from '../reader-props';
import { trusted } from '../trusted';
import { i18n } from '../words';

interface Props {
  corrections: ReaderCorrections | null;
  text: RefObject<HTMLDivElement | null>;
  /** Another one means that the text was set anew. */
  body: DocumentFragment;
  /** What the browser's menu was opened over; else it begins with what one is looking at. */
  start: RefObject<Element | null>;
  listenForKeys: ListenForKeys;
}

const startOf = (block: Element | undefined) => (block?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);

/** The first block whose end is below the upper third of the window: what one is looking at. */
function blockInView(text: Element | null): number {
  const line = (text?.ownerDocument.defaultView?.innerHeight ?? 0) / 3;
  const place = [...(text?.children ?? [])].findIndex((block) => block.getBoundingClientRect().bottom > line);
  return Math.max(0, place);
}

/** Says of one block, pointed at with the mouse or the arrow keys, that it does not belong, or that it is a heading or none. */
export function PointAtBlock({ corrections, text, body, start, listenForKeys }: Props) {
  const [place, setPlace] = useState(() => {
    const pressed = [...(text.current?.children ?? [])].findIndex((child) => start.current !== null && child.contains(start.current));
    return pressed >= 0 ? pressed : blockInView(text.current);
  });
  const [always, setAlways] = useState(false);
  const block = text.current?.children[place];

  useEffect(() => {
    const marked = text.current?.children[place];
    marked?.setAttribute('data-pointed', '');
    return () => marked?.removeAttribute('data-pointed');
  }, [place, text, body]);
  useLayoutEffect(() => {
    const box = text.current;
    const onPointer = (event: Event) => {
      if (!event.isTrusted || !box) return;
      const at = [...box.children].findIndex((child) => child.contains(event.target as Node));
      if (at < 0) return;
      event.preventDefault(); // a link in the block is not what is meant now, nor is the browser's menu
      event.stopPropagation();
      setPlace(at);
    };
    for (const name of ['click', 'contextmenu']) box?.addEventListener(name, onPointer, true);
    return () => {
      for (const name of ['click', 'contextmenu']) box?.removeEventListener(name, onPointer, true);
    };
  }, [text]);
  const byKey = useRef<Record<string, (() => void) | undefined>>({});
  useLayoutEffect(
    () =>
      listenForKeys((event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (!event.isTrusted) return;
        const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : byKey.current[event.key.toLowerCase()];
        if (!step && !act) return;
        event.preventDefault();
        act?.();
        if (!step) return;
        setPlace((now) => {
          const next = Math.min(Math.max(0, now + step), (text.current?.children.length ?? 1) - 1);
          text.current?.children[next]?.scrollIntoView({ block: 'center' });
          return next;
        });
      }),
    [listenForKeys, text],
  );

  if (!corrections) return <p>{i18n.t('leftOut.pageOnly')}</p>;
  const { isClear, isRead } = corrections.blockAt(place);
  const isHeading = /^H[2-6]$/.test(block?.tagName ?? '');
  const canBeHeading = isRead && (isHeading || block?.tagName === 'P');
  const say = (word: BlockWord) => () => corrections.onBlock(place, word, always && isClear, startOf(block));
  const sayHeading = canBeHeading ? say(isHeading ? 'no-heading' : 'heading') : undefined;
  const headingWords = isHeading ? i18n.t('leftOut.isNoHeading') : i18n.t('leftOut.isHeading');
  byKey.current = { delete: say('leave-out'), h: sayHeading };
  return (
    <>
      <p>{i18n.t('leftOut.pointHint')}</p>
      <p class="left-out-text" role="status" dir="auto">
        {i18n.t('leftOut.atBlock', [startOf(block)])}
      </p>
      <button type="button" class="menu-line" aria-keyshortcuts="Delete" onClick={trusted(say('leave-out'))}>
        <span>{i18n.t('leftOut.leaveOut')}</span>
        <small aria-hidden="true">
          <kbd>{i18n.t('leftOut.deleteKey')}</kbd>
        </small>
      </button>
      {sayHeading && (
        <button type="button" class="menu-line" aria-keyshortcuts="H" onClick={trusted(sayHeading)}>
          <span>{headingWords}</span>
          <small aria-hidden="true">
            <kbd>H</kbd>
          </small>
        </button>
      )}
      <label class="left-out-always">
        <input type="checkbox" disabled={!isClear} checked={always && isClear} onClick={trusted(() => setAlways(!always))} />
        {i18n.t('leftOut.always')}
      </label>
      {!isClear && <p class="left-out-reason">{i18n.t('leftOut.noShape')}</p>}
    </>
  );
}
