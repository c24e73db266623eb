import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { plainPage, storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
const at = (path: string) => `http://${host}${path}`;
const head = '<script>addEventListener("pageshow", ({ persisted }) => { window.restored = persisted })</script>';
const headers = { 'cache-control': 'max-age=600' }; // the browser keeps no page that forbids it
let chromium: Chromium;

beforeAll(async () => {
  chromium = await startChromium({ backForwardCache: true });
  for (const name of ['One', 'Two']) chromium.serve(host, `/news/${name}`, { body: storyPage(name, { head }), headers });
  chromium.serve(host, '/list', plainPage('List'));
  const page = await chromium.newPage(at('/list'));
  await chromium.chooseMenu('always-read', page);
  await until('the curtain is registered', async () =>
    (await chromium.worker()).evaluate(async () => (await chrome.scripting.getRegisteredContentScripts({ ids: ['curtain'] })).length === 1),
  );
  await page.close();
});
afterAll(() => chromium.close());

async function go(page: Page, to: 'goBack' | 'goForward'): Promise<void> {
  await page[to]({ waitUntil: 'commit' });
  await until('the page was restored', () => page.evaluate(() => 'restored' in window && window.restored === true));
}

test('a page that comes back from the cache is as it was left: in the reader, or not', async () => {
  const page = await chromium.newPage(at('/news/One'));
  await waitForReader(page);
  await page.goto(at('/news/Two'));
  await waitForReader(page);

  await go(page, 'goBack');
  expect((await waitForReader(page)).title).toBe('One');
  await until('the button says so', async () => (await chromium.buttonTitle(page)).startsWith('Reading'));
  // By the mouse: a headless browser does not always give the focus, and with it the keys, to a page that comes back.
  await page.getByRole('button', { name: 'Close the reader' }).click();
  await waitForNoReader(page);
  await until('the button reads again', () => chromium.buttonOpensReader(page));

  await go(page, 'goForward');
  expect((await waitForReader(page)).title).toBe('Two');
  await until('the button says so', async () => !(await chromium.buttonOpensReader(page)));

  await go(page, 'goBack');
  await until('the extension knows the page', () => chromium.buttonOpensReader(page));
  await waitForNoReader(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).clipPath)).toBe('none');
});
