import { interfaceLanguage } from '../interface-language';
import { trusted } from './trusted';
import { i18n } from './words';

/** Says that only the selected part is here, and leads to the whole. */
export function PartNote({ onShowWhole }: { onShowWhole(): void }) {
  return (
    <div class="note" {...interfaceLanguage()}>
      <p>{i18n.t('reader.part')}</p>
      <button type="button" class="text-button" onClick={trusted(onShowWhole)}>
        {i18n.t('reader.whole')}
      </button>
    </div>
  );
}
