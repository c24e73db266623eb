import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledArticle, findFaults, serveArticle, type TestArticle, testArticles } from './articles';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';

describe.each(['testing', 'shipped'] as const)('the %s build in Chromium', (build) => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await startChromium({ build });
  });
  afterAll(() => chromium.close());

  /** Goes to the article and waits until the button knows it for one. */
  async function visit(article: TestArticle, headers?: Record<string, string>): Promise<Page> {
    serveArticle(chromium, article, headers);
    const page = await chromium.newPage(`http://${article.host}${article.path}`);
    await until('a click on the button opens the reader', () => chromium.buttonOpensReader(page));
    return page;
  }

  const wholePage = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

  test.each(testArticles)('the button opens $host in the reader, Esc closes it, and the page is as it was', async (article) => {
    const page = await visit(article);
    const before = await wholePage(page);
    await page.evaluate(() => scrollTo(0, 300));
    expect(await chromium.clickToolbarButton(page)).toBeNull();
    const reader = await waitForReader(page);
    expect(findFaults(reader, article.expected)).toEqual([]);
    await page.keyboard.press('Escape');
    await waitForNoReader(page);
    expect(await wholePage(page)).toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(300);
    await page.close();
  });

  test('saving from the reader lists the article in the popup, and it opens without the network', async () => {
    const page = await visit(bundledArticle);
    await chromium.clickToolbarButton(page);
    await waitForReader(page);
    await clickInReader(page, '.save-button');
    await until('the article is saved', () =>
      inReader(page, (root) => root.querySelector('.save-button[data-saved="true"]') !== null, null),
    );

    await until('the button knows of the reader', async () => !(await chromium.buttonOpensReader(page)));
    const popup = await chromium.clickToolbarButton(page); // reading: the next click opens the popup
    await expect.poll(() => popup?.locator('.row-title').allInnerTexts()).toEqual([bundledArticle.expected.title]);
    await popup?.close();

    await chromium.goOffline();
    const library = await chromium.openExtensionPage('library.html');
    await library.locator('.row-title').click();
    await until('the saved article is shown', async () =>
      (await library.locator('h1').allInnerTexts()).includes(bundledArticle.expected.title),
    );
    const text = (await library.locator('article').allInnerTexts()).join('\n').replace(/\s+/g, ' ');
    for (const wanted of bundledArticle.expected.mustContain.slice(0, 3)) expect(text).toContain(wanted);
    await chromium.goOffline(false);
    await library.close();
    await page.close();
  });

  test('a page whose policy forbids everything is read all the same', async () => {
    const page = await visit(bundledArticle, { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" });
    await chromium.clickToolbarButton(page);
    expect(findFaults(await waitForReader(page), bundledArticle.expected)).toEqual([]);
    await page.close();
  });

  test('with the service worker stopped, the keyboard still opens the reader, and closes it', async () => {
    const page = await visit(bundledArticle);
    await chromium.stopWorker();
    await chromium.runCommand('toggle-reader', page);
    await waitForReader(page);
    await until('the extension knows that it is open', async () => !(await chromium.buttonOpensReader(page)));
    await chromium.stopWorker();
    await chromium.runCommand('toggle-reader', page);
    await waitForNoReader(page);
    await page.close();
  });

  test('a front page is no article: the button opens the popup', async () => {
    const stories = Array.from({ length: 30 }, (_, index) => `<li><a href="/story-${index}/">Story number ${index} of the day</a></li>`);
    chromium.serve('front-page.test', '/', `<title>News</title><h1>News</h1><ul>${stories.join('')}</ul>`);
    const page = await chromium.newPage('http://front-page.test/');
    const popup = await chromium.clickToolbarButton(page);
    expect(popup?.url()).toContain('/popup.html');
    await popup?.close();
    await page.close();
  });
});
