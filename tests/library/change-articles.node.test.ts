import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleSummary } from '../../utils/article/article';
import { articleId } from '../../utils/library/article-address';
import { type ArticleEdit, changeArticles, deleteArticles, replaceTags, restoreArticles } from '../../utils/library/change-articles';
import { tidyTag, tidyTags } from '../../utils/library/marks';
import { keyOf, parseMeta } from '../../utils/library/records';
import { listSummaries } from '../../utils/library/saved-articles';
import { sweep } from '../../utils/library/sweep';
import { saveArticle } from '../../utils/library/write-articles';
import type { Writer } from '../../utils/library/writer';
import type { Fault } from './faulty-area';
import { articleOf, startWorker } from './scene';

const urls = ['https://harbour.test/a', 'https://harbour.test/b', 'https://harbour.test/c'];
const idOf = (url: string) => articleId(url) as Promise<string>;

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined); // each failure is told there, and here each is meant
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

async function shelfOfThree(writer: Writer): Promise<string[]> {
  for (const url of urls) await saveArticle(writer, articleOf(url), url);
  return Promise.all(urls.map(idOf));
}

async function byId(writer: Writer): Promise<Map<string, ArticleSummary>> {
  return new Map((await listSummaries(writer.area)).map((summary) => [summary.id, summary]));
}

test('a change and its way back', async () => {
  const { writer } = startWorker();
  const [a = '', b = ''] = await shelfOfThree(writer);
  const before = await byId(writer);
  const change = { state: 'archived', favourite: true, addTags: ['Sea', ' sea ', 'Long\nreads'] } as const;
  const { done, left } = await changeArticles(writer, [
    { id: a, change },
    { id: b, change: { favourite: false } },
    { id: '0'.repeat(32), change },
  ]);
  expect(done.map(({ id }) => id)).toEqual([a]); // on b nothing differs
  expect(left).toEqual([{ id: '0'.repeat(32), reason: 'not-found' }]);
  const { archivedAt, ...after } = (await byId(writer)).get(a) as ArticleSummary;
  expect(after).toMatchObject({ state: 'archived', favourite: true, tags: ['Sea', 'Long reads'] });
  expect(archivedAt).toBeGreaterThan(0);
  await changeArticles(writer, done);
  expect(await byId(writer)).toEqual(before);
});

test('two windows that edit one article do not undo each other', async () => {
  const { writer } = startWorker();
  const [a = ''] = await shelfOfThree(writer);
  const [first] = await Promise.all([
    changeArticles(writer, [{ id: a, change: { addTags: ['one'], favourite: true } }]),
    changeArticles(writer, [{ id: a, change: { addTags: ['two'], state: 'archived' } }]),
  ]);
  expect((await byId(writer)).get(a)).toMatchObject({ tags: ['one', 'two'], favourite: true, state: 'archived' });
  await changeArticles(writer, first.done);
  expect((await byId(writer)).get(a)).toMatchObject({ tags: ['two'], favourite: false, state: 'archived' });
});

test('tags are renamed, merged and taken away, and each of it back again', async () => {
  const { writer } = startWorker();
  const [a = '', b = '', c = ''] = await shelfOfThree(writer);
  const tags = async () => [...(await byId(writer)).values()].map((summary) => summary.tags.join()).sort();
  await changeArticles(writer, [
    { id: a, change: { addTags: ['sea', 'ports'] } },
    { id: b, change: { addTags: ['Ports'] } },
    { id: c, change: { addTags: ['harbour'] } },
  ]);
  const merged = await replaceTags(writer, ['ports', 'harbour'], 'Harbours');
  expect(await tags()).toEqual(['Harbours', 'Harbours', 'sea,Harbours']);
  await changeArticles(writer, merged.done);
  expect((await tags()).join(';').toLowerCase()).toBe('ports;harbour;sea,ports');
  await replaceTags(writer, ['sea'], null);
  expect((await tags()).join(';')).not.toContain('sea');
  await replaceTags(writer, ['harbour'], 'HARBOUR'); // only the case changes
  expect(await tags()).toContain('HARBOUR');
});

test.each([
  ['  Long   reads ', 'Long reads'],
  ['a, b', 'a b'],
  ['\u0000\u200b', null],
  ['', null],
  [7, null],
  ['x'.repeat(100), 'x'.repeat(60)],
  ['e\u0301te\u0301', 'été'],
])('the tag %j is kept as %j', (given, kept) => {
  expect(tidyTag(given)).toBe(kept);
});

test('an article takes fifty tags, each once', () => {
  expect(tidyTags(Array.from({ length: 200 }, (_, index) => `Tag ${index % 60}`))).toHaveLength(50);
  expect(tidyTags('no list')).toEqual([]);
});

test('saving again keeps the tags, and wants again what was archived', async () => {
  const { writer } = startWorker();
  const [a = ''] = await shelfOfThree(writer);
  await changeArticles(writer, [{ id: a, change: { addTags: ['sea'], state: 'archived', favourite: true, progress: 1 } }]);
  await saveArticle(writer, articleOf(urls[0] as string, 'Corrected.'), urls[0] as string, { keepEarlier: true });
  expect((await byId(writer)).get(a)).toMatchObject({ tags: ['sea'], favourite: true, state: 'unread', progress: 0, archivedAt: null });
  const meta = parseMeta((await writer.area.get(keyOf.meta(a)))[keyOf.meta(a)]);
  expect(meta?.earlier).toHaveLength(1);
  await sweep({ ...writer, now: () => writer.now() + 1e9 });
  expect(await writer.area.get(keyOf.body(a, meta?.earlier[0]?.rev ?? ''))).not.toEqual({});
});

test('what version 1 stored is listed, changed and restored, and an earlier version writes to it no more', async () => {
  const { area, writer } = startWorker();
  const id = await idOf(urls[0] as string);
  const {
    contentHtml: _html,
    headings: _headings,
    completeness: _whole,
    standfirst: _standfirst,
    modifiedTime: _time,
    ...fields
  } = articleOf(urls[0] as string);
  const rev = 'loyw3v28-old';
  const old = { ...fields, v: 1, id, savedAt: 5, rev, length: 2, hash: 'h' };
  area.items.set('schema', '{"v":1}');
  area.items.set(keyOf.body(id, rev), JSON.stringify({ v: 1, id, rev, json: '{}' }));
  area.items.set(keyOf.trash(id), JSON.stringify({ v: 1, meta: old, deletedAt: writer.now() }));
  await sweep(writer);
  expect((await restoreArticles(writer, [id])).done).toEqual([id]);
  expect(await listSummaries(area)).toMatchObject([{ id, savedAt: 5, state: 'unread', favourite: false, tags: [], hasText: true }]);
  expect(area.items.get('schema')).toBe('{"v":2}');
  area.items.set(keyOf.meta(id), JSON.stringify(old));
  await changeArticles(writer, [{ id, change: { favourite: true } }]);
  await sweep({ ...writer, now: () => writer.now() + 1e9 });
  expect(parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)])).toMatchObject({
    text: { rev, length: 2, hash: 'h' },
    favourite: true,
  });
  expect(area.items.has(keyOf.body(id, rev))).toBe(true);
});

const acts: Record<string, (writer: Writer, ids: string[]) => Promise<{ done: unknown[]; left: { id: string }[] }>> = {
  change: (writer, ids) =>
    changeArticles(
      writer,
      ids.map((id): ArticleEdit => ({ id, change: { state: 'archived', addTags: ['new'] } })),
    ),
  delete: (writer, ids) => deleteArticles(writer, ids),
  restore: (writer, ids) => restoreArticles(writer, ids),
  rename: (writer) => replaceTags(writer, ['old'], 'new'),
};

describe.each([true, false])('with getKeys: %s', (withGetKeys) => {
  describe.each(Object.keys(acts))('%s of many', (name) => {
    test.each(['refuse', 'apply', 'tear', 'stop', 'stop-after'] as const)('%s at every operation', async (kind: Fault['kind']) => {
      const act = acts[name] as (typeof acts)[string];
      let whole = false;
      for (let at = 1; !whole; at++) {
        const items = new Map<string, string>();
        const first = startWorker(items, withGetKeys);
        const ids = await shelfOfThree(first.writer);
        await changeArticles(
          first.writer,
          ids.map((id) => ({ id, change: { addTags: ['old'] } })),
        );
        if (name === 'restore') await deleteArticles(first.writer, ids);
        const bodies = () => [...items.keys()].filter((key) => key.startsWith('body:')).sort();
        const before = bodies();
        first.area.operations = 0;
        first.area.fault = { kind, at };
        const answer = await Promise.race([act(first.writer, ids).catch(() => null), first.area.stopped]);
        whole = first.area.operations < at; // the fault came too late to hit anything

        const next = startWorker(items, withGetKeys, { now: 1_700_000_000_000 + 24 * 3_600_000 });
        for (let sweeps = 0; sweeps < 2; sweeps++) {
          const place = `${name}, ${kind} at ${at}, after ${sweeps} sweeps`;
          const listed = await byId(next.writer);
          const changed = (id: string): boolean => {
            const summary = listed.get(id);
            if (name === 'delete') return !summary;
            if (name === 'restore') return summary !== undefined;
            return summary?.tags.includes('new') === true && (name === 'rename') === !summary.tags.includes('old');
          };
          if (answer) {
            const left = answer.left.map(({ id }) => id);
            for (const id of ids) if (!left.includes(id)) expect(changed(id), place).toBe(true);
          }
          // Whatever happened, none is lost: each is listed or in the trash, with its text.
          for (const id of ids) expect(listed.has(id) || items.has(keyOf.trash(id)), place).toBe(true);
          expect(bodies(), place).toEqual(before);
          await sweep(next.writer);
        }
      }
    });
  });
});
