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

/** Each `*=` is looked for in every class on the page: one for "price" and "Price" is half the work of two. */
function countPrices(page: Document): number {
  const read = Element.prototype.getAttribute;
  let prices = 0;
  for (const element of page.querySelectorAll('[class*="rice"],[itemprop="price"]'))
    if (/[pP]rice/.test(read.call(element, 'class') ?? '') || read.call(element, 'itemprop') === 'price') prices++;
  return prices;
}

/** Counts them; changes nothing. */
export function readMarkup(page: Document): MarkupFacts {
  const byTag = (name: string) => page.getElementsByTagName(name).length;
  const count = (selector: string) => page.querySelectorAll(selector).length;
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
    prices: countPrices(page),
    forum: count('[class*="forum"],[class*="thread"],[class*="topic"],[class*="reply"],[class*="message"]'),
    hasPagination: page.querySelector('[class*="paginat"],[class*="pager"]') !== null,
  };
}
