import { useLayoutEffect, useRef } from 'preact/hooks';
import { interfaceLanguage } from '../interface-language';
import { trusted } from './trusted';
import { i18n } from './words';

interface Props {
  onStop(): void;
}

/** A large page is being read, and what stops it. Stands in a dialog of its own over the page, named by the same words. */
export function LargePage({ onStop }: Props) {
  const stop = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => stop.current?.focus(), []);
  return (
    <div {...interfaceLanguage()}>
      <h2>{i18n.t('reader.largePage')}</h2>
      <progress aria-label={i18n.t('reader.largePage')} />
      <p>{i18n.t('reader.largePageHint')}</p>
      <div class="actions">
        <button type="button" ref={stop} onClick={trusted(onStop)}>
          {i18n.t('reader.stopReading')}
        </button>
      </div>
    </div>
  );
}
