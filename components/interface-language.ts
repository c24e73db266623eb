import { i18n } from '#i18n';

/** Language (BCP 47) and direction of the interface's words, which may differ from those of the article around them. */
export function interfaceLanguage(): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: i18n.t('@@ui_locale').replaceAll('_', '-'), dir: i18n.t('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr' };
}
