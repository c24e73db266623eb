import { useLayoutEffect, useRef } from 'preact/hooks';
import { interfaceLanguage } from '../interface-language';
import { trusted } from './trusted';
import { i18n } from './words';

interface Props {
  title: string;
  hint: string;
  /** "Read this page anyway"; null where that was tried. */
  onAnyway: (() => void) | null;
  onClose(): void;
}

/** Why there is nothing to read, and what can be done. Stands in a dialog of its own over the page. */
export function ReaderMessage({ title, hint, onAnyway, onClose }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div {...interfaceLanguage()}>
      <h2>{title}</h2>
      <p>{hint}</p>
      <div class="actions">
        <button type="button" ref={onAnyway ? undefined : first} onClick={trusted(onClose)}>
          {i18n.t('reader.dismiss')}
        </button>
        {onAnyway && (
          <button type="button" class="primary" ref={first} onClick={trusted(onAnyway)}>
            {i18n.t('reader.readAnyway')}
          </button>
        )}
      </div>
    </div>
  );
}
