import { i18n } from '#i18n';

/** Gives a page of ours the language of its words, the direction of the browser's interface, and its title. */
export function applyPageLanguage(page: Document, title: string): void {
  page.documentElement.lang = i18n.t('language');
  page.documentElement.dir = i18n.t('@@bidi_dir');
  page.title = title;
}
