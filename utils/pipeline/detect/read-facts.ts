import { readAddress } from './address-facts';
import type { AllFacts } from './article-signals';
import { readDeclared } from './declared-facts';
import { readHeadline } from './headline-facts';
import { readMarkup } from './markup-facts';
import { hasColumn, readText } from './text-facts';

/** What the page's address, its markup and its text tell; the text is read when somebody asks for it. Changes nothing. */
export function readFacts(page: Document, url: string): AllFacts {
  const declared = readDeclared(page);
  let headline: AllFacts['headline'] | undefined;
  let text: AllFacts['text'] | undefined;
  const facts: AllFacts = {
    address: readAddress(url),
    declared,
    markup: readMarkup(page),
    get headline() {
      headline ??= readHeadline(page, declared.ogTitle);
      return headline;
    },
    get text() {
      text ??= readText(page);
      return text;
    },
    hasText: (characters) => (text ? text.main >= characters : hasColumn(page, characters) || facts.text.main >= characters),
  };
  return facts;
}
