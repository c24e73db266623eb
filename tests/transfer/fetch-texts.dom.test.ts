import { expect, test } from 'vitest';
import type { ArticleSummary } from '../../utils/article/article';
import { articleId } from '../../utils/library/article-address';
import { importBatch, startImport } from '../../utils/library/import-articles';
import { getArticle } from '../../utils/library/open-article';
import { listSummaries } from '../../utils/library/saved-articles';
import type { FetchAnswer } from '../../utils/messages';
import { type FetchActs, fetchTexts, pause } from '../../utils/transfer/fetch-texts';
import { keepText } from '../../utils/transfer/keep-text';
import { toNewArticle } from '../../utils/transfer/to-new-article';
import { startWorker } from '../library/scene';

const link = (url: string) => ({ id: url, url }) as ArticleSummary;

/** A web in which every page comes after a turn, and that notes what it was asked. */
function web(answer: (url: string) => FetchAnswer) {
  const asked: string[] = [];
  let open: string[] = [];
  let mostOpen = 0;
  const acts: FetchActs = {
    async fetchPage(url) {
      const { hostname } = new URL(url);
      expect(open, 'one at a time of each site').not.toContain(hostname);
      open.push(hostname);
      mostOpen = Math.max(mostOpen, open.length);
      asked.push(url);
      await Promise.resolve();
      open = open.filter((site) => site !== hostname);
      return answer(url);
    },
    keep: async (_, html) => (html ? null : 'no-article'),
    pause: async (milliseconds) => void asked.push(`pause ${milliseconds}`),
  };
  return { acts, asked, mostOpen: () => mostOpen };
}

const ok = (url: string): FetchAnswer => ({ ok: true, html: '<p>text', url });
const run = (links: ArticleSummary[], acts: FetchActs, signal = new AbortController().signal) =>
  fetchTexts(links, acts, { signal, onProgress: () => undefined });

test('one page at a time of each site, with a pause between, a few sites side by side', async () => {
  const { acts, asked, mostOpen } = web(ok);
  const urls = ['a', 'b', 'c', 'd', 'e'].flatMap((site) => [1, 2].map((page) => `https://${site}.test/${page}`));
  expect(await run(urls.map(link), acts)).toEqual({ total: 10, fetched: 10, faults: [] });
  expect(asked.filter((entry) => entry.startsWith('pause'))).toEqual(Array(5).fill('pause 3000'));
  expect(mostOpen()).toBe(3);
});

test('a site that asks to be left alone is; the others go on; each fault is told', async () => {
  const { acts, asked } = web((url) =>
    url.includes('a.test') ? { ok: false, reason: 'busy' } : url.endsWith('2') ? { ok: false, reason: 'gone' } : ok(url),
  );
  const urls = ['https://a.test/1', 'https://a.test/2', 'https://b.test/1', 'https://b.test/2'];
  const { fetched, faults } = await run(urls.map(link), acts);
  expect(fetched).toBe(1);
  expect(faults.map(({ url, fault }) => `${url} ${fault}`).sort()).toEqual([
    'https://a.test/1 busy',
    'https://a.test/2 busy',
    'https://b.test/2 gone',
  ]);
  expect(asked).not.toContain('https://a.test/2');
});

test('stopped, it asks for nothing more', async () => {
  const stop = new AbortController();
  const { acts, asked } = web((url) => {
    stop.abort();
    return ok(url);
  });
  await run(['https://a.test/1', 'https://a.test/2', 'https://a.test/3'].map(link), acts, stop.signal);
  expect(asked.filter((entry) => entry.startsWith('https'))).toEqual(['https://a.test/1']);
  await pause(60_000, AbortSignal.abort());
});

const sentence = 'The keeper of the lighthouse wrote down every ship that passed, for forty years, in the same green ink. ';
const story = `<!DOCTYPE html><html lang="en"><head><title>Forty years of ships</title></head><body><nav><a href="/">Home</a></nav><article><h1>Forty years of ships</h1>
  ${`<p>${sentence.repeat(3)}</p>`.repeat(3)}<h2>The ink</h2>${`<p>${sentence.repeat(3)}</p>`.repeat(3)}<img src="/ship.jpg" onerror="globalThis.ran = true" alt="A ship"></article>
  <script>globalThis.ran = true</script></body></html>`;

test('a fetched page goes the way of every page; time of saving and marks of the link stay; nothing in it runs', async () => {
  const { writer, area } = startWorker();
  const url = 'https://news.test/ships';
  const id = (await articleId(url)) as string;
  const marks = { state: 'archived' as const, favourite: true, tags: ['sea'], progress: 0, readAt: null, archivedAt: 5 };
  const facts = { title: 'Ships', savedAt: 1_600_000_000_000, byline: null, siteName: null, publishedTime: null, lang: null, excerpt: '' };
  const brought = toNewArticle({ url, marks, ...facts, html: null, backup: null }, id, 0);
  const started = await startImport(writer, 'links');
  if (!started.ok || !brought) throw new Error('not begun');
  await importBatch(writer, started.value, 0, [brought]);
  const [saved] = await listSummaries(area);
  expect(await keepText(writer, saved as ArticleSummary, '<p>Nothing to read</p>')).toBe('no-article');
  expect(await keepText(writer, saved as ArticleSummary, story)).toBe(null);
  const opened = await getArticle(id, area);
  expect(opened).toMatchObject({
    state: 'whole',
    summary: { ...marks, savedAt: 1_600_000_000_000, title: 'Forty years of ships', hasText: true },
  });
  expect(opened.state === 'whole' && opened.article.headings.map(({ text }) => text)).toEqual(['The ink']);
  expect(opened.state === 'whole' && opened.article.contentHtml).toContain('https://news.test/ship.jpg');
  expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  expect(await keepText(writer, saved as ArticleSummary, story)).toBe('not-kept');
});
