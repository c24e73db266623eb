import type { Steps } from '../steps';
import type { Metadata } from './metadata';
import { collapse, decode, fold, readMeta } from './page-text';
import { readByline } from './read-byline';
import { readDates } from './read-date';
import { readLanguage } from './read-language';
import { readTitle } from './read-title';
import { asText, own, readStructuredData } from './structured-data';

const standfirstSelector =
  '[itemprop~="description"],[itemprop~="alternativeHeadline"],.standfirst,.dek,.article-dek,.subtitle,.post-subtitle,.entry-subtitle,.article-subtitle,.sub-title,.subheadline,' +
  '.sub-headline,.post-excerpt,.entry-excerpt,.article-excerpt,.article-summary,.article__summary,.lede,.chapo,.sottotitolo,.entradilla,.bajada,[class*="standfirst" i],[class*="subheadline" i],[class*="article__dek" i]';

/** A sentence, not a text: longer ones are the article's first paragraph. */
const longestStandfirst = 400;

/** The sentence under the title: marked as one near it, or standing right under it and saying what the page says of itself. */
function readStandfirst(page: Document, title: Element | null, description: string | null): string | null {
  if (!title) return null;
  const isSentence = (text: string) => text.length >= 20 && text.length <= longestStandfirst && fold(text) !== fold(title.textContent);
  for (let scope = title.parentElement, steps = 0; scope && scope !== page.body && steps < 3; scope = scope.parentElement, steps++) {
    for (const element of scope.querySelectorAll(standfirstSelector)) {
      const text = collapse(element.textContent);
      const isAfter = (title.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      if (isAfter && isSentence(text) && !element.contains(title) && !element.closest('aside,nav,footer,figure,li')) return text;
    }
  }
  const next = title.nextElementSibling;
  const text = collapse(next?.textContent);
  if (next && /^(p|h2|h3|div)$/.test(next.localName) && isSentence(text) && description && fold(text) === fold(description)) return text;
  return null;
}

function readSiteNames(page: Document, declared: string | null, url: string): string[] {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
  const labels = host.split('.');
  return [
    declared,
    readMeta(page, 'og:site_name'),
    readMeta(page, 'application-name', 'apple-mobile-web-app-title'),
    host,
    labels.length > 1 ? labels.at(-2) : null,
    labels[0],
  ].filter((name): name is string => Boolean(name));
}

/**
 * Title, byline, dates and the rest, from structured data, meta elements and the text near the title. Reads the copy before anything is
 * taken out of it. Broken or hostile data is as good as none: nothing is thrown.
 *
 * @param url the page's address
 */
export function* readMetadata(page: Document, url: string): Steps<Metadata> {
  const data = readStructuredData(page);
  const article = data.articles[0];
  const declaredSite = data.siteName && decode(data.siteName);
  const siteNames = readSiteNames(page, declaredSite, url);
  const { title, others, element } = readTitle(page, data, siteNames);
  yield;
  const { lang, dir } = readLanguage(page, asText(own(article, 'inLanguage')));
  yield;
  const dates = readDates(page, data, element, lang, url);
  yield;
  const description = readMeta(page, 'og:description', 'description', 'twitter:description') ?? asText(own(article, 'description'));
  const standfirst = readStandfirst(page, element, description);
  yield;
  const byline = readByline(page, data, element, siteNames);
  yield;
  return {
    title,
    otherTitles: others,
    standfirst,
    byline,
    publishedTime: dates.published,
    modifiedTime: dates.modified,
    siteName: readMeta(page, 'og:site_name') ?? declaredSite ?? (URL.parse(url)?.hostname.replace(/^www\./, '') || null),
    excerpt: collapse(decode(description ?? '')),
    lang,
    dir,
  };
}
