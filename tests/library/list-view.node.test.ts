import { expect, test } from 'vitest';
import type { ArticleSummary } from '../../utils/article/article';
import { firstRoute, type ListRoute, listPath, parseListRoute } from '../../utils/library/list-route';
import { allTags, chooseArticles, countArticles } from '../../utils/library/list-view';
import { freshMarks } from '../../utils/library/marks';
import { parseQuery } from '../../utils/search/query';

const article = (id: string, fields: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id,
  url: `https://www.herald.test/${id}`,
  title: id,
  ...{ byline: null, siteName: 'The Coast Herald', publishedTime: null, lang: 'en-GB', dir: 'ltr', excerpt: '', wordCount: 100 },
  ...{ savedAt: 0, hasText: true, rev: 'r' },
  ...freshMarks,
  ...fields,
});

const shelf = [
  article('new', { savedAt: 5, tags: ['Sea', 'later'], publishedTime: '2024-01-02' }),
  article('begun', { savedAt: 4, state: 'reading', wordCount: 9000, favourite: true }),
  article('away', { savedAt: 3, state: 'archived', tags: ['sea'], lang: 'de', publishedTime: '2025-01-02' }),
  article('other', { savedAt: 2, url: 'https://news.alpha.test/x', siteName: null, lang: null, wordCount: 2000, publishedTime: 'May' }),
];

const show = (route: Partial<ListRoute>, query = '', hits: string[] | null = null) =>
  chooseArticles(shelf, { ...firstRoute, ...route }, parseQuery(query), hits).map(({ id }) => id);

test.each([
  ['the reading list', {}, ['new', 'begun', 'other']],
  ['unread', { view: 'unread' }, ['new', 'other']],
  ['started', { view: 'started' }, ['begun']],
  ['favourites', { view: 'favourites' }, ['begun']],
  ['archived', { view: 'archived' }, ['away']],
  ['a tag, whatever its case', { tag: 'SEA' }, ['new']],
  ['a site', { site: 'news.alpha.test' }, ['other']],
  ['a length', { length: 'long' }, ['begun']],
  ['a language', { lang: 'en' }, ['new', 'begun']],
  ['oldest first', { sort: 'oldest' }, ['other', 'begun', 'new']],
  ['newest published first, those without a date last', { sort: 'published' }, ['new', 'begun', 'other']],
  ['longest first', { sort: 'longest' }, ['begun', 'other', 'new']],
  ['shortest first', { sort: 'shortest' }, ['new', 'other', 'begun']],
  ['by site', { sort: 'site' }, ['new', 'begun', 'other']],
] satisfies [string, Partial<ListRoute>, string[]][])('shows %s', (_, route, ids) => {
  expect(show(route)).toEqual(ids);
});

test.each([
  ['is:unread', ['new', 'other']],
  ['is:reading', ['begun']],
  ['is:favourite', ['begun']],
  ['is:archived', ['away']],
  ['-is:archived', ['new', 'begun', 'other']],
  ['tag:sea', ['new', 'away']],
  ['tag:sea -is:archived', ['new']],
  ['site:herald', ['new', 'begun', 'away']],
  ['site:alpha.test', ['other']],
  ['site:"coast her"', ['new', 'begun', 'away']],
  ['-site:herald.test', ['other']],
])('the condition %s', (query, ids) => {
  expect(show({}, query)).toEqual(ids);
});

test('a search of the reading list finds what is archived, too, the best hit first; a view keeps to itself', () => {
  expect(show({}, 'x', ['away', 'new'])).toEqual(['away', 'new']);
  expect(show({ view: 'unread' }, 'x', ['away', 'new'])).toEqual(['new']);
  expect(show({ sort: 'oldest' }, 'x', ['new', 'away'])).toEqual(['away', 'new']);
});

test('views are counted over everything, filters within the view', () => {
  const counts = countArticles(shelf, 'list');
  expect(counts.views).toEqual({ list: 3, unread: 2, started: 1, favourites: 1, archived: 1 });
  expect(counts.tags).toEqual([
    ['Sea', 1],
    ['later', 1],
  ]);
  expect(counts.sites[0]).toEqual(['herald.test', 2]);
  expect(counts.languages).toEqual([['en', 2]]);
  expect(countArticles(shelf, 'archived').tags).toEqual([['sea', 1]]);
  expect(allTags(shelf)).toEqual([
    ['later', 1],
    ['Sea', 2],
  ]);
});

test('an address names a list, and says no more than it must', () => {
  expect(listPath(firstRoute)).toBe('/library.html');
  const route: ListRoute = { view: 'archived', sort: 'longest', query: 'a & b', tag: 'the sea', site: null, length: 'long', lang: 'de' };
  expect(parseListRoute(listPath(route).slice('/library.html'.length))).toEqual(route);
  expect(parseListRoute('?view=nonsense&sort=constructor&length=&q=')).toEqual(firstRoute);
});

test('10,000 articles are chosen, sorted and counted in a moment', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => article(String(index), { url: `https://site-${index % 100}.test/a` }));
  expect(chooseArticles(many, { ...firstRoute, sort: 'site' }, parseQuery('site:site-5 is:unread'), null)).toHaveLength(1100);
  expect(countArticles(many, 'list').sites).toHaveLength(100);
});
