import { beforeEach, describe, expect, test, vi } from 'vitest';
import { articleId } from '../../utils/library/article-address';
import { parseArticleFields, summarise, type UnsafeArticle } from '../../utils/library/article-fields';
import { endImport, importBatch, lastImport, type NewArticle, startImport, undoImport } from '../../utils/library/import-articles';
import { freshMarks } from '../../utils/library/marks';
import { listSummaries } from '../../utils/library/saved-articles';
import { sweep } from '../../utils/library/sweep';
import { saveArticle } from '../../utils/library/write-articles';
import type { Fault } from './faulty-area';
import { articleOf, startWorker } from './scene';

async function newArticle(url: string, withText = true): Promise<NewArticle> {
  const article = parseArticleFields(articleOf(url)) as UnsafeArticle;
  const id = (await articleId(url)) as string;
  const marks = { ...freshMarks, tags: ['sea'] };
  return { summary: summarise(article, id, 1_600_000_000_000), marks, json: withText ? JSON.stringify(article) : null, earlier: [] };
}

const kept = 'https://harbour.test/kept';
const brought = ['https://harbour.test/a', 'https://harbour.test/b'];
const urls = async (area: ReturnType<typeof startWorker>['area']) => (await listSummaries(area)).map(({ url }) => url).sort();
const later = 24 * 3_600_000;

describe.each([true, false])('where the area can list its keys: %s', (withGetKeys) => {
  test('an import adds what is not saved, keeps times and marks, and is taken back whole', async () => {
    const { area, writer } = startWorker(new Map(), withGetKeys);
    await saveArticle(writer, articleOf(kept), kept);
    const before = new Map(area.items);
    const started = await startImport(writer, 'pocket.zip');
    if (!started.ok) throw new Error(started.reason);
    const added = await importBatch(writer, started.value, 0, [await newArticle(kept), await newArticle(brought[0] as string)]);
    expect(added).toEqual({ ok: true, value: 1 });
    await importBatch(writer, started.value, 1, [await newArticle(brought[1] as string, false)]);
    await endImport(writer, started.value);
    const list = await listSummaries(area);
    expect(list.map(({ url, savedAt, tags, hasText }) => [url, savedAt === 1_600_000_000_000, tags, hasText]).sort()).toEqual([
      [brought[0], true, ['sea'], true],
      [brought[1], true, ['sea'], false],
      [kept, false, [], true],
    ]);
    expect(await lastImport(area)).toMatchObject({ name: 'pocket.zip', state: 'done' });
    expect(await undoImport(writer, started.value)).toEqual({ ok: true, value: 2 });
    expect(await lastImport(area)).toBe(null);
    await sweep(writer);
    const ids = ({ ids: _ids, ...items }: Record<string, string>) => items;
    expect(ids(Object.fromEntries(area.items))).toEqual(ids(Object.fromEntries(before)));
  });
});

test('what was saved anew after the import stays when it is taken back', async () => {
  const { area, writer } = startWorker();
  const started = await startImport(writer, 'pocket.zip');
  if (!started.ok) throw new Error(started.reason);
  await importBatch(writer, started.value, 0, await Promise.all(brought.map((url) => newArticle(url))));
  await saveArticle(writer, articleOf(brought[0] as string, 'new words'), brought[0] as string);
  expect(await undoImport(writer, started.value)).toEqual({ ok: true, value: 1 });
  expect(await urls(area)).toEqual([brought[0]]);
});

test('a new import ends the chance to take the one before back', async () => {
  const { area, writer } = startWorker();
  const first = await startImport(writer, 'a.zip');
  if (!first.ok) throw new Error(first.reason);
  await importBatch(writer, first.value, 0, [await newArticle(brought[0] as string)]);
  await startImport(writer, 'b.zip');
  expect(await lastImport(area)).toMatchObject({ name: 'b.zip', state: 'running' });
  expect([...area.items.keys()].filter((key) => key.includes(first.value.id))).toEqual([]);
  expect(await urls(area)).toEqual([brought[0]]);
});

describe('an import that fails at any step', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  test.each<[Fault['kind'], boolean]>([
    ['refuse', true],
    ['apply', true],
    ['tear', true],
    ['stop', true],
    ['stop-after', true],
    ['refuse', false],
    ['stop-after', false],
  ])('%s (getKeys: %s): nothing else is touched, and it is taken back whole', async (kind, withGetKeys) => {
    let wasHit = true;
    for (let at = 1; wasHit; at++) {
      const { area, writer } = startWorker(new Map(), withGetKeys);
      await saveArticle(writer, articleOf(kept), kept);
      const started = await startImport(writer, 'pocket.zip');
      if (!started.ok) throw new Error(started.reason);
      area.operations = 0;
      area.fault = { kind, at };
      const articles = await Promise.all(brought.map((url) => newArticle(url)));
      await Promise.race([importBatch(writer, started.value, 0, articles), area.stopped]);
      wasHit = area.operations >= at;

      const fresh = startWorker(area.items, withGetKeys, { now: 1_700_000_000_000 + later });
      const run = await lastImport(fresh.area);
      if (run === null) throw new Error('The journal is lost');
      expect((await undoImport(fresh.writer, run)).ok, `${kind} at ${at}`).toBe(true);
      await sweep(fresh.writer);
      expect(await urls(fresh.area), `${kind} at ${at}`).toEqual([kept]);
      expect([...area.items.keys()].filter((key) => /^(import|quar|trash)/.test(key))).toEqual([]);
      expect([...area.items.keys()].filter((key) => key.startsWith('body:'))).toHaveLength(1);
    }
  });

  test.each<Fault['kind']>(['refuse', 'apply', 'tear', 'stop', 'stop-after'])(
    'taking back cut short (%s) is done by the next try',
    async (kind) => {
      let wasHit = true;
      for (let at = 1; wasHit; at++) {
        const { area, writer } = startWorker();
        const started = await startImport(writer, 'pocket.zip');
        if (!started.ok) throw new Error(started.reason);
        await importBatch(writer, started.value, 0, await Promise.all(brought.map((url) => newArticle(url))));
        area.operations = 0;
        area.fault = { kind, at };
        await Promise.race([undoImport(writer, started.value), area.stopped]);
        wasHit = area.operations >= at;
        const fresh = startWorker(area.items, true, { now: 1_700_000_000_000 + later });
        const run = await lastImport(fresh.area);
        if (run) await undoImport(fresh.writer, run);
        await sweep(fresh.writer);
        expect(await urls(fresh.area), `${kind} at ${at}`).toEqual([]);
        expect([...area.items.keys()].filter((key) => key.startsWith('body:'))).toEqual([]);
      }
    },
  );
});
