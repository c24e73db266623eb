import { collapse, decode, fold, readMeta } from './page-text';
import { asText, own, type StructuredData } from './structured-data';

const separators = /\s+[|·•»›–—-]\s+|\s*[|»]\s*|\s+::\s+/u;
const logoNames = /(^|[\s_-])(logo|site-?(title|name)|brand|masthead)(?=$|[\s_-])/i;

/** A window title without the site's name, at either end. */
export function stripSiteName(title: string, names: readonly string[]): string {
  const folded = names.map(fold).filter((name) => name.length > 1);
  const isSite = (part: string) => {
    const text = fold(part);
    return (
      text !== '' &&
      folded.some(
        (name) =>
          name === text ||
          (text.length > 3 && name.startsWith(text)) ||
          (name.length > 3 && text.startsWith(name) && text.length < name.length + 14),
      )
    );
  };
  let rest = title;
  for (let turn = 0; turn < 2; turn++) {
    const parts = rest.split(separators);
    const last = parts.at(-1) ?? '';
    const first = parts[0] ?? '';
    if (parts.length > 1 && isSite(last)) rest = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s|·•»›–—:-]+$/u, '');
    else if (parts.length > 1 && isSite(first)) rest = rest.slice(rest.indexOf(first) + first.length).replace(/^[\s|·•»›–—:-]+/u, '');
    else break;
  }
  return rest || title;
}

/** The h1 that the page's own names of the article agree with, else the only one that can be it. */
function findTitleElement(page: Document, declared: readonly string[]): { element: Element; agrees: boolean } | null {
  let best: { element: Element; score: number } | null = null;
  for (const element of page.querySelectorAll('h1,[itemprop~="headline"]')) {
    const text = fold(element.textContent);
    if (text.length < 3 || text.length > 400) continue;
    let score = 0;
    for (const name of declared) {
      if (name === text) score = Math.max(score, 4);
      else if (text.length >= 10 && (name.startsWith(text) || name.endsWith(text))) score = Math.max(score, 3);
      else if (name.length >= 10 && (text.startsWith(name) || text.endsWith(name))) score = Math.max(score, 2.5);
      else if (text.length >= 10 && name.slice(0, 20) === text.slice(0, 20)) score = Math.max(score, 2);
    }
    if (element.localName === 'h1') score += 0.5;
    if (logoNames.test((element.getAttribute('class') ?? '').slice(0, 200)) || element.closest('nav,footer,aside')) score -= 1;
    if (!best || score > best.score) best = { element, score };
  }
  return best ? { element: best.element, agrees: best.score >= 2 } : null;
}

/** Its text, with a space where the page breaks the line. */
function readLines(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data;
    else if (/^(br|div|p)$/.test((node as Element).localName)) text += ' ';
  }
  return collapse(text);
}

/** Half of the longer words are the same. */
function sharesWords(one: string, other: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const [less, more] = [words(one), words(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  let same = 0;
  for (const word of less) if (more.has(word)) same++;
  return less.size > 0 && same >= 0.5 * less.size;
}

/** A declared title without the section or slogan after a bar. */
function cutSection(title: string): string {
  const [first = title] = title.split(/\s+\|\s+/u);
  return first.length >= 20 ? first : title;
}

interface FoundTitle {
  title: string;
  /** The other names that the page gives it, without the site's. */
  others: string[];
  element: Element | null;
}

/** The article's title, and where it stands on the page (null when it stands nowhere). */
export function readTitle(page: Document, data: StructuredData, siteNames: readonly string[]): FoundTitle {
  const windowTitle = collapse(page.title);
  const social = readMeta(page, 'og:title', 'twitter:title');
  const headline = asText(own(data.articles[0], 'headline'));
  const declared = [headline && decode(headline), social, windowTitle].filter((text): text is string => Boolean(text));
  const bare = declared.map((text) => stripSiteName(collapse(text), siteNames));
  const found = findTitleElement(page, bare.map(fold));
  const others = found ? [...bare, readLines(found.element)] : bare;
  if (found) {
    const text = readLines(found.element);
    if (found.agrees || !bare.length) return { title: stripSiteName(text, siteNames), others, element: found.element };
    // A lone h1 in other words than the declared title is still the title; one with none of its words heads something else.
    const isAlone = page.querySelectorAll('h1').length === 1 && text.length >= 12 && text.length < 200;
    if (isAlone && bare.some((name) => sharesWords(text, name))) return { title: text, others, element: found.element };
    return { title: cutSection(bare[0] ?? text), others, element: found.element };
  }
  return { title: cutSection(bare[0] ?? ''), others, element: null };
}
