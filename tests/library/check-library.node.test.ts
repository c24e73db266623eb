import { beforeEach, describe, expect, test, vi } from 'vitest';
import { articleId, digest } from '../../utils/library/article-address';
import { deleteArticles } from '../../utils/library/change-articles';
import { checkLibrary, mendLibrary, readAside, removeAside } from '../../utils/library/check-library';
import { keyOf, parseBody, parseMeta, revsOf } from '../../utils/library/records';
import { listSummaries } from '../../utils/library/saved-articles';
import { saveArticle } from '../../utils/library/write-articles';
import type { Writer } from '../../utils/library/writer';
import type { Fault } from './faulty-area';
import { articleOf, startWorker } from './scene';

const urlOf = (name: string) => `https://harbour.test/${name}`;
const idOf = async (name: string) => (await articleId(urlOf(name))) as string;
const [plain, twice, deleted] = await Promise.all(['plain', 'twice', 'deleted'].map(idOf));
const hour = 3_600_000;

/** One article, one with an earlier text, and one in the trash. */
async function fill(withGetKeys = true) {
  const clock = { now: 1_700_000_000_000 };
  const worker = startWorker(new Map(), withGetKeys, clock);
  for (const name of ['plain', 'twice', 'deleted']) await saveArticle(worker.writer, articleOf(urlOf(name), `${name} first`), urlOf(name));
  clock.now += hour;
  await saveArticle(worker.writer, articleOf(urlOf('twice'), 'twice second'), urlOf('twice'), { keepEarlier: true });
  await deleteArticles(worker.writer, [deleted as string]);
  clock.now += hour;
  return worker;
}

const check = (writer: Writer) => checkLibrary(writer, { signal: new AbortController().signal, onProgress: () => undefined });

/** The words of each listed article that is whole, by id. */
async function wholeOnes({ area }: Writer): Promise<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const { id } of await listSummaries(area)) {
    const meta = parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)]);
    const key = keyOf.body(id, meta?.text?.rev ?? '');
    const json = parseBody((await area.get(key))[key])?.json ?? '';
    if ((await digest(json)) === meta?.text?.hash) words[id] = JSON.parse(json).excerpt;
  }
  return words;
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined); // each failure is told there, and here each is meant
});

test('a sound library is found sound, and nothing of it is changed', async () => {
  const { area, writer } = await fill();
  const before = new Map(area.items);
  expect(await check(writer)).toEqual({ articles: 3, damaged: [], orphans: 0, isListed: true });
  expect(area.items).toEqual(before);
});

const garbage: [string, string | null][] = [
  ['missing', null],
  ['null', 'null'],
  ['a number', '7'],
  ['a string', '"\\u0000x"'],
  ['a list', '[{}]'],
  ['an empty record', '{}'],
  ['a record of a version to come', '{"v":99,"id":"x"}'],
];

describe.each([true, false])('getKeys: %s', (withGetKeys) => {
  test.each(garbage)('whichever key is %s: the rest can be read, the check says it, the repair mends it', async (_, value) => {
    for (const key of [...(await fill(withGetKeys)).area.items.keys()]) {
      if (key === 'schema' && value?.includes('99')) continue; // a later version's library is not ours to look at
      const { area, writer } = await fill(withGetKeys);
      const sound = await wholeOnes(writer);
      if (value === null) area.items.delete(key);
      else area.items.set(key, value);

      const whole = await wholeOnes(writer);
      for (const [id, words] of Object.entries(sound)) if (!key.includes(id)) expect(whole[id], key).toBe(words);
      const report = await check(writer);
      const isArticle = /^(meta|trash|body):/.test(key);
      if (isArticle && value !== null)
        expect(
          report.damaged.map(({ id }) => id),
          key,
        ).toEqual([key.split(':')[1]]);

      expect(await mendLibrary(writer, report), key).toMatchObject({ ok: true });
      expect(await check(writer), key).toMatchObject({ damaged: [], orphans: 0, isListed: true });
      if (isArticle && value !== null) expect(JSON.stringify(await readAside(writer)), key).toContain(JSON.stringify(key));
      for (const [id, words] of Object.entries(sound)) if (!key.includes(id)) expect((await wholeOnes(writer))[id], key).toBe(words);
    }
  });
});

const body = async (id: string, area: Awaited<ReturnType<typeof fill>>['area']) => {
  const [rev] = revsOf(parseMeta(JSON.parse(area.items.get(keyOf.meta(id)) ?? '')));
  return keyOf.body(id, rev ?? '');
};

test('a damaged text gives way to the newest whole one; without one the link stays, and what was left is set aside', async () => {
  const { area, writer } = await fill();
  for (const id of [plain, twice] as string[]) {
    const key = await body(id, area);
    area.items.set(key, (area.items.get(key) ?? '').replace('tide', 'tied').replace(/second|first/, 'other'));
  }
  const report = await check(writer);
  expect(report.damaged.map(({ fault }) => fault)).toEqual(['text-damaged', 'text-damaged']);
  expect(await mendLibrary(writer, report)).toEqual({ ok: true, value: 2 });
  expect(await wholeOnes(writer)).toEqual({ [twice as string]: 'twice first' });
  expect((await listSummaries(area)).find(({ id }) => id === plain)).toMatchObject({
    hasText: false,
    title: articleOf(urlOf('plain')).title,
  });
  expect(JSON.stringify(await readAside(writer))).toContain('plain other');
  expect(await removeAside(writer)).toMatchObject({ ok: true });
  expect(await readAside(writer)).toEqual({});
});

test('a lost record is made anew from its text, with the marks that can be read', async () => {
  const { area, writer } = await fill();
  area.items.set(keyOf.meta(plain as string), '{"v":2,"tags":["sea"],"favourite":true}');
  const report = await check(writer);
  expect(report.damaged).toMatchObject([{ id: plain, fault: 'record-lost' }]);
  await mendLibrary(writer, report);
  expect((await listSummaries(area)).find(({ id }) => id === plain)).toMatchObject({ tags: ['sea'], favourite: true, hasText: true });
  expect((await wholeOnes(writer))[plain as string]).toBe('plain first');
});

test.each<Fault['kind']>(['refuse', 'apply', 'tear', 'full', 'stop', 'stop-after'])(
  'a repair that fails at any step (%s) loses nothing, and is done by the next',
  async (kind) => {
    let wasHit = true;
    for (let at = 1; wasHit; at++) {
      const { area, writer } = await fill();
      const key = await body(twice as string, area);
      area.items.set(key, '"what is left of it"');
      const report = await check(writer);
      area.operations = 0;
      area.fault = { kind, at };
      await Promise.race([mendLibrary(writer, report), area.stopped]);
      wasHit = area.operations >= at;
      expect([...area.items.values()].join(), `${kind} at ${at}`).toContain('what is left of it');
      const next = startWorker(area.items, true, { now: 1_700_100_000_000 }).writer;
      expect(await mendLibrary(next, await check(next))).toMatchObject({ ok: true });
      expect(await wholeOnes(next), `${kind} at ${at}`).toEqual({ [plain as string]: 'plain first', [twice as string]: 'twice first' });
      expect(JSON.stringify(await readAside(next))).toContain('what is left of it');
    }
  },
);

test('it can be stopped', async () => {
  const { writer } = await fill();
  const stop = new AbortController();
  stop.abort();
  await expect(checkLibrary(writer, { signal: stop.signal, onProgress: () => undefined })).rejects.toThrow();
});
