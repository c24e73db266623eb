import fs from 'node:fs';
import { expect, test } from 'vitest';
import { articleId, digest } from '../../utils/library/article-address';
import { changeArticles, restoreArticles } from '../../utils/library/change-articles';
import { checkLibrary } from '../../utils/library/check-library';
import { keyOf, parseBody, parseMeta, SCHEMA_VERSION, versionsOf } from '../../utils/library/records';
import { listSummaries } from '../../utils/library/saved-articles';
import { sweep } from '../../utils/library/sweep';
import { saveArticle } from '../../utils/library/write-articles';
import { NewerLibrary } from '../../utils/library/writer';
import { articleOf, startWorker } from './scene';

/*
 * `stored/version-<n>.json` is a library as the extension stored it when that was its version: whoever raises `SCHEMA_VERSION` adds the file
 * of the version before, and never changes one again.
 */
const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);
const now = 1_700_010_000_000;

function load(version: number) {
  const items = JSON.parse(fs.readFileSync(`tests/library/stored/version-${version}.json`, 'utf8')) as Record<string, unknown>;
  return startWorker(new Map(Object.entries(items).map(([key, value]) => [key, JSON.stringify(value)])), true, { now });
}

const idOf = async (name: string) => (await articleId(`https://harbour.test/${name}`)) as string;

/** The words of every text of a saved article, oldest first, each compared with what it should be. */
async function wordsOf({ area }: ReturnType<typeof load>, name: string): Promise<string[]> {
  const id = await idOf(name);
  const meta = parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)]);
  if (!meta) throw new Error(`${name} should be saved`);
  const words: string[] = [];
  for (const { rev, hash } of versionsOf(meta)) {
    const { json = '' } = parseBody((await area.get(keyOf.body(id, rev)))[keyOf.body(id, rev)]) ?? {};
    expect(await digest(json)).toBe(hash);
    words.push(JSON.parse(json).excerpt);
  }
  return words;
}

test.each(versions)('what version %i stored is whole, is changed and restored, and stays so', async (version) => {
  const worker = load(version);
  const { writer } = worker;
  expect(await wordsOf(worker, 'saved')).toEqual(['The saved one.']);
  const check = () => checkLibrary(writer, { signal: new AbortController().signal, onProgress: () => undefined });
  expect(await check()).toMatchObject({ damaged: [], orphans: 0 });

  await changeArticles(writer, [{ id: await idOf('saved'), change: { addTags: ['anew'] } }]);
  await restoreArticles(writer, [await idOf('deleted')]);
  await saveArticle(writer, articleOf('https://harbour.test/saved', 'The saved one, anew.'), 'https://harbour.test/saved', {
    keepEarlier: true,
  });
  await sweep(writer);
  expect(await wordsOf(worker, 'saved')).toEqual(['The saved one.', 'The saved one, anew.']);
  expect(await wordsOf(worker, 'deleted')).toEqual(['The deleted one.']);
  expect((await listSummaries(worker.area)).find(({ url }) => url.endsWith('/saved'))?.tags).toContain('anew');
  expect(await check()).toMatchObject({ damaged: [], orphans: 0 });
  expect(worker.area.items.get('schema')).toBe(JSON.stringify({ v: SCHEMA_VERSION }));
});

test('version 2 brings its marks, links and earlier texts along', async () => {
  const worker = load(2);
  expect(await wordsOf(worker, 'twice')).toEqual(['The text before.', 'The text since.']);
  const list = new Map((await listSummaries(worker.area)).map((summary) => [summary.id, summary]));
  expect(list.get(await idOf('saved'))).toMatchObject({ state: 'reading', favourite: true, progress: 0.4, tags: ['sea', 'Quay life'] });
  expect(list.get(await idOf('link'))).toMatchObject({ hasText: false, tags: ['brought'], savedAt: 1_600_000_000_000 });
});

test('what a version to come stored is refused, and nothing of it is touched', async () => {
  const worker = load(SCHEMA_VERSION);
  worker.area.items.set('schema', JSON.stringify({ v: SCHEMA_VERSION + 1 }));
  const before = new Map(worker.area.items);
  const [id, url] = [await idOf('saved'), 'https://harbour.test/new'];
  expect(await saveArticle(worker.writer, articleOf(url), url)).toEqual({ ok: false, reason: 'newer-version' });
  const edited = await changeArticles(worker.writer, [{ id, change: { favourite: false } }]);
  expect(edited).toEqual({ done: [], left: [{ id, reason: 'newer-version' }] });
  await expect(listSummaries(worker.area)).rejects.toThrow(NewerLibrary);
  await expect(sweep(worker.writer)).rejects.toThrow(NewerLibrary);
  expect(worker.area.items).toEqual(before);
});
