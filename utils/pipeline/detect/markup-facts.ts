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
  pagination: number;
}

const MOST_HEADINGS = 400;

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
    prices: count('[class*="price"],[class*="Price"],[itemprop="price"]'),
    forum: count('[class*="forum"],[class*="thread"],[class*="topic"],[class*="reply"],[class*="message"]'),
    pagination: count('[class*="paginat"],[class*="pager"]'),
  };
}
