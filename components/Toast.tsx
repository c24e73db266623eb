import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './Icon';

export interface Notice {
  /** Tells two notices with the same words apart. */
  id: number;
  kind: 'done' | 'problem';
  text: string;
  undo?: () => void;
}

/** Milliseconds: time to read one sentence and reach the button. It waits while pointed at or focused. */
const shownFor = 8000;

const isUndoKey = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;

/** The latest thing done or gone wrong, with Undo (also Ctrl+Z). The region stays in the page, or screen readers would miss the first one. */
export function Toast({ notice, onDismiss }: { notice: Notice | null; onDismiss(): void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(onDismiss, shownFor);
    return () => clearTimeout(timer);
  }, [notice, held, onDismiss]);

  useLayoutEffect(() => {
    if (!notice?.undo) return;
    const { undo } = notice;
    const onKeyDown = (event: KeyboardEvent) => {
      // In a box with text, Ctrl+Z undoes typing.
      if (!isUndoKey(event) || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [notice]);

  return (
    <div
      class="toast-region"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div class={notice ? `toast ${notice.kind}` : undefined}>
        <p role="status">{notice?.text}</p>
        {notice?.undo && (
          <button type="button" class="toast-undo" aria-keyshortcuts="Control+Z" onClick={notice.undo}>
            {i18n.t('article.undo')}
          </button>
        )}
        {notice && (
          <button type="button" class="icon-button" aria-label={i18n.t('article.dismiss')} onClick={onDismiss}>
            <Icon name="close" />
          </button>
        )}
      </div>
    </div>
  );
}
