import { attributeOf, parentOf } from './safe-dom';

/** The main heading and what stands near it. */
export interface HeadlineFacts {
  /** White space collapsed; '' where the page has no `h1`. */
  text: string;
  dateNear: boolean;
  bylineNear: boolean;
}

/** Pieces of text looked at after and before the headline, and how many characters of standfirst may stand between. */
const AFTER = 40;
const BEFORE = 10;
const NEAR = 700;
const MOST_HEADLINES = 20;
// Digits of Latin, Arabic, Persian and Devanagari script; years of 1900 to 2099 with a day or month beside them.
const DIGIT = '[0-9٠-٩۰-۹०-९]';
const YEAR = `(?:19|20|١٩|٢٠|۱۹|۲۰|१९|२०)${DIGIT}{2}`;
const HAS_DIGIT = new RegExp(DIGIT);
const DATE = new RegExp(
  `${DIGIT}.{1,15}${YEAR}|${YEAR}.{1,12}${DIGIT}|${DIGIT}{1,2}[./-]${DIGIT}{1,2}[./-]${DIGIT}{2}|${DIGIT}(月${DIGIT}|월)`,
);
/** Words that a byline begins with. A set, since the rule for so many scripts takes longer to compile than all the rest to run. */
const leads = new Set('by von par por di da door af av przez autor от автор текст بقلم كتب 作者 文 記者 लेखक द्वारा'.split(' '));
/** In Chinese and Japanese it may stand after something else. */
const LEAD_INSIDE = /(^|[\s(（【])(記者|作者|文)[\s:：／/]/;
function isByline(text: string): boolean {
  const start = text.slice(0, 12).toLowerCase();
  return leads.has(start.split(/[\s:：]/, 1)[0] ?? '') || start.startsWith('written by') || LEAD_INSIDE.test(text);
}
const BYLINE_CLASS = /byline|author|writer|contributor|autor|auteur/;
const DATE_CLASS = /date|time|publish|posted/;

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The `h1` that the document's titles repeat, else the longest: a site's logo is often an `h1` too. */
function chooseHeadline(page: Document, titles: readonly string[]): Element | null {
  let best: Element | null = null;
  let longest = 0;
  let seen = 0;
  for (const heading of page.getElementsByTagName('h1')) {
    if (++seen > MOST_HEADLINES) break;
    const text = squash((heading.textContent ?? '').slice(0, 400)).toLowerCase();
    if (text.length > 10 && titles.some((title) => title.includes(text) || (title.length > 15 && text.includes(title)))) return heading;
    if (text.length > longest) [best, longest] = [heading, text.length];
  }
  return best;
}

/** Finds the headline and looks for a date and a byline near it. */
export function readHeadline(page: Document, ogTitle: string): HeadlineFacts {
  const titles = [page.title.slice(0, 400), ogTitle].map((title) => squash(title).toLowerCase()).filter(Boolean);
  const headline = chooseHeadline(page, titles);
  if (!headline || !page.body) return { text: '', dateNear: false, bylineNear: false };
  let dateNear = false;
  let bylineNear = false;

  /** Whether there is anything left to find out. */
  const isOpen = () => !dateNear || !bylineNear;
  /** Notes what a piece of text says; gives its length. */
  const look = (node: Text): number => {
    const parent = parentOf(node);
    const text = squash(node.data.slice(0, 200));
    if (!text || !parent || parent.nodeName === 'SCRIPT' || parent.nodeName === 'STYLE') return 0;
    if (text.length >= 120) return text.length;
    const above = parentOf(parent);
    const classes = `${attributeOf(parent, 'class')} ${above ? attributeOf(above, 'class') : ''}`.toLowerCase();
    dateNear ||=
      parent.nodeName === 'TIME' || (HAS_DIGIT.test(text) && (DATE.test(text) || (text.length < 40 && DATE_CLASS.test(classes))));
    bylineNear ||=
      isByline(text) ||
      (text.length < 80 && BYLINE_CLASS.test(`${classes} ${attributeOf(parent, 'rel')} ${attributeOf(parent, 'href')}`.toLowerCase()));
    return text.length;
  };

  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = headline;
  for (let left = AFTER, read = 0, node = walker.nextNode(); node && left > 0 && read < NEAR && isOpen(); node = walker.nextNode()) {
    if (headline.contains(node)) continue;
    const length = look(node as Text);
    read += length;
    if (length) left--;
  }
  walker.currentNode = headline;
  for (let left = BEFORE, node = walker.previousNode(); node && left > 0 && isOpen(); node = walker.previousNode())
    if (look(node as Text)) left--;
  return { text: squash((headline.textContent ?? '').slice(0, 400)), dateNear, bylineNear };
}
