import { beforeEach, expect, test, vi } from 'vitest';
import { articleId } from '../../utils/library/article-address';
import { deleteArticles, restoreArticles } from '../../utils/library/change-articles';
import { removeVersion, restoreVersion } from '../../utils/library/change-versions';
import { keyOf, parseBody, parseMeta, versionsOf } from '../../utils/library/records';
import { sweep } from '../../utils/library/sweep';
import { MOST_EARLIER, saveArticle } from '../../utils/library/write-articles';
import type { Writer } from '../../utils/library/writer';
import type { Fault } from './faulty-area';
import { articleOf, startWorker } from './scene';

const url = 'https://harbour.test/story';
const id = (await articleId(url)) as string;
const hour = 3_600_000;

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined); // each failure is told there, and here each is meant
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

async function metaOf({ area }: Pick<Writer, 'area'>) {
  const meta = parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)]);
  if (!meta) throw new Error('The article should be saved');
  return meta;
}

/** The words of each version, oldest first; null for one without its body. */
async function wordsOf(writer: Writer): Promise<(string | null)[]> {
  const versions = versionsOf(await metaOf(writer));
  const bodies = await writer.area.get(versions.map(({ rev }) => keyOf.body(id, rev)));
  return versions.map(({ rev }) => JSON.parse(parseBody(bodies[keyOf.body(id, rev)])?.json ?? '{"excerpt":null}').excerpt);
}

/** Saves these one after another, each an hour later. */
async function saveAll(worker: ReturnType<typeof startWorker>, clock: { now: number }, ...texts: string[]): Promise<void> {
  for (const words of texts) {
    clock.now += hour;
    expect(await saveArticle(worker.writer, articleOf(url, words), url, { keepEarlier: true })).toMatchObject({ ok: true });
  }
}

function start() {
  const clock = { now: 1_700_000_000_000 };
  const worker = startWorker(new Map(), true, clock);
  return { ...worker, clock, save: (...texts: string[]) => saveAll(worker, clock, ...texts) };
}

test('each text is kept with its time, and the same text only once', async () => {
  const { writer, save } = start();
  await save('first', 'second', 'second', 'third');
  expect(await wordsOf(writer)).toEqual(['first', 'second', 'third']);
  const times = versionsOf(await metaOf(writer)).map(({ savedAt }) => savedAt);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(3);
});

test('what was stored before texts had times knows them from their names', async () => {
  const { writer, area, save } = start();
  await save('first', 'second');
  const stored = JSON.parse(area.items.get(keyOf.meta(id)) ?? '');
  const [{ savedAt }] = stored.earlier;
  delete stored.earlier[0].savedAt;
  area.items.set(keyOf.meta(id), JSON.stringify(stored));
  const [first] = versionsOf(await metaOf(writer));
  expect(Math.abs((first?.savedAt ?? 0) - savedAt)).toBeLessThan(100);
});

test.each([0, 1, 2])('version %i of three is removed and comes back', async (index) => {
  const { writer, save } = start();
  await save('first', 'second', 'third');
  const before = await metaOf(writer);
  const removed = versionsOf(before)[index];
  expect(await removeVersion(writer, id, removed?.rev)).toEqual({ ok: true, value: null });
  expect(await wordsOf(writer)).toEqual(['first', 'second', 'third'].toSpliced(index, 1));
  const { excerpt, savedAt } = await metaOf(writer);
  expect(excerpt).toBe(index === 2 ? 'second' : 'third'); // the lists show the one that is read
  expect(savedAt).toBe(versionsOf(before)[index === 2 ? 1 : 2]?.savedAt);
  expect(await restoreVersion(writer, id, removed)).toEqual({ ok: true, value: null });
  expect(await metaOf(writer)).toEqual(before);
});

test('the last text stays, and what is not there is not removed', async () => {
  const { writer, save } = start();
  await save('only');
  const [only] = versionsOf(await metaOf(writer));
  expect(await removeVersion(writer, id, only?.rev)).toEqual({ ok: false, reason: 'not-found' });
  expect(await removeVersion(writer, id, 'no-such')).toEqual({ ok: false, reason: 'not-found' });
  expect(await removeVersion(writer, 'no id', only?.rev)).toEqual({ ok: false, reason: 'not-found' });
  expect(await restoreVersion(writer, id, { rev: 'x' })).toEqual({ ok: false, reason: 'not-found' });
  expect(await wordsOf(writer)).toEqual(['only']);
});

test('a removed text is swept, and its undo says so then', async () => {
  const { writer, area, clock, save } = start();
  await save('first', 'second');
  const [first] = versionsOf(await metaOf(writer));
  await removeVersion(writer, id, first?.rev);
  clock.now += 24 * hour;
  await sweep(writer);
  expect([...area.items.keys()].filter((key) => key.startsWith('body:'))).toHaveLength(1);
  expect(await restoreVersion(writer, id, first)).toEqual({ ok: false, reason: 'not-found' });
  expect(await wordsOf(writer)).toEqual(['second']);
});

test('a delete takes every version along, and its undo brings all of them back', async () => {
  const { writer, clock, save } = start();
  await save('first', 'second', 'third');
  await deleteArticles(writer, [id]);
  clock.now += 24 * hour;
  await sweep(writer);
  await restoreArticles(writer, [id]);
  expect(await wordsOf(writer)).toEqual(['first', 'second', 'third']);
  await deleteArticles(writer, [id]);
  clock.now += 31 * 24 * hour;
  await sweep(writer);
  expect(Object.keys(await writer.area.get(null)).filter((key) => key.includes(id))).toEqual([]);
});

test('there is an end to versions, and nothing is lost at it', async () => {
  const { writer, save } = start();
  await save(...Array.from({ length: MOST_EARLIER + 1 }, (_, index) => `text ${index}`));
  const refused = await saveArticle(writer, articleOf(url, 'one more'), url, { keepEarlier: true });
  expect(refused).toEqual({ ok: false, reason: 'versions-full' });
  expect(await wordsOf(writer)).toHaveLength(MOST_EARLIER + 1);
  expect((await wordsOf(writer)).at(-1)).toBe(`text ${MOST_EARLIER}`);
});

test.each(['keep', 'remove', 'restore'] as const)('%s: whatever fails, every acknowledged text is there', async (act) => {
  for (const kind of ['refuse', 'apply', 'tear', 'stop', 'stop-after'] as Fault['kind'][]) {
    let whole = false;
    for (let at = 1; !whole; at++) {
      const { writer, area, save } = start();
      await save('first', 'second');
      const newest = versionsOf(await metaOf(writer)).at(-1);
      if (act === 'restore') await removeVersion(writer, id, newest?.rev);
      area.operations = 0;
      area.fault = { kind, at };
      const doing = {
        keep: () => saveArticle(writer, articleOf(url, 'third'), url, { keepEarlier: true }),
        remove: () => removeVersion(writer, id, newest?.rev),
        restore: () => restoreVersion(writer, id, newest),
      }[act];
      const answer = await Promise.race([doing(), area.stopped]);
      whole = area.operations < at;

      const next = startWorker(area.items, true, { now: 1_700_000_000_000 + 48 * hour });
      const [from, to] = {
        keep: [
          ['first', 'second'],
          ['first', 'second', 'third'],
        ],
        remove: [['first', 'second'], ['first']],
        restore: [['first'], ['first', 'second']],
      }[act];
      for (let sweeps = 0; sweeps < 2; sweeps++) {
        const place = `${act}, ${kind} at ${at}, after ${sweeps} sweeps`;
        const words = await wordsOf(next.writer);
        if (answer?.ok) expect(words, place).toEqual(to);
        else expect([from, to], place).toContainEqual(words);
        expect((await metaOf(next.writer)).excerpt, place).toBe(words.at(-1));
        await sweep(next.writer);
      }
    }
  }
});
