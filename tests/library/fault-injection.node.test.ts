import { beforeEach, describe, expect, test, vi } from 'vitest';
import { articleId, digest } from '../../utils/library/article-address';
import { deleteArticles, restoreArticles } from '../../utils/library/change-articles';
import { keyOf, parseBody, parseMeta, parseTrash } from '../../utils/library/records';
import { listSummaries } from '../../utils/library/saved-articles';
import { sweep } from '../../utils/library/sweep';
import { saveArticle } from '../../utils/library/write-articles';
import type { Writer } from '../../utils/library/writer';
import type { Fault } from './faulty-area';
import { articleOf, startWorker } from './scene';

const [kept, changed] = ['https://harbour.test/kept', 'https://harbour.test/changed'];
const dayLater = 24 * 3_600_000;

/** The words of a saved article, checked as a reader would; null when it is not listed. */
async function wordsOf(writer: Writer, url: string): Promise<string | null> {
  const id = (await articleId(url)) as string;
  if (!(await listSummaries(writer.area)).some((summary) => summary.id === id)) return null;
  const meta = parseMeta((await writer.area.get(keyOf.meta(id)))[keyOf.meta(id)]);
  const bodyKey = keyOf.body(id, meta?.text?.rev ?? '');
  const body = parseBody((await writer.area.get(bodyKey))[bodyKey]);
  expect(await digest(body?.json ?? '')).toBe(meta?.text?.hash);
  return JSON.parse(body?.json ?? '{}').excerpt;
}

const inTrash = async (writer: Writer, url: string): Promise<boolean> => {
  const key = keyOf.trash((await articleId(url)) as string);
  return parseTrash((await writer.area.get(key))[key]) !== null;
};

const wholly = ({ left }: { left: unknown[] }) => ({ ok: left.length === 0 });

interface Scenario {
  name: string;
  before(writer: Writer): Promise<unknown>;
  act(writer: Writer): Promise<{ ok: boolean }>;
  /** What may be listed afterwards: before the act, after it. */
  from: string | null;
  to: string | null;
}

const id = () => articleId(changed) as Promise<string>;
const scenarios: Scenario[] = [
  { name: 'save', before: async () => undefined, act: (w) => saveArticle(w, articleOf(changed, 'new'), changed), from: null, to: 'new' },
  {
    name: 'update',
    before: (w) => saveArticle(w, articleOf(changed, 'old'), changed),
    act: (w) => saveArticle(w, articleOf(changed, 'new'), changed),
    from: 'old',
    to: 'new',
  },
  {
    name: 'delete',
    before: (w) => saveArticle(w, articleOf(changed, 'old'), changed),
    act: async (w) => wholly(await deleteArticles(w, [await id()])),
    from: 'old',
    to: null,
  },
  {
    name: 'restore',
    before: async (w) => {
      await saveArticle(w, articleOf(changed, 'old'), changed);
      await deleteArticles(w, [await id()]);
    },
    act: async (w) => wholly(await restoreArticles(w, [await id()])),
    from: null,
    to: 'old',
  },
  {
    name: 'save again after a delete',
    before: async (w) => {
      await saveArticle(w, articleOf(changed, 'old'), changed);
      await deleteArticles(w, [await id()]);
    },
    act: (w) => saveArticle(w, articleOf(changed, 'new'), changed),
    from: null,
    to: 'new',
  },
];

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined); // each failure is told there, and here each is meant
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

describe.each([true, false])('with getKeys: %s', (withGetKeys) => {
  describe.each(scenarios)('$name', ({ name, before, act, from, to }) => {
    test.each(['refuse', 'apply', 'tear', 'stop', 'stop-after'] as const)('%s at every operation', async (kind: Fault['kind']) => {
      let whole = false;
      for (let at = 1; !whole; at++) {
        const items = new Map<string, string>();
        const first = startWorker(items, withGetKeys);
        await saveArticle(first.writer, articleOf(kept, 'kept'), kept);
        await before(first.writer);
        first.area.operations = 0;
        first.area.fault = { kind, at };
        const answer = await Promise.race([act(first.writer), first.area.stopped]);
        whole = first.area.operations < at; // the fault came too late to hit anything

        const next = startWorker(items, withGetKeys, { now: 1_700_000_000_000 + dayLater });
        for (let sweeps = 0; sweeps < 2; sweeps++) {
          const place = `${name}, ${kind} at ${at}, after ${sweeps} sweeps`;
          const words = await wordsOf(next.writer, changed);
          if (answer?.ok) expect(words, place).toBe(to);
          else expect([from, to], place).toContain(words);
          if (from === 'old' && words === null) expect(await inTrash(next.writer, changed), place).toBe(true);
          expect(await wordsOf(next.writer, kept), place).toBe('kept');
          await sweep(next.writer);
        }
        const once = new Map(items);
        await sweep(next.writer);
        expect(items).toEqual(once);
        expect([...items.keys()].filter((key) => key.startsWith('body:')).length).toBeLessThanOrEqual(2);
      }
    });
  });
});

test('where storage is full the save fails whole and says so', async () => {
  const { area, writer } = startWorker();
  await saveArticle(writer, articleOf(kept, 'kept'), kept);
  const stored = new Map(area.items);
  for (const room of [10, 600, 1200]) {
    area.quota = [...area.items.values()].join('').length + room;
    const answer = await saveArticle(writer, articleOf(changed, 'x'.repeat(1500)), changed);
    expect(answer).toEqual({ ok: false, reason: 'storage-full' });
    expect(await wordsOf(writer, kept)).toBe('kept');
    expect(await wordsOf(writer, changed)).toBeNull();
  }
  expect(area.items.get(keyOf.meta((await articleId(kept)) as string))).toBe(stored.get(keyOf.meta((await articleId(kept)) as string)));
});

test('twenty saves at once are all there', async () => {
  for (const withGetKeys of [true, false]) {
    const { writer } = startWorker(new Map(), withGetKeys);
    const urls = Array.from({ length: 20 }, (_, index) => `https://harbour.test/story-${index}`);
    const answers = await Promise.all(urls.map((url) => saveArticle(writer, articleOf(url), url)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await listSummaries(writer.area)).map(({ url }) => url).sort()).toEqual(urls.sort());
  }
});

test('a list that cannot be read is not an empty library', async () => {
  const { area } = startWorker();
  area.fault = { kind: 'refuse', at: 1 };
  await expect(listSummaries(area)).rejects.toThrow();
});
