import type { Article } from '../article/article';
import { readPageAddress } from '../pipeline/extract/page-address';
import { joinPage } from '../pipeline/join/join-pages';
import { isSameArticle } from '../pipeline/join/same-article';
import type { ArticlePages, Reading } from '../pipeline/reading';
import type { FetchedPage } from './fetch-page';

/** Pages asked for at one click. */
const mostAtOnce = 40;
/** A page that brings fewer new words is the same page again. */
const fewestNewWords = 10;

/** Why no further page was asked for. `other-article`, `repeat`: what is there is the whole article, whatever the numbers said. */
export type GatheringEnd = 'all' | 'other-article' | 'repeat' | 'sign-in' | 'unreachable' | 'cancelled' | 'limit';

/** What is there so far: hand it back to go on where it ended. */
export interface Gathering {
  /** All pages so far as one article. */
  article: Article;
  pages: ArticlePages;
  /** Numbers of the pages that are in it. */
  there: readonly number[];
}

export interface GatherOptions {
  fetchPage(address: string, signal: AbortSignal): Promise<FetchedPage>;
  read(page: Document, url: string): Reading;
  signal: AbortSignal;
  /** Called before each page is asked for, with its number and how many there are as far as is known. */
  onStart(number: number, count: number): void;
  /** Called after each page that was brought in. */
  onPage(gathering: Gathering): void;
}

export const startGathering = (article: Article, pages: ArticlePages): Gathering => ({ article, pages, there: [pages.number] });

/** How many pages are not there yet, as far as is known. */
export const countMissing = ({ pages, there }: Gathering): number => pages.count - there.length;

const merge = (pages: ArticlePages, found: ArticlePages): ArticlePages => ({
  ...pages,
  count: Math.max(pages.count, found.count),
  addresses: [...new Map([...found.addresses, ...pages.addresses])].sort(([a], [b]) => a - b),
});

/** The next page to ask for: those before the first from the last to the first, so that each joins what is there; then the rest. */
function nextPage({ pages, there }: Gathering): [number: number, address: string] | undefined {
  const missing = pages.addresses.filter(([number]) => !there.includes(number));
  return missing.findLast(([number]) => number < pages.number) ?? missing[0];
}

/** The page was fetched, but it is a wall: another address than was asked for, or a password box where the text should be. */
const isWall = (asked: string, { page, url }: { page: Document; url: string }, reading: Reading) =>
  readPageAddress(url)?.base !== readPageAddress(asked)?.base || (!reading.ok && page.querySelector('input[type="password"]') !== null);

/** What the numbers promised is not there: what there is, is the article. */
function closeOff({ article, pages, there }: Gathering): Gathering {
  const { share, missing } = article.completeness;
  const completeness = missing === 'pages' ? { state: 'whole' as const, share, missing: null } : article.completeness;
  return { article: { ...article, completeness }, pages: { ...pages, count: there.length, addresses: [] }, there };
}

/** Brings in page after page until there is no more, or something stands in the way. */
export async function gatherPages(start: Gathering, options: GatherOptions): Promise<{ gathering: Gathering; end: GatheringEnd }> {
  let gathering = start;
  for (let asked = 0; asked < mostAtOnce; asked++) {
    const { article, pages, there } = gathering;
    const next = nextPage(gathering);
    if (!next) return { gathering, end: there.length >= pages.count ? 'all' : 'unreachable' };
    const [number, address] = next;
    options.onStart(number, pages.count);
    const fetched = await options.fetchPage(address, options.signal);
    if (!fetched.ok) return { gathering, end: fetched.reason };
    const reading = options.read(fetched.page, address);
    if (isWall(address, fetched, reading)) return { gathering, end: 'sign-in' };
    if (!reading.ok) return { gathering, end: 'unreachable' };
    const other = { article: reading.article, canonical: reading.pages.canonical };
    if (!isSameArticle({ article, canonical: pages.canonical }, other)) return { gathering: closeOff(gathering), end: 'other-article' };
    const known = merge(pages, reading.pages);
    const joined = joinPage(
      article,
      { number, article: reading.article },
      number < pages.number ? 'before' : 'after',
      there.length + 1 >= known.count,
    );
    if (joined.wordCount < article.wordCount + fewestNewWords) return { gathering: closeOff(gathering), end: 'repeat' };
    gathering = { article: joined, pages: known, there: [...there, number] };
    options.onPage(gathering);
    if (options.signal.aborted) return { gathering, end: 'cancelled' };
  }
  return { gathering, end: 'limit' };
}
