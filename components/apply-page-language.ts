import { interfaceLanguage } from './interface-language';

/** Gives a page of ours the language and direction of its words, and its title. */
export function applyPageLanguage(page: Document, title: string): void {
  const { lang, dir } = interfaceLanguage();
  page.documentElement.lang = lang;
  page.documentElement.dir = dir;
  page.title = title;
}
