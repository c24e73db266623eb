import { i18n } from './reader/words';

/**
 * Language (BCP 47) and direction of the interface's words, which may differ from those of the article around them. The browser's own
 * language where the words are in it, since it also tells the region; the words' language where they are not translated, and those are
 * English, from left to right, also in a browser whose own words run the other way.
 */
export function interfaceLanguage(): { lang: string; dir: 'ltr' | 'rtl' } {
  const words = i18n.t('language');
  const browser = i18n.t('@@ui_locale').replaceAll('_', '-');
  const translated = browser.split('-')[0] === words.split('-')[0];
  return { lang: translated ? browser : words, dir: translated && i18n.t('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr' };
}
