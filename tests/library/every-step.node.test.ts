import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { digest } from '../../utils/library/article-address';
import { freshMarks } from '../../utils/library/marks';
import { readBodies } from '../../utils/library/read-bodies';
import { keyOf, parseBody, parseMeta, versionsOf } from '../../utils/library/records';
import { listSummaries } from '../../utils/library/saved-articles';
import { putShelfRight, readShelf } from '../../utils/library/shelf-cache';
import { saveArticle } from '../../utils/library/write-articles';
import type { Writer } from '../../utils/library/writer';
import { SearchWorker } from '../../utils/search/search-worker';
import { type Look, names, type Scenario, scenarios, type Told, urlOf } from './act-scenarios';
import type { Fault } from './faulty-area';
import { articleOf, startWorker } from './scene';

const dayLater = 24 * 3_600_000;

/** Every listed article, each read and checked as a reader would. */
async function describeAll({ area }: Writer): Promise<Look> {
  const look: Look = {};
  for (const { id, url, state, tags } of await listSummaries(area)) {
    const meta = parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)]);
    const words: string[] = [];
    for (const { rev, hash } of meta ? versionsOf(meta) : []) {
      const body = parseBody((await area.get(keyOf.body(id, rev)))[keyOf.body(id, rev)]);
      expect(await digest(body?.json ?? ''), `${url} is whole`).toBe(hash);
      words.push(JSON.parse(body?.json ?? '{}').excerpt);
    }
    look[url.replace(urlOf(''), '')] = [words.at(-1) ?? 'no text', state, ...tags].join(', ');
  }
  return look;
}

/** The ids of what a new page's search finds by a word that every text has. */
async function searchAll({ area }: Writer): Promise<string[]> {
  const articles = await listSummaries(area);
  return new Promise((resolve) => {
    const worker = new SearchWorker((message) => {
      if (message.name === 'bodies') void readBodies(message.wanted, area).then((texts) => worker.hear({ name: 'bodies', texts }));
      if (message.name === 'found') resolve(message.ids.sort());
    });
    const known = articles.map(({ id, rev }) => ({ id, rev, title: '', facts: '' }));
    void worker.hear({ name: 'articles', saved: known, deleted: [] }).then(() => worker.hear({ name: 'find', number: 1, query: 'story' }));
  });
}

async function openCaches(writer: Writer): Promise<void> {
  await putShelfRight(await listSummaries(writer.area));
  await searchAll(writer);
}

async function expectCachesToFollow(writer: Writer, place: string): Promise<void> {
  const listed = await listSummaries(writer.area);
  await putShelfRight(listed);
  expect(await readShelf(() => undefined), place).toEqual(listed);
  expect(await searchAll(writer), place).toEqual(listed.flatMap(({ id, hasText }) => (hasText ? [id] : [])).sort());
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined); // each failure is told there, and here each is meant
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  vi.stubGlobal('navigator', { locks: { request: (_: string, act: () => Promise<void>) => act() } });
});
afterEach(async () => {
  await Promise.all([deleteDB('search'), deleteDB('shelf')]);
  vi.unstubAllGlobals();
});

async function startScene(scenario: Scenario, items: Map<string, string>, withGetKeys: boolean) {
  const worker = startWorker(items, withGetKeys);
  for (const name of names) {
    const marks = { ...freshMarks, tags: ['sea'] };
    await saveArticle(worker.writer, articleOf(urlOf(name), `${name} text`), urlOf(name), { marks });
  }
  await scenario.before?.(worker.writer);
  return worker;
}

describe.each(scenarios)('$name', (scenario) => {
  test.each<[Fault['kind'], boolean]>([
    ['refuse', true],
    ['apply', true],
    ['tear', true],
    ['full', true],
    ['stop', true],
    ['stop-after', true],
    ['refuse', false],
    ['stop', false],
  ])('%s at every step (getKeys: %s)', async (kind, withGetKeys) => {
    let wasHit = true;
    for (let at = 1; wasHit; at++) {
      const place = `${kind} at ${at}`;
      const items = new Map<string, string>();
      const { area, writer } = await startScene(scenario, items, withGetKeys);
      expect(await describeAll(writer), place).toMatchObject(Object.fromEntries(Object.entries(scenario.from).filter(([, look]) => look)));
      area.operations = 0;
      area.fault = { kind, at };
      const told = await Promise.race([scenario.act(writer).catch((): Told => ({ ok: false, reasons: ['thrown'] })), area.stopped]);
      wasHit = area.operations >= at;
      if (told && !told.ok) expect(told.reasons.length, place).toBeGreaterThan(0);
      if (kind === 'full') for (const reason of told?.reasons ?? []) expect(reason, place).toBe('storage-full');

      const next = startWorker(items, withGetKeys, { now: 1_700_000_000_000 + dayLater });
      const look = await describeAll(next.writer);
      for (const name of new Set([...Object.keys(scenario.from), ...Object.keys(scenario.to), ...Object.keys(look)])) {
        const [from, to, now] = [scenario.from[name] ?? null, scenario.to[name] ?? null, look[name] ?? null];
        if (told?.ok) expect(now, `${place}: ${name}`).toBe(to);
        else expect([from, to], `${place}: ${name}`).toContain(now);
      }
    }
    expect.hasAssertions();
  });

  test('after a stop at any step, list and search follow what is stored', async () => {
    let wasHit = true;
    for (let at = 1; wasHit; at++) {
      const items = new Map<string, string>();
      const { area, writer } = await startScene(scenario, items, true);
      await openCaches(writer);
      area.operations = 0;
      area.fault = { kind: 'stop', at };
      await Promise.race([scenario.act(writer), area.stopped]);
      wasHit = area.operations >= at;
      await expectCachesToFollow(startWorker(items).writer, `stop at ${at}`);
    }
  });
});
