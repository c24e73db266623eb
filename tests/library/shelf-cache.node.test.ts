import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ArticleSummary } from '../../utils/article/article';
import { keepLatest, readLatest } from '../../utils/library/latest-summaries';
import { freshMarks } from '../../utils/library/marks';
import { changeShelf, isShelfRight, newestFirst, putShelfRight, readShelf } from '../../utils/library/shelf-cache';

const summary = (number: number, fields: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id: number
    .toString(16)
    .padStart(32, '0')
    .replace(/^00/, (number % 200).toString(16).padStart(2, '0')),
  url: `https://news.test/${number}`,
  title: `Story ${number}`,
  ...{ byline: null, siteName: null, publishedTime: null, lang: null, dir: 'ltr', excerpt: '', wordCount: 1, hasText: true, rev: 'r' },
  savedAt: number,
  ...freshMarks,
  ...fields,
});
const many = Array.from({ length: 100 }, (_, index) => summary(index)).sort(newestFirst);

afterEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await deleteDB('shelf');
});

async function read() {
  let first: { titles: string[]; count: number } | null = null;
  const all = await readShelf(({ newest, count }) => {
    first = { titles: newest.map(({ title }) => title), count };
  });
  return { first: first as { titles: string[]; count: number } | null, all };
}

test('nothing is cached at first; then the list is there, its beginning before the rest', async () => {
  expect((await read()).all).toBeNull();
  expect(await putShelfRight(many)).toBe(false);
  const { first, all } = await read();
  expect(first).toEqual({ titles: many.slice(0, 40).map(({ title }) => title), count: 100 });
  expect(all).toEqual(many);
  expect(await putShelfRight(many)).toBe(true);
});

test('what differs from the library is put right', async () => {
  await putShelfRight(many);
  const now = many.slice(1).map((one) => (one.savedAt === 50 ? { ...one, title: 'Another' } : one));
  expect(await putShelfRight(now)).toBe(false);
  expect(await read()).toMatchObject({ first: { count: 99 }, all: now });
});

test('compared piece by piece, whatever differs from the library is seen', async () => {
  const isRight = async (stored: ArticleSummary[], ids = stored.map(({ id }) => id)) =>
    isShelfRight((await read()).all ?? [], ids, async (some) => stored.filter(({ id }) => some.includes(id)));
  await putShelfRight(many);
  expect(await isRight(many)).toBe(true);
  expect(await isRight([])).toBe(false);
  expect(await isRight(many.slice(0, -1))).toBe(false);
  expect(await isRight([...many, summary(700)])).toBe(false);
  expect(await isRight(many.map((one) => (one.savedAt === 50 ? { ...one, title: 'Another' } : one)))).toBe(false);
  const damaged = summary(700).id; // there is something of that name, but it is no article
  expect(await isRight(many, [...many.map(({ id }) => id), damaged])).toBe(true);
  const db = await openDB('shelf', 1);
  await db.put('latest', { newest: many.slice(1, 5), count: 100 }, 0);
  db.close();
  expect(await isRight(many)).toBe(false);
});

test('changes are taken in as they come', async () => {
  await putShelfRight(many);
  const [newest, old] = [summary(500), summary(-1)];
  await changeShelf({ saved: [newest, old, { ...summary(99), title: 'Anew' }], deleted: [summary(98).id] });
  const { first, all } = await read();
  expect(first?.count).toBe(101);
  expect(first?.titles.slice(0, 3)).toEqual(['Story 500', 'Anew', 'Story 97']);
  expect(first?.titles).not.toContain('Story -1');
  expect(all?.map(({ savedAt }) => savedAt)).toEqual([500, 99, ...many.slice(2).map(({ savedAt }) => savedAt), -1]);
  expect(await putShelfRight(all ?? [])).toBe(true);
});

test('a change makes no cache where there is none: it would lack the rest', async () => {
  await changeShelf({ saved: [summary(1)], deleted: [] });
  expect((await read()).all).toBeNull();
});

test('a cache of another version, or a damaged one, is no cache', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  (await openDB('shelf', 99)).close();
  expect((await read()).all).toBeNull();
  await putShelfRight(many);
  const db = await openDB('shelf', 1);
  await db.put('parts', '[{"id":', '00');
  db.close();
  expect((await read()).all).toBeNull();
  expect(await putShelfRight(many)).toBe(false);
});

test('the beginning of the list is in memory after each change, and is shown once', async () => {
  await putShelfRight(many);
  expect((await readLatest())?.count).toBe(100);
  await changeShelf({ saved: [summary(500)], deleted: [summary(98).id] });
  const kept = await readLatest();
  const shown = vi.fn();
  await readShelf(shown);
  expect(shown.mock.calls).toEqual([[kept]]);
  expect(kept?.newest.slice(0, 2).map(({ title }) => title)).toEqual(['Story 500', 'Story 99']);
});

test('what is in memory and no longer so gives way to the cache', async () => {
  await putShelfRight(many);
  const right = await readLatest();
  await keepLatest({ newest: [summary(500)], count: 1 });
  const shown = vi.fn();
  expect(await readShelf(shown)).toEqual(many);
  expect(shown.mock.calls.map(([{ count }]) => count)).toEqual([1, 100]);
  expect(await readLatest()).toEqual(right);
});

test('where nothing can be kept in memory, the cache does', async () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('no'));
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('no'));
  await putShelfRight(many);
  expect(await read()).toMatchObject({ first: { count: 100 }, all: many });
  expect(warned).toHaveBeenCalled();
});
