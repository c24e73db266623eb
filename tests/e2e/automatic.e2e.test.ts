import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { curtainWait } from '../../utils/detector/curtain';
import { filmPage, sharesOf } from './film';
import { type Chromium, startChromium } from './harness';
import { clickInReader, until, waitForNoReader, waitForReader } from './reader-dom';
import { plainPage, storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
const at = (path: string) => `http://${host}${path}`;
let chromium: Chromium;

beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve(host, '/', storyPage('A front page that looks like a story'));
  chromium.serve(host, '/news/one', storyPage('One'));
  chromium.serve(host, '/news/two', storyPage('Two', { subject: 'tug' }));
  chromium.serve(host, '/weather', plainPage('Weather'));
  chromium.serve(
    host,
    '/section',
    `${plainPage('Section')}${Array.from({ length: 30 }, (_, index) => `<a href="/news/${index}">News</a> `).join('')}
<script>setInterval(() => { document.body.append('An advertisement. ') }, 50)</script>`,
  );
  chromium.serve(
    host,
    '/news/late',
    `${plainPage('Late')}<script>setTimeout(() => { document.body.innerHTML = ${JSON.stringify(storyPage('Late').replace(/<script.*?<\/script>/s, ''))} }, 900)</script>`,
  );
  chromium.serve('site-b.test', '/news/one', storyPage('Elsewhere'));
  const page = await chromium.newPage(at('/weather'));
  await chromium.chooseMenu('always-read', page);
  await until('the curtain is registered', async () =>
    (await chromium.worker()).evaluate(async () => (await chrome.scripting.getRegisteredContentScripts({ ids: ['curtain'] })).length === 1),
  );
  await page.close();
});
afterAll(() => chromium.close());

const uncovered = (page: Page) =>
  until('the curtain is lifted', () => page.evaluate(() => getComputedStyle(document.documentElement).clipPath === 'none'));

/** Waits until a page was given up for an article, and checks that it shows as it is. */
const isPlain = async (page: Page) => {
  await uncovered(page);
  await page.waitForTimeout(500);
  await waitForNoReader(page);
  await uncovered(page);
};

/** Share, 0 to 1, of magenta in each painted frame of a load. */
const film = async (page: Page, load: () => Promise<unknown>): Promise<number[]> =>
  sharesOf(page, await filmPage(page, load), [
    [200, 255],
    [0, 80],
    [200, 255],
  ]);

test('an article opens by itself, and its page is never painted', async () => {
  const page = await chromium.newPage('about:blank');
  const entries = await page.evaluate(() => history.length);
  const shares = await film(page, async () => {
    await page.goto(at('/news/one'));
    await waitForReader(page);
  });
  expect(shares.length).toBeGreaterThan(1);
  expect(Math.max(...shares)).toBe(0);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await page.close();
});

test('the film would show the page, were it painted', async () => {
  const page = await chromium.newPage('about:blank');
  const shares = await film(page, () => page.goto('http://site-b.test/news/one'));
  expect(Math.max(...shares)).toBeGreaterThan(0.3);
  await waitForNoReader(page);
  await page.close();
});

test('content that comes late, within the wait, is never painted either', async () => {
  const page = await chromium.newPage('about:blank');
  const shares = await film(page, async () => {
    await page.goto(at('/news/late'));
    await waitForReader(page);
  });
  expect(Math.max(...shares)).toBe(0);
  await page.close();
});

test('front pages and pages that are no article stay as they are', async () => {
  const page = await chromium.newPage(at('/'));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).clipPath)).toBe('none');
  await isPlain(page);
  await page.goto(at('/weather'));
  await isPlain(page);
  await page.close();
});

test('leaving the reader is respected on reload, back and forward, in this tab', async () => {
  const page = await chromium.newPage(at('/news/one'));
  await waitForReader(page);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await page.reload();
  await isPlain(page);

  await page.goto(at('/news/two'));
  await waitForReader(page);
  await page.goBack();
  await isPlain(page);
  await page.goForward();
  await waitForReader(page);

  const other = await chromium.newPage(at('/news/one'));
  await waitForReader(other);
  await other.close();
  await page.close();
});

test('in-page navigation is followed', async () => {
  const page = await chromium.newPage(at('/weather'));
  await isPlain(page);
  await page.evaluate((html) => {
    history.pushState(null, '', '/news/in-page');
    document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.children);
  }, storyPage('In the page'));
  await waitForReader(page);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await page.evaluate((html) => {
    history.pushState(null, '', '/weather/2');
    document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.children);
  }, plainPage('Weather'));
  await isPlain(page);
  await page.close();
});

test('a stopped background is woken', async () => {
  const page = await chromium.newPage(at('/weather'));
  await chromium.tabId(page);
  await chromium.stopWorker();
  await page.goto(at('/news/two'));
  await waitForReader(page);
  await page.close();
});

/** Milliseconds from the page's content being there to its being shown. */
async function waitBehindCurtain(path: string): Promise<number> {
  const page = await chromium.newPage();
  await page.addInitScript(() => {
    const timer = setInterval(() => {
      if (document.readyState === 'loading' || getComputedStyle(document.documentElement).clipPath !== 'none') return;
      clearInterval(timer);
      performance.mark('uncovered');
    }, 20);
  });
  await page.goto(at(path));
  const waited = await until('the curtain is lifted', () =>
    page.evaluate(() => {
      const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const [mark] = performance.getEntriesByName('uncovered');
      return load && mark && { milliseconds: mark.startTime - load.domContentLoadedEventEnd };
    }),
  );
  await page.close();
  return waited.milliseconds;
}

test.each(['/section', '/weather'])('%s, no article, shows long before the wait is over', async (path) => {
  // A machine that is busy with something else may be late now and then; a page that is waited for is late each time.
  await until('a load that was soon shown', async () => (await waitBehindCurtain(path)) < curtainWait - 500);
});

test('a link opens in the reader of a new tab, once', async () => {
  const page = await chromium.newPage(at('/weather'));
  const opened = chromium.context.waitForEvent('page');
  await chromium.chooseMenu('read-link', page, { linkUrl: 'http://site-b.test/news/one' });
  const tab = await opened;
  await waitForReader(tab);
  await clickInReader(tab, 'button').catch(() => tab.keyboard.press('Escape'));
  await tab.goto('http://site-b.test/news/one?again=1');
  await isPlain(tab);
  await tab.close();
  await page.close();
});

test('a site switched off is left alone', async () => {
  const page = await chromium.newPage(at('/weather'));
  await chromium.chooseMenu('always-read', page);
  await until('the curtain is gone', async () =>
    (await chromium.worker()).evaluate(async () => (await chrome.scripting.getRegisteredContentScripts({ ids: ['curtain'] })).length === 0),
  );
  await page.goto(at('/news/one'));
  await isPlain(page);
  await page.close();
});
