import { collapse, decode, fold } from '../../utils/pipeline/extract/page-text';
import { own, readStructuredData } from '../../utils/pipeline/extract/structured-data';
import { readWrittenDate } from '../../utils/pipeline/extract/written-dates';

const MOST = 6;
/** Shorter values (a language, a direction) stand within anything. */
const SHORT = 5;
const LONGEST = 400;

/** Every place of the page that may say something of the article, by name. */
function* places(page: Document): Generator<[name: string, text: string]> {
  for (const [nth, article] of readStructuredData(page).articles.entries())
    for (const key of ['headline', 'author', 'datePublished', 'dateModified', 'description', 'inLanguage'])
      yield [`JSON-LD ${nth + 1}: ${key}`, JSON.stringify(own(article, key) ?? '')];
  for (const meta of page.querySelectorAll('meta[content]'))
    yield [
      `meta ${meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')}`,
      meta.getAttribute('content') ?? '',
    ];
  yield ['window title', page.title];
  yield ['html lang', page.documentElement.lang];
  for (const element of page.querySelectorAll('h1,h2,p,time,a,span,div,[itemprop]')) {
    const text = element.getAttribute('datetime') ?? element.textContent ?? '';
    const name = element.className && typeof element.className === 'string' ? `.${element.className.trim().split(/\s+/)[0]}` : '';
    if (text.length < LONGEST) yield [`<${element.localName}${name}>`, text];
  }
}

/**
 * Where on the page a piece of metadata stands.
 *
 * @param lang for dates as people write them
 * @returns names of places, those that say nothing else first, a few at most
 */
export function findSources(page: Document, value: string, lang: string | null): string[] {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  const wanted = fold(value);
  const found = new Map<string, number>();
  for (const [name, source] of places(page)) {
    const text = collapse(decode(source));
    if (text.length < 2 || found.has(name)) continue;
    const says = day
      ? readWrittenDate(text.replaceAll('"', ' '), lang)?.startsWith(day)
      : fold(text) === wanted || (wanted.length > SHORT && fold(text).includes(wanted));
    if (says) found.set(name, text.length);
  }
  return [...found]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST)
    .map(([name]) => name);
}
