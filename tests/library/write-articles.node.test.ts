import { beforeEach, expect, test, vi } from 'vitest';
import { articleAddress, articleId } from '../../utils/library/article-address';
import { deleteArticles, restoreArticles } from '../../utils/library/change-articles';
import { keyOf } from '../../utils/library/records';
import { listSummaries } from '../../utils/library/saved-articles';
import { sweep } from '../../utils/library/sweep';
import { LONGEST_ARTICLE, saveArticle, savedIdOf } from '../../utils/library/write-articles';
import { NewerLibrary } from '../../utils/library/writer';
import { articleOf, startWorker } from './scene';

const url = 'https://harbour.test/a';

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));

test.each([
  ['https://www.harbour.test/a/?utm_source=x&b=2&a=1#top', 'harbour.test/a?a=1&b=2'],
  ['http://harbour.test/a?fbclid=1', 'harbour.test/a'],
  ['https://harbour.test/', 'harbour.test/'],
  ['https://harbour.test/app#!/story/1', 'harbour.test/app#!/story/1'],
  ['https://harbour.test:8080/a?id=7', 'harbour.test:8080/a?id=7'],
  ['ftp://harbour.test/a', null],
  ['nonsense', null],
])('the address of %s is %s', (given, address) => {
  expect(articleAddress(given)).toBe(address);
});

test('saving the same address again updates the article', async () => {
  const { area, writer } = startWorker();
  await saveArticle(writer, articleOf(url, 'old'), url);
  await saveArticle(writer, articleOf(url, 'new'), `${url}?utm_medium=mail#end`);
  expect((await listSummaries(area)).map(({ excerpt }) => excerpt)).toEqual(['new']);
  expect([...area.items.keys()].filter((key) => key.startsWith('body:'))).toHaveLength(1);
});

test('the address is the one the browser says, whatever the message says', async () => {
  const { area, writer } = startWorker();
  await saveArticle(writer, articleOf('https://bank.test/statement'), url);
  expect((await listSummaries(area)).map((summary) => summary.url)).toEqual([url]);
  expect(await savedIdOf(area, url)).toBe(await articleId(url));
  expect(await savedIdOf(area, 'https://bank.test/statement')).toBeNull();
});

test.each([[null], ['text'], [{}], [{ ...articleOf(url), version: 99 }], [{ ...articleOf(url), contentHtml: 7 }]])(
  'what is no article is refused: %j',
  async (value) => {
    const { area, writer } = startWorker();
    expect(await saveArticle(writer, value, url)).toEqual({ ok: false, reason: 'failed' });
    expect(area.items.size).toBe(0);
  },
);

test('wrong fields are emptied, the rest is kept', async () => {
  const { area, writer } = startWorker();
  const odd = { ...articleOf(url), byline: 7, wordCount: -1, dir: 'up', headings: [{ id: 'x', text: 'no' }, null], extra: 'x' };
  expect((await saveArticle(writer, odd, url)).ok).toBe(true);
  expect(await listSummaries(area)).toMatchObject([{ byline: null, wordCount: 0, dir: 'ltr', siteName: 'The Harbour' }]);
});

test('an article beyond the limit is refused', async () => {
  const { writer } = startWorker();
  const huge = { ...articleOf(url), contentHtml: 'x'.repeat(LONGEST_ARTICLE + 1) };
  expect(await saveArticle(writer, huge, url)).toEqual({ ok: false, reason: 'too-large' });
});

test('a library of a later version is left alone', async () => {
  const { area, writer } = startWorker(new Map([['schema', '{"v":99}']]));
  expect(await saveArticle(writer, articleOf(url), url)).toEqual({ ok: false, reason: 'newer-version' });
  await expect(listSummaries(area)).rejects.toThrow(NewerLibrary);
  await expect(sweep(writer)).rejects.toThrow(NewerLibrary);
  expect([...area.items]).toEqual([['schema', '{"v":99}']]);
});

test('delete and undo bring the same article back; after thirty days it is gone', async () => {
  const clock = { now: 1_700_000_000_000 };
  const { area, writer } = startWorker(new Map(), true, clock);
  const id = (await articleId(url)) as string;
  await saveArticle(writer, articleOf(url), url);
  const saved = await listSummaries(area);
  expect(await deleteArticles(writer, [id])).toEqual({ done: [id], left: [] });
  expect(await listSummaries(area)).toEqual([]);
  expect(await restoreArticles(writer, [id])).toEqual({ done: [id], left: [] });
  expect(await listSummaries(area)).toEqual(saved);

  await deleteArticles(writer, [id]);
  clock.now += 31 * 24 * 3_600_000;
  await sweep(writer);
  expect([...area.items.keys()]).toEqual(['schema']);
  expect(await restoreArticles(writer, [id])).toEqual({ done: [], left: [{ id, reason: 'not-found' }] });
});

test('the sweeper touches nothing that is damaged', async () => {
  const clock = { now: 1_700_000_000_000 };
  const { area, writer } = startWorker(new Map(), true, clock);
  const id = (await articleId(url)) as string;
  await saveArticle(writer, articleOf(url), url);
  for (const key of area.items.keys()) if (key.startsWith('body:')) area.items.delete(key);
  const other = (await articleId('https://harbour.test/b')) as string;
  area.items.set(keyOf.meta(other), '{"v":7}');
  area.items.set(keyOf.body(other, 'loyw3v28-old'), '{}');
  clock.now += 24 * 3_600_000;
  const before = new Map(area.items);
  await sweep(writer);
  expect(area.items).toEqual(before);
  expect(before.has(keyOf.meta(id))).toBe(true);
});

test.each([true, false])('a text that is read back otherwise is not saved, and what was there stays (%s)', async (wasSaved) => {
  const { area, writer } = startWorker();
  vi.spyOn(console, 'error').mockReturnValue(undefined); // told there, and meant here
  if (wasSaved) await saveArticle(writer, articleOf(url, 'before'), url);
  const before = await listSummaries(area);
  const read = area.get.bind(area);
  vi.spyOn(area, 'get').mockImplementation(async (keys) => {
    const items = await read(keys);
    return Object.fromEntries(Object.entries(items).map(([key, value]) => [key, key.startsWith('body:') ? null : value]));
  });
  expect(await saveArticle(writer, articleOf(url, 'after'), url)).toEqual({ ok: false, reason: 'failed' });
  expect(await listSummaries(area)).toEqual(before);
});
