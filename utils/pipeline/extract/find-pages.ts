import { PhraseIndex } from '../phrase-index';
import type { ArticlePages } from '../reading';
import { eachOf, type Steps } from '../steps';
import { mostPages, type PageAddress, readPageAddress } from './page-address';
import { collapse } from './page-text';
import { readBase } from './read-base';

/** In lower case, without the arrows around them. */
const nextWords = new PhraseIndex(
  [
    '(?:go to |continue to |read )?(?:the )?next(?: page)?|(?:page )?suivante?|page suivante|(?:p[áa]gina )?siguiente|(?:n[äa]chste seite|weiter)|(?:pr[óo]xima|seguinte)(?: p[áa]gina)?|(?:pagina )?(?:successiva|seguente)|avanti|volgende(?: pagina)?|следующая(?: страница)?|далее|вперед|الصفحة التالية|التالي|下一页|下一頁|下页|次のページ(?:へ)?|次へ|अगला(?: पेज| पृष्ठ)?',
  ],
  '$',
);
const arrows = /^[\s‹«<>»›→…]+|[\s‹«<>»›→…]+$/g;
const numberWords =
  /^[\s([]*(?:(?:go to )?(?:page|p[áa]gina|seite|страница|صفحة|पृष्ठ|पेज|第)\s*)?(\d{1,2})\s*(?:页|頁|ページ)?[\s)\]]*(?:(?:of|de|sur|von|di|van|из|من|\/)\s*\d{1,2}|[.:)–-]\s.*)?$/iu;
const countWords =
  /(?:page|p[áa]gina|seite|страница|صفحة|पृष्ठ|पेज)\s*\d{1,2}\s*(?:of|de|sur|von|di|van|из|من|\/)\s*(\d{1,2})\b|共\s*(\d{1,2})\s*[页頁]|\b\d{1,2}\s*\/\s*(\d{1,2})\s*ページ/iu;
/** Beyond this a line is no label of a pager. */
const longestLabel = 60;
/** What a pager stands in, when it does not stand in the text. */
const pager = '[class*="pag" i],[id*="pag" i],[class*="nav" i],nav,[aria-label*="pag" i],[role="navigation"]';
/** Pagers of comments, of lists of other articles. */
const otherPager = '#comments,[class*="comment" i],[id*="comment" i],[class*="related" i],[data-cc-hidden]';

const labelOf = (link: Element) => {
  const text = collapse(link.textContent);
  return /[a-z\d]/i.test(text) || /[\p{L}\p{N}]/u.test(text)
    ? text
    : collapse(link.getAttribute('aria-label') ?? link.getAttribute('title'));
};

/** The page that a link's own words say it leads to; null where they speak of no page. */
function wordsOf(link: Element, current: number): number | null {
  if (link.hasAttribute('rel')) {
    if (link.matches('[rel~="next" i]')) return current + 1;
    if (link.matches('[rel~="prev" i]')) return current - 1;
  }
  if ((link.textContent?.length ?? 0) > 4 * longestLabel) return null;
  const label = labelOf(link);
  if (!label || label.length > longestLabel) return null;
  if (nextWords.find(label.toLowerCase().replace(arrows, '')) >= 0) return current + 1;
  const [, number] = /\d/.test(label) ? (numberWords.exec(label) ?? []) : [];
  return number === undefined ? null : Number(number);
}

/** "Page 2 of 4", where it is said near a pager; 0 where it is not. */
function readCount(links: readonly Element[]): number {
  for (const link of links) {
    const box = link.closest(pager) ?? link.parentElement;
    const text = collapse(box?.textContent).slice(0, 400);
    const [, ...counts] = countWords.exec(text) ?? [];
    const count = Number(counts.find((digits) => digits !== undefined) ?? 0);
    if (count > 1) return count;
  }
  return 0;
}

/**
 * A cheap look at a link before its words are read: its address has the path of this page in it, as far as that can be told from its
 * letters. (An encoded path may be written in other ways.)
 */
function addressReader(own: PageAddress): (href: string) => boolean {
  const path = own.base.slice(own.base.indexOf('/'), own.base.indexOf('?')).replace(/\.\w{2,5}$/, '');
  return path.includes('%') ? () => true : (href) => !/^(?:https?:|\/)/i.test(href) || href.includes(path);
}

/**
 * The pages that the article on this page is spread over: links whose address is that of this page but for the page number, and whose
 * words say so. Only the same origin counts. Reads the copy before anything is taken out of it.
 *
 * @param url the page's address
 * @param isFurther whether another page of the article led here
 */
export function* findPages(page: Document, url: string, isFurther = false): Steps<ArticlePages> {
  const base = readBase(page, url);
  const canonical = URL.parse(page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '', base)?.href ?? null;
  const own = readPageAddress(url);
  const alone: ArticlePages = { number: 1, count: 1, addresses: [], canonical };
  if (!own) return alone;
  const origin = URL.parse(url)?.origin;
  const found = new Map<number, string>();
  const pagerLinks: Element[] = [];
  const mayBePart = addressReader(own);
  yield* eachOf(page.querySelectorAll('link[rel~="next" i][href],link[rel~="prev" i][href],a[href]'), (link) => {
    const href = link.getAttribute('href') ?? '';
    if (!mayBePart(href)) return;
    const number = wordsOf(link, own.number);
    if (number === null || number === own.number) return;
    const address = URL.parse(href, base);
    if (!address || address.origin !== origin) return;
    const other = readPageAddress(address.href);
    if (other?.base !== own.base || other.number !== number || link.closest(otherPager)) return;
    address.hash = '';
    if (!found.has(number)) found.set(number, address.href);
    if (link.localName === 'a') pagerLinks.push(link);
  });
  // A numbered address among numbered neighbours is an archive, unless it leads back to where the article begins.
  if (!found.size || (!isFurther && own.number > 1 && !found.has(1) && !found.has(own.number - 1))) return alone;
  const count = Math.min(mostPages, Math.max(own.number, ...found.keys(), readCount(pagerLinks)));
  return { number: own.number, count, addresses: [...found].sort(([a], [b]) => a - b), canonical };
}
