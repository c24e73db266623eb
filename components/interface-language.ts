import { i18n } from './reader/words';

interface InterfaceLanguage {
  lang: string;
  dir: 'ltr' | 'rtl';
}

function askLanguage(): InterfaceLanguage {
  const words = i18n.t('language');
  const browser = i18n.t('@@ui_locale').replaceAll('_', '-');
  return { lang: browser.split('-')[0] === words.split('-')[0] ? browser : words, dir: i18n.t('direction') === 'rtl' ? 'rtl' : 'ltr' };
}

/** Asked for by each row of a list, and the browser takes its time to answer. It stays the same for as long as the page lives. */
let known: InterfaceLanguage | null = null;

/**
 * Language (BCP 47) and direction of the interface's words, which may differ from those of the article around them. The browser's own
 * language where the words are in it, since it also tells the region; the words' language where they are not translated. The direction is
 * the words' own: a browser may run the other way, in a language that these words are not translated into.
 */
export function interfaceLanguage(): InterfaceLanguage {
  known ??= askLanguage();
  return known;
}
