import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../utils/import/formats';
import { openSource } from '../../utils/import/open-source';
import type { Known } from '../../utils/import/survey';
import { articleId } from '../../utils/library/article-address';
import { changeArticles } from '../../utils/library/change-articles';
import { importBatch, startImport } from '../../utils/library/import-articles';
import { listIds } from '../../utils/library/keys';
import { getArticle } from '../../utils/library/open-article';
import { parseArticle } from '../../utils/library/parse-article';
import { keepPosition, readPosition } from '../../utils/library/positions';
import { parseMeta } from '../../utils/library/records';
import { saveArticle } from '../../utils/library/write-articles';
import { backUp } from '../../utils/transfer/export-run';
import { runImport } from '../../utils/transfer/import-run';
import { toNewArticle } from '../../utils/transfer/to-new-article';
import { bytesOf } from '../export/scene';
import type { FaultyArea } from '../library/faulty-area';
import { articleOf, startWorker } from '../library/scene';

const known = async (area: FaultyArea): Promise<Known> => {
  const saved = new Set(await listIds(area));
  return { idOf: articleId, isSaved: (id) => saved.has(id) };
};

/** A text of every kind, as the pipeline would have left it: the sanitiser changes nothing in it. */
const html = `<p>Tide &amp; <em>time</em>: "quoted", \u2028 \u0085 𝒳 العربية 漢字 <a href="https://news.test/a?b=1&amp;c=%7C">link</a></p>
<h2 id="cc-one">One</h2><figure><img src="https://news.test/q.jpg" srcset="https://news.test/q.jpg 1x" alt="Q"><figcaption>C</figcaption></figure>
<pre><code class="language-js">a &lt; b &amp;&amp; c</code></pre><table><tbody><tr><td colspan="2">x</td></tr></tbody></table>
<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>`;

async function library() {
  const worker = startWorker();
  const { writer, area } = worker;
  const address = (name: string) => `https://news.test/${name}?x=1`;
  for (const name of ['a', 'b', 'c']) {
    const article = {
      ...articleOf(address(name)),
      contentHtml: html,
      headings: [{ id: 'cc-one', level: 2, text: 'One', kind: 'pseudo' as const }],
    };
    await saveArticle(writer, article, address(name));
  }
  await saveArticle(writer, { ...articleOf(address('a')), contentHtml: '<p>Newer words.</p>' }, address('a'), { keepEarlier: true });
  const id = (await articleId(address('b'))) as string;
  await changeArticles(writer, [
    { id, change: { state: 'archived', favourite: true, addTags: ['sea', 'été'], progress: 0.25, readAt: 1_650_000_000_000 } },
  ]);
  await keepPosition(id, { progress: 0.25, block: 3, within: 0.5, at: 1_650_000_000_000 }, area);
  const run = await startImport(writer, 'links');
  if (!run.ok) throw new Error(run.reason);
  const url = 'https://news.test/link';
  const marks = { state: 'unread' as const, favourite: false, tags: ['later'], progress: 0, readAt: null, archivedAt: null };
  const item = { url, title: 'Link', savedAt: 1_500_000_000_000, marks, byline: 'Ada', siteName: 'S', publishedTime: null, lang: 'en' };
  const link = toNewArticle({ ...item, excerpt: 'E', html: null, backup: null }, (await articleId(url)) as string, 0);
  if (link) await importBatch(writer, run.value, 0, [link]);
  return worker;
}

async function backupOf(area: FaultyArea): Promise<File> {
  const { download } = await backUp(Date.UTC(2026, 10, 24), { area });
  return new File([(await bytesOf(download.stream)) as Uint8Array<ArrayBuffer>], download.name);
}

async function restore(file: File) {
  const worker = startWorker();
  const source = await openSource(file);
  const signal = new AbortController().signal;
  const options = { signal, onProgress: async () => undefined };
  const end = await runImport(worker.writer, await recognise(source), source, await known(worker.area), options);
  return { ...worker, end };
}

/** Everything stored of articles, each text under its article's id instead of the name that the library gave it. */
function contents(area: FaultyArea): unknown {
  const bodies = new Map(
    [...area.items].filter(([key]) => key.startsWith('body:')).map(([, json]) => [JSON.parse(json).rev, JSON.parse(json).json]),
  );
  return [...area.items]
    .filter(([key]) => key.startsWith('meta:'))
    .map(([key, json]) => {
      const { text, earlier, ...meta } = parseMeta(JSON.parse(json)) ?? { text: null, earlier: [] };
      const textOf = (ref: { rev: string; length: number; hash: string }) => ({ ...ref, rev: bodies.get(ref.rev) });
      return [key, meta, text && textOf(text), earlier.map(textOf)];
    })
    .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}

test('a backup comes back identical: every text to the letter, every mark, time and tag', async () => {
  const { area } = await library();
  const file = await backupOf(area);
  const restored = await restore(file);
  expect(restored.end).toMatchObject({ state: 'done', progress: { read: 4, added: 4, withText: 3, saved: 0, faults: { count: 0 } } });
  expect(contents(restored.area)).toEqual(contents(area));
  const id = (await articleId('https://news.test/b?x=1')) ?? '';
  expect(await readPosition(id, restored.area)).toEqual({ progress: 0.25, block: 3, within: 0.5, at: 1_650_000_000_000 });
  const again = unzipSync(new Uint8Array(await (await backupOf(restored.area)).arrayBuffer()));
  expect(again).toEqual(unzipSync(new Uint8Array(await file.arrayBuffer())));
});

test('a backup brought into the library it was made of changes nothing', async () => {
  const { area, writer } = await library();
  const before = contents(area);
  const source = await openSource(await backupOf(area));
  const options = { signal: new AbortController().signal, onProgress: async () => undefined };
  const end = await runImport(writer, await recognise(source), source, await known(area), options);
  expect(end).toMatchObject({ state: 'done', progress: { added: 0, saved: 4 } });
  expect(contents(area)).toEqual(before);
});

test('a damaged text is told, the others come along', async () => {
  const { area } = await library();
  const [key, json] = [...area.items].find(([name]) => name.startsWith('body:')) as [string, string];
  area.items.set(key, json.replace('time', 'tide'));
  const { download, count, total } = await backUp(0, { area });
  await bytesOf(download.stream);
  expect({ count, total }).toEqual({ count: { articles: 4, damaged: 1 }, total: 4 });
});

test('10,000 articles are read a few at a time', async () => {
  const { writer, area } = startWorker();
  await saveArticle(writer, articleOf('https://news.test/0'), 'https://news.test/0');
  const [metaKey, metaJson] = [...area.items].find(([key]) => key.startsWith('meta:')) as [string, string];
  const [bodyKey, bodyJson] = [...area.items].find(([key]) => key.startsWith('body:')) as [string, string];
  const id = metaKey.slice(5);
  for (let at = 1; at < 10_000; at++) {
    const other = at.toString(16).padStart(32, '0');
    area.items.set(metaKey.replace(id, other), metaJson.replace(id, other));
    area.items.set(bodyKey.replace(id, other), bodyJson.replace(id, other));
  }
  const asked: number[] = [];
  const get = area.get.bind(area);
  area.get = (keys) => {
    asked.push([keys].flat().length);
    return get(keys);
  };
  const { download, count } = await backUp(0, { area });
  let size = 0;
  await download.stream.pipeTo(
    new WritableStream({
      write(part) {
        size += part.length;
      },
    }),
  );
  expect(count).toEqual({ articles: 10_000, damaged: 0 });
  expect(Math.max(...asked)).toBeLessThanOrEqual(20);
  expect(size).toBeGreaterThan(10_000 * 500);
});

describe('what an import takes from a file that means harm', () => {
  const hostile =
    '<p onclick="x()">Text</p><script>x()</script><img src="https://news.test/a.jpg" onerror="x()"><a href="javascript:x()">a</a><iframe src="https://evil.test"></iframe><style>p{}</style><svg><script>x()</script></svg>';
  const marks = { state: 'unread' as const, favourite: false, tags: [], progress: 0, readAt: null, archivedAt: null };
  const item = {
    url: 'https://news.test/a',
    title: 'A',
    savedAt: null,
    marks,
    byline: null,
    siteName: null,
    publishedTime: null,
    lang: null,
  };

  test.each(['html', 'backup'])('%s: its markup passes the sanitiser', async (kind) => {
    const article = { ...articleOf('https://news.test/a'), contentHtml: hostile };
    const saved = JSON.parse('{"url":"https://news.test/a","title":"A","savedAt":5,"tags":["<b>"],"__proto__":{"favourite":true}}');
    const brought = toNewArticle(
      { ...item, excerpt: '', html: hostile, backup: kind === 'backup' ? { saved, article, earlier: [article, 7, null] } : null },
      (await articleId(item.url)) as string,
      1,
    );
    for (const json of [brought?.json ?? '', ...(brought?.earlier.map((text) => text.json) ?? [])]) {
      expect(json).toContain('Text');
      expect(json).not.toMatch(/onclick|onerror|script|iframe|<style|svg/);
      expect(parseArticle(JSON.parse(json))?.article.contentHtml).toBe(JSON.parse(json).contentHtml);
    }
    expect(brought?.marks.favourite).toBe(false);
  });

  test('texts of other programs get headings and an outline, and can be opened', async () => {
    const { writer, area } = startWorker();
    const id = (await articleId(item.url)) as string;
    const text = `<div><h1>A</h1><h2>Section</h2><p>${'Words of the text. '.repeat(20)}</p></div>`;
    const brought = toNewArticle({ ...item, excerpt: '', html: text, backup: null }, id, 1_700_000_000_000);
    const run = await startImport(writer, 'x');
    if (!run.ok || !brought) throw new Error('not begun');
    await importBatch(writer, run.value, 0, [brought]);
    const opened = await getArticle(id, area);
    expect(opened).toMatchObject({
      state: 'whole',
      summary: { title: 'A', savedAt: 1_700_000_000_000, wordCount: 80, excerpt: expect.stringMatching(/^Section Words of/) },
    });
    expect(opened.state === 'whole' && opened.article.headings.map((heading) => heading.text)).toEqual(['Section']);
  });
});
