import { Icon } from '../Icon';
import { interfaceLanguage } from '../interface-language';
import { trusted } from './trusted';
import type { Resume } from './use-resume';
import { i18n } from './words';

/** The way to where one was, or from there to the beginning: a line at the foot of the view that goes by itself. */
export function ResumeOffer({ state, progress, onGo, onDismiss }: Resume) {
  const share = new Intl.NumberFormat(interfaceLanguage().lang, { style: 'percent' }).format(progress);
  return (
    <aside class="resume" aria-label={i18n.t('reader.continue')}>
      {state === 'continued' && <p>{i18n.t('reader.continued')}</p>}
      <button type="button" class="text-button" onClick={trusted(onGo)}>
        {state === 'offered' ? i18n.t('reader.continue') : i18n.t('reader.toStart')}
      </button>
      {state === 'offered' && <span class="resume-share">{share}</span>}
      <button
        type="button"
        class="icon-button"
        title={i18n.t('reader.dismiss')}
        aria-label={i18n.t('reader.dismiss')}
        onClick={trusted(onDismiss)}
      >
        <Icon name="close" size={16} />
      </button>
    </aside>
  );
}
