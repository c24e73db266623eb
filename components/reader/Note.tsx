import { Icon } from '../Icon';
import { interfaceLanguage } from '../interface-language';
import { trusted } from './trusted';
import { i18n } from './words';

/** A line above the title; the button leaves the reader for the page, which has the whole. */
export function Note({ text, onShowPage }: { text: string; onShowPage: (() => void) | null }) {
  return (
    <div class="note" {...interfaceLanguage()}>
      <Icon name="warning" />
      <p>{text}</p>
      {onShowPage && (
        <button type="button" class="text-button" onClick={trusted(onShowPage)}>
          {i18n.t('reader.showPage')}
        </button>
      )}
    </div>
  );
}
