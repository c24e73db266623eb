import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults, serveArticle, testArticles } from './articles';
import { type Firefox, startFirefox } from './harness-firefox';
import { type ReaderText, until } from './reader-dom';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox({ hosts: testArticles.map(({ host }) => host) });
});
afterAll(() => firefox.close());

/** The reader's words, out of the open shadow root of the testing build. */
function readerText(): ReaderText | undefined {
  const clean = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const hosts = [...document.querySelectorAll('*')].filter((element) => element.shadowRoot?.querySelector('dialog'));
  const article = hosts[0]?.shadowRoot?.querySelector('article');
  if (!article?.querySelector('h1') || article.querySelector('.text[aria-busy="true"]')) return undefined;
  return {
    title: clean(article.querySelector('h1')),
    standfirst: clean(article.querySelector('.standfirst')),
    published: article.querySelector('time')?.dateTime ?? '',
    text: article.innerText,
    headings: [...article.querySelectorAll('h2,h3,h4,h5,h6')].map((h) => ({ level: Number(h.tagName[1]), text: clean(h) })),
  };
}

test.each(testArticles)('$host is read, saved and listed in Firefox', async (article) => {
  serveArticle(firefox, article);
  const page = await firefox.newPage(firefox.url(article.host, article.path));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const tabId = await firefox.tabId(page);

  expect(await firefox.send('ui-bg:open-reader', { tabId, anyway: false })).toMatchObject({ ok: true });
  const reader = await until('the reader shows an article', () => page.evaluate(readerText));
  expect(findFaults(reader, article.expected)).toEqual([]);

  expect(await firefox.send('ui-bg:save-tab', { tabId })).toMatchObject({ ok: true });
  expect(await firefox.send('ui-bg:close-reader', { tabId })).toMatchObject({ ok: true });
  await until('the reader is gone', async () => !(await page.evaluate(readerText)));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  const library = await firefox.openExtensionPage('library.html');
  await until('the article is listed', async () =>
    (await library.$$eval('.row-title', (rows) => rows.map((row) => row.textContent))).includes(article.expected.title),
  );
  await library.close();
  await page.close();
});
