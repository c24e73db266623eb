import { longWordsOf } from '../letters';
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
          // "Valley News Opinion" is the site's, "Valley Letter 18" an issue's own name.
          (name.length > 3 && text.startsWith(name) && text.length < name.length + 14 && !/\p{N}/u.test(text.slice(name.length))),
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

/** What stands in the window title beside the social title: the site's name, whatever else the page says of it. */
function namesBeside(windowTitle: string, social: string | null): string[] {
  if (!social || windowTitle.length <= social.length) return [];
  const beside = windowTitle.startsWith(social)
    ? /^\s*[|·•»›–—:-]+\s*(\S.*)$/u.exec(windowTitle.slice(social.length))
    : windowTitle.endsWith(social)
      ? /^(.*\S)\s*[|·•»›–—:-]+\s*$/u.exec(windowTitle.slice(0, -social.length))
      : null;
  return beside?.[1] ? [beside[1]] : [];
}

interface TitleElement {
  element: Element;
  /** The page's own names of the article say the same. */
  agrees: boolean;
}

/**
 * The h1 that the page's own names of the article agree with, else the only one that can be it.
 *
 * @param declared folded
 * @param sites folded: an h1 that says no more than the site's name heads the site
 */
function findTitleElement(page: Document, declared: readonly string[], sites: ReadonlySet<string>): TitleElement | null {
  const named = declared.some((name) => name && !sites.has(name));
  let best: { element: Element; score: number } | null = null;
  for (const element of page.querySelectorAll('h1,[itemprop~="headline"]')) {
    const text = fold(element.textContent);
    if (text.length < 3 || text.length > 400 || (named && sites.has(text))) continue;
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

/** Older pages set the title in an h2, or in a box of a class of its own: where it stands word for word. */
function findOtherElement(page: Document, declared: readonly string[]): Element | null {
  const wanted = new Set(declared.filter((name) => name.length >= 10));
  if (!wanted.size) return null;
  for (const element of page.querySelectorAll('h2,h3,legend,[class*="headline" i],[class*="title" i]')) {
    const text = element.textContent ?? '';
    if (text.length < 600 && wanted.has(fold(text)) && !element.closest('a,nav,footer,aside,li')) return element;
  }
  return null;
}

/** The runs of text in it, in order. */
function readRuns(element: Element): string[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const runs = [''];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const before = runs.at(-1) as string;
      const { data } = node as Text;
      // A box of its own, though its tag does not say so: "Best tools" + "Tested by us".
      runs.push(/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(data) ? ` ${data}` : data);
    } else if (/^(br|div|p)$/.test((node as Element).localName)) runs.push(' ');
  }
  return runs;
}

/** Letters of a date, a section or an invitation before the title. */
const longestLabel = 20;

/**
 * Its text, with a space where the page breaks the line, and without a label in a box of its own before the words that the page declares.
 *
 * @param declared folded
 */
function readLines(element: Element, declared: readonly string[]): string {
  const runs = readRuns(element);
  const whole = fold(runs.join(''));
  const start = runs.findIndex((_, at) => {
    const rest = fold(runs.slice(at).join(''));
    return rest.length >= 10 && rest.length < whole.length && whole.length - rest.length <= longestLabel && declared.includes(rest);
  });
  return collapse(decode(runs.slice(Math.max(0, start)).join('')));
}

/** How many of the longer words of the shorter text are in the other, as a share. */
function sharedWords(one: string, other: string): number {
  const [less, more] = [longWordsOf(one), longWordsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  return less.size ? [...less].filter((word) => more.has(word)).length / less.size : 0;
}

/** A title without the section or slogan after a bar. */
function cutSection(title: string): string {
  const [first = title] = title.split(/\s+\|\s+/u);
  return first.length >= 20 ? first : title;
}

/** Headlines in structured data may have 110 characters, so sites cut longer ones there, and only there. */
const headlineLimit = 100;

/** The declared title that goes first, whole. */
function pickDeclared([first = '', ...rest]: readonly string[]): string {
  const start = fold(first);
  const whole = first.length < headlineLimit ? undefined : rest.find((name) => name.length > first.length && fold(name).startsWith(start));
  return cutSection(whole ?? first);
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
  const folded = bare.map(fold);
  const sites = new Set([...siteNames, ...namesBeside(windowTitle, social)].map(fold));
  const found = findTitleElement(page, folded, sites);
  if (!found) return { title: pickDeclared(bare), others: bare, element: findOtherElement(page, folded) ?? page.querySelector('h1') };
  const text = readLines(found.element, folded);
  const others = [...bare, text];
  if (found.agrees || !bare.length) return { title: cutSection(stripSiteName(text, siteNames)), others, element: found.element };
  // A lone h1 in other words than the declared title is still the title; one with none of its words heads something else.
  const headings = new Set([...page.querySelectorAll('h1')].map((heading) => fold(heading.textContent)).filter((name) => !sites.has(name)));
  const isLikely = text.length >= 12 && text.length < 200;
  const shared = Math.max(...bare.map((name) => sharedWords(text, name)));
  if (isLikely && shared >= (headings.size === 1 ? 0.4 : 0.6)) return { title: text, others, element: found.element };
  return { title: pickDeclared(bare), others, element: findOtherElement(page, folded) ?? found.element };
}
