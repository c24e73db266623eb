import { parentOf } from './safe-dom';

/** Counts of telling elements. */
export interface MarkupFacts {
  figures: number;
  code: number;
  /** Headings below `h1`, and how many of them are links: teasers of other pages. */
  headings: number;
  linkedHeadings: number;
  prices: number;
  /** Elements whose class speaks of threads, topics and replies. */
  forum: number;
  hasPagination: boolean;
}

const MOST_HEADINGS = 400;

/** Parts of class names that tell of forums and of pages to leaf through; "rice" is in "price" and "Price". */
const forumParts = ['forum', 'thread', 'topic', 'reply', 'message'];
const pageParts = ['paginat', 'pager'];
const telling = ['rice', ...forumParts, ...pageParts].map((part) => `[class*="${part}"]`).join(',');

/** What class names tell: looked for in one pass, since each goes through every class on the page. */
function readClasses(page: Document): Pick<MarkupFacts, 'prices' | 'forum' | 'hasPagination'> {
  const read = Element.prototype.getAttribute;
  const facts = { prices: 0, forum: 0, hasPagination: false };
  const has = (name: string) => (part: string) => name.includes(part);
  for (const element of page.querySelectorAll(`${telling},[itemprop="price"]`)) {
    const isIn = has(read.call(element, 'class') ?? '');
    if (isIn('price') || isIn('Price') || read.call(element, 'itemprop') === 'price') facts.prices++;
    if (forumParts.some(isIn)) facts.forum++;
    facts.hasPagination ||= pageParts.some(isIn);
  }
  return facts;
}

/** Counts them; changes nothing. */
export function readMarkup(page: Document): MarkupFacts {
  const byTag = (name: string) => page.getElementsByTagName(name).length;
  let headings = 0;
  let linkedHeadings = 0;
  for (const heading of page.querySelectorAll('h2,h3,h4')) {
    if (++headings > MOST_HEADINGS) break;
    if (heading.querySelector('a[href]') || parentOf(heading)?.nodeName === 'A') linkedHeadings++;
  }
  return {
    figures: byTag('figure'),
    code: byTag('pre'),
    headings,
    linkedHeadings,
    ...readClasses(page),
  };
}
