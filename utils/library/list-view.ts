import type { ArticleSummary } from '../article/article';
import { readingMinutes } from '../article/reading-time';
import type { Condition, Query } from '../search/query';
import { fold } from '../search/tokens';
import type { Filters, Length, ListRoute, Sort, View } from './list-route';
import { tagKey } from './marks';
import { newestFirst } from './shelf-cache';

/** The host of an address without its "www."; an address of ours always has one. */
export const hostOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';

/** The language without its region. */
export const languageOf = ({ lang }: ArticleSummary): string | null => lang?.toLowerCase().split(/[-_]/)[0] || null;

export function lengthOf({ wordCount, lang }: ArticleSummary): Length {
  const minutes = readingMinutes(wordCount, lang);
  return minutes <= 5 ? 'short' : minutes <= 15 ? 'medium' : 'long';
}

const inView: Readonly<Record<View, (article: ArticleSummary) => boolean>> = {
  list: ({ state }) => state !== 'archived',
  unread: ({ state }) => state === 'unread',
  started: ({ state }) => state === 'reading',
  favourites: ({ favourite }) => favourite,
  archived: ({ state }) => state === 'archived',
};

function passes(article: ArticleSummary, { tag, site, length, lang }: Filters): boolean {
  if (tag !== null && !article.tags.some((one) => tagKey(one) === tagKey(tag))) return false;
  if (site !== null && hostOf(article.url) !== site) return false;
  if (length !== null && lengthOf(article) !== length) return false;
  return lang === null || languageOf(article) === lang;
}

function meets(article: ArticleSummary, { is, not }: Condition): boolean {
  switch (is.kind) {
    case 'site': {
      const host = hostOf(article.url);
      const name = fold(article.siteName ?? '');
      return (host === is.value || host.endsWith(`.${is.value}`) || host.startsWith(is.value) || name.includes(is.value)) !== not;
    }
    case 'tag':
      return article.tags.some((tag) => fold(tag) === is.value) !== not;
    case 'state':
      return (is.value === 'favourite' ? article.favourite : article.state === is.value) !== not;
  }
}

const published = ({ publishedTime }: ArticleSummary): number => Date.parse(publishedTime ?? '') || Number.NEGATIVE_INFINITY;
/** Greater first; equal ones, and equal infinities, stay as they are. */
const down = (a: number, b: number): number => (a === b ? 0 : b - a);

const orders: Readonly<Record<Sort, (a: ArticleSummary, b: ArticleSummary) => number>> = {
  newest: () => 0,
  oldest: (a, b) => a.savedAt - b.savedAt,
  published: (a, b) => down(published(a), published(b)),
  longest: (a, b) => down(a.wordCount, b.wordCount),
  shortest: (a, b) => down(b.wordCount, a.wordCount),
  site: (a, b) => (hostOf(a.url) < hostOf(b.url) ? -1 : hostOf(a.url) > hostOf(b.url) ? 1 : 0),
};

/** @param articles newest first; put in order where they stand */
const inOrder = (articles: ArticleSummary[], sort: Sort | null): readonly ArticleSummary[] =>
  sort && sort !== 'newest' ? articles.sort(orders[sort]) : articles;

/** By id; made once for each list, since every key typed asks for thousands. */
const known = new WeakMap<readonly ArticleSummary[], ReadonlyMap<string, ArticleSummary>>();

function articlesById(articles: readonly ArticleSummary[]): ReadonlyMap<string, ArticleSummary> {
  const byId = known.get(articles) ?? new Map(articles.map((article) => [article.id, article]));
  known.set(articles, byId);
  return byId;
}

/**
 * The articles of a list in its order.
 *
 * @param articles all of them, newest first
 * @param query what is looked for; where it is anything, the first view looks among what is archived, too
 * @param hits ids that the query's words found, the best first; null where it has no words
 */
export function chooseArticles(
  articles: readonly ArticleSummary[],
  { view, sort, ...filters }: ListRoute,
  query: Query,
  hits: readonly string[] | null,
): readonly ArticleSummary[] {
  const isAsked = hits !== null || query.conditions.length > 0;
  const isIn = view === 'list' && isAsked ? () => true : inView[view];
  const isChosen = (article: ArticleSummary): boolean =>
    isIn(article) && passes(article, filters) && query.conditions.every((condition) => meets(article, condition));
  if (!hits) return inOrder(articles.filter(isChosen), sort);
  const byId = articlesById(articles);
  const found = hits
    .map((id) => byId.get(id))
    .filter((article) => article !== undefined)
    .filter(isChosen);
  return sort ? inOrder(found.sort(newestFirst), sort) : found;
}

/** A value of a filter, and how many articles of the view have it. */
export type Facet = readonly [value: string, count: number];

export interface Counts {
  views: Record<View, number>;
  /** Of the view one looks at, the most frequent first. */
  tags: Facet[];
  sites: Facet[];
  lengths: Facet[];
  languages: Facet[];
}

const frequentFirst = (counts: ReadonlyMap<string, number>): Facet[] =>
  [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));

export function countArticles(articles: readonly ArticleSummary[], view: View): Counts {
  const byView: Record<View, number> = { list: 0, unread: 0, started: 0, favourites: 0, archived: 0 };
  const tags = new Map<string, number>();
  const sites = new Map<string, number>();
  const lengths = new Map<string, number>();
  const languages = new Map<string, number>();
  const spelling = new Map<string, string>();
  const count = (map: Map<string, number>, value: string | null) => value && map.set(value, (map.get(value) ?? 0) + 1);
  for (const article of articles) {
    for (const name of Object.keys(inView) as View[]) if (inView[name](article)) byView[name]++;
    if (!inView[view](article)) continue;
    for (const tag of article.tags) {
      if (!spelling.has(tagKey(tag))) spelling.set(tagKey(tag), tag);
      count(tags, spelling.get(tagKey(tag)) ?? tag);
    }
    count(sites, hostOf(article.url));
    count(lengths, lengthOf(article));
    count(languages, languageOf(article));
  }
  return {
    views: byView,
    tags: frequentFirst(tags),
    sites: frequentFirst(sites),
    lengths: frequentFirst(lengths),
    languages: frequentFirst(languages),
  };
}

/** Every tag there is, with how many articles have it, in the order of the alphabet. */
export function allTags(articles: readonly ArticleSummary[]): Facet[] {
  const tags = new Map<string, { tag: string; count: number }>();
  for (const article of articles)
    for (const tag of article.tags) {
      const known = tags.get(tagKey(tag));
      if (known) known.count++;
      else tags.set(tagKey(tag), { tag, count: 1 });
    }
  return [...tags.values()].map(({ tag, count }): Facet => [tag, count]).sort(([a], [b]) => a.localeCompare(b));
}
