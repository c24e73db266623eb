import { expect, test } from 'vitest';
import { daysBefore, fileSize, shortDate, siteOf } from '../../components/format';
import { applyChange } from '../../components/library/use-articles';
import { visibleRows } from '../../components/library/visible-rows';
import { unavailableReason } from '../../components/popup/page-view';
import type { ArticleSummary } from '../../utils/article/article';
import { freshMarks } from '../../utils/library/marks';

const summary = (id: string, fields: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id,
  url: `https://www.coastherald.test/${id}`,
  title: id,
  byline: null,
  siteName: null,
  publishedTime: null,
  lang: null,
  dir: 'ltr',
  excerpt: '',
  wordCount: 100,
  savedAt: 0,
  hasText: true,
  rev: 'rev',
  ...freshMarks,
  ...fields,
});

test.each([
  ['at the top', 100, 0, 15],
  ['scrolled to the middle', -50_000, 494, 516],
  ['at the end', -999_000, 9984, 10_000],
  ['scrolled out of sight', 5000, 0, 0],
])('of 10,000 rows only those in view are drawn: %s', (_, listTop, first, end) => {
  expect(visibleRows({ listTop, viewHeight: 1000, rowHeight: 100, count: 10_000 })).toEqual({ first, end: Math.max(first, end) });
});

test('an empty list draws nothing', () => {
  expect(visibleRows({ listTop: 0, viewHeight: 1000, rowHeight: 100, count: 0 })).toEqual({ first: 0, end: 0 });
});

test('a change of the library is applied to the list, newest first, as often as one likes', () => {
  const list = [summary('new', { savedAt: 3 }), summary('old', { savedAt: 1 }), summary('gone', { savedAt: 0 })];
  const change = { saved: [summary('between', { savedAt: 2 }), summary('old', { savedAt: 4 })], deleted: ['gone'] };
  const once = applyChange(list, change);
  expect(once.map(({ id }) => id)).toEqual(['old', 'new', 'between']);
  expect(applyChange(once, change)).toEqual(once);
});

const noon = new Date(2026, 10, 24, 12).getTime();

test.each([
  [new Date(2026, 10, 24, 0, 1), 0],
  [new Date(2026, 10, 23, 23, 59), 1],
  [new Date(2026, 9, 24, 12), 31],
])('%s lies %i days back', (then, days) => {
  expect(daysBefore(then.getTime(), noon)).toBe(days);
});

test.each([
  [new Date(2026, 10, 21, 9), '3 days ago'],
  [new Date(2026, 4, 4), '4 May'],
  [new Date(2023, 4, 4), '4 May 2023'],
])('%s is shown as %s', (then, words) => {
  expect(shortDate(then.getTime(), noon, 'en-GB')).toBe(words);
});

test.each([
  [0, '0 kB'],
  [1500, '1.5 kB'],
  [23_400_000, '23 MB'],
  [1_240_000_000, '1.2 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSize(bytes, 'en')).toBe(words);
});

test.each([
  ['https://www.news.test/a', 'news.test'],
  ['about:blank', null],
  ['no address', null],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});

test.each([
  ['', 'browser'],
  ['chrome://extensions/', 'browser'],
  ['about:addons', 'browser'],
  ['view-source:https://news.test/', 'browser'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://addons.mozilla.org/en-GB/firefox/', 'store'],
  ['chrome-extension://other/page.html', 'browser'],
  ['file:///home/reader/page.html', 'file'],
  ['https://news.test/report.pdf', 'other'],
])('%s cannot be read because: %s', (url, why) => {
  expect(unavailableReason(url, false)).toBe(why);
  expect(unavailableReason(url, true)).toBe('own');
});
