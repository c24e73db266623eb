import { beforeEach, expect, test, vi } from 'vitest';
import { articleId, digest } from '../../utils/library/article-address';
import { parseArticleFields, summarise, type UnsafeArticle } from '../../utils/library/article-fields';
import { giveText } from '../../utils/library/give-text';
import { importBatch, startImport } from '../../utils/library/import-articles';
import { freshMarks } from '../../utils/library/marks';
import { keyOf, parseBody, parseMeta } from '../../utils/library/records';
import { listSummaries } from '../../utils/library/saved-articles';
import { sweep } from '../../utils/library/sweep';
import type { Fault } from './faulty-area';
import { articleOf, startWorker } from './scene';

const url = 'https://harbour.test/link';

async function withLink() {
  const worker = startWorker();
  const id = (await articleId(url)) as string;
  const summary = { ...summarise(parseArticleFields(articleOf(url)) as UnsafeArticle, id, 1_600_000_000_000), title: 'Link' };
  const started = await startImport(worker.writer, 'links');
  if (!started.ok) throw new Error(started.reason);
  await importBatch(worker.writer, started.value, 0, [{ summary, marks: { ...freshMarks, tags: ['sea'] }, json: null, earlier: [] }]);
  worker.area.operations = 0;
  return { ...worker, id };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

test('a link gets its text; its time and marks stay, and its title where the page has none', async () => {
  const { writer, area, id } = await withLink();
  expect(await giveText(writer, id, { ...articleOf(url, 'The words.'), title: '' })).toEqual({ ok: true, value: null });
  expect(await listSummaries(area)).toMatchObject([
    { title: 'Link', savedAt: 1_600_000_000_000, tags: ['sea'], hasText: true, excerpt: 'The words.' },
  ]);
});

test('what is gone, has a text by now, or is no article is left as it is', async () => {
  const { writer, area, id } = await withLink();
  expect(await giveText(writer, '0'.repeat(32), articleOf(url))).toEqual({ ok: false, reason: 'not-found' });
  expect(await giveText(writer, id, { title: 'nothing' })).toEqual({ ok: false, reason: 'failed' });
  await giveText(writer, id, articleOf(url, 'first'));
  const before = [...area.items];
  expect(await giveText(writer, id, articleOf(url, 'second'))).toEqual({ ok: false, reason: 'not-found' });
  expect([...area.items]).toEqual(before);
});

test.each<Fault['kind']>(['refuse', 'apply', 'tear', 'stop', 'stop-after'])(
  'a failure at any step (%s) leaves the link, or the whole text',
  async (kind) => {
    let wasHit = true;
    for (let at = 1; wasHit; at++) {
      const { writer, area, id } = await withLink();
      area.fault = { kind, at };
      await Promise.race([giveText(writer, id, articleOf(url, 'The words.')), area.stopped]);
      wasHit = area.operations >= at;
      const fresh = startWorker(area.items, true, { now: 1_700_000_000_000 + 24 * 3_600_000 });
      await sweep(fresh.writer);
      const meta = parseMeta((await fresh.area.get(keyOf.meta(id)))[keyOf.meta(id)]);
      expect(meta, `${kind} at ${at}`).not.toBe(null);
      const bodies = [...area.items].filter(([key]) => key.startsWith('body:'));
      if (!meta?.text) expect(bodies, `${kind} at ${at}`).toEqual([]);
      else expect(await digest(parseBody(JSON.parse(bodies[0]?.[1] ?? 'null'))?.json ?? ''), `${kind} at ${at}`).toBe(meta.text.hash);
    }
  },
);
