import type { Article, Completeness } from '../../article/article';
import { sanitise, sanitiseToFragment } from '../sanitise/sanitise';
import { finish } from '../steps';
import { countWords } from '../structure/count-words';

/** A page of the article and its number. */
export interface NumberedPage {
  number: number;
  article: Article;
}

/** Shorter lines may well stand twice in an article: "No.", "* * *". */
const shortestRepeat = 25;

const fold = (element: Element) => (element.textContent ?? '').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
const isHeading = (element: Element) => /^h[2-6]$/.test(element.localName);
const pictureOf = (element: Element) => (element.matches('img') ? element : element.querySelector('img'))?.getAttribute('src') ?? '';

/** What a block is known by: its words, or its picture where it has next to none; '' for what may stand twice. */
function nameOf(block: Element): string {
  const picture = pictureOf(block);
  if (picture) return `picture:${picture}`;
  const words = fold(block);
  return words.length >= shortestRepeat || isHeading(block) ? words : '';
}

/** Takes out of a page what the pages before it have, and adds its own blocks to what is known. */
function dropRepeats(fragment: DocumentFragment, known: Set<string>): void {
  const own: string[] = [];
  let begun = false;
  for (const block of [...fragment.children]) {
    const name = nameOf(block);
    // Sections of several pages may bear the same name; only at its head does a page repeat a heading.
    const repeats = name !== '' && known.has(name) && !(begun && isHeading(block));
    if (repeats) block.remove();
    else {
      begun = true;
      if (name) own.push(name);
    }
  }
  for (const name of own) known.add(name);
}

/** Headings and footnotes of each page are numbered from one: gives those of page `number` names of their own. */
function renameIds(fragment: DocumentFragment, number: number): (id: string) => string {
  const rename = (id: string) => id.replace(/^cc-/, `cc-p${number}-`);
  for (const element of fragment.querySelectorAll('[id]')) element.id = rename(element.id);
  for (const link of fragment.querySelectorAll('a[href^="#cc-"]'))
    link.setAttribute('href', `#${rename((link.getAttribute('href') ?? '').slice(1))}`);
  return rename;
}

/**
 * Adds a page to an article. What the later of the two repeats of the earlier (the lead picture, the first paragraphs, a box) is left out.
 *
 * @param article keeps its title, byline and address
 * @param page another page of it
 * @param place on which side of the article it belongs
 * @param complete whether this was the last page that was missing
 */
export function joinPage(article: Article, page: NumberedPage, place: 'before' | 'after', complete: boolean): Article {
  const own = { fragment: sanitiseToFragment(article.contentHtml, article.url), headings: article.headings };
  const added = { fragment: sanitiseToFragment(page.article.contentHtml, page.article.url), headings: page.article.headings };
  const rename = renameIds(added.fragment, page.number);
  added.headings = added.headings.map((heading) => ({ ...heading, id: rename(heading.id) }));
  const [first, second] = place === 'after' ? [own, added] : [added, own];
  const known = new Set<string>();
  dropRepeats(first.fragment, known);
  dropRepeats(second.fragment, known);
  const body = own.fragment.ownerDocument.createElement('div');
  body.append(first.fragment, second.fragment);
  const { html, text } = sanitise(body, article.url);
  return {
    ...article,
    contentHtml: html,
    headings: [...first.headings, ...second.headings].filter(({ id }) => body.querySelector(`#${id}`)),
    wordCount: finish(countWords(text, article.lang)),
    completeness: joinCompleteness(article.completeness, page.article.completeness, complete),
  };
}

/** What is missing of either page is missing of both; that pages are missing is true until they are all there. */
function joinCompleteness(one: Completeness, other: Completeness, complete: boolean): Completeness {
  const lesser = [one, other].filter(({ missing }) => missing !== null && missing !== 'pages').sort((a, b) => a.share - b.share)[0];
  const share = Math.min(one.share, other.share);
  if (lesser) return { ...lesser, share };
  return complete ? { state: 'whole', share, missing: null } : { state: 'partial', share, missing: 'pages' };
}
