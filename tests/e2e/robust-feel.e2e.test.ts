import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filmPage, sharesOf } from './film';
import { type Chromium, startChromium } from './harness';
import { waitForReader } from './reader-dom';
import { storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
const picture = '<figure><img src="/boats.svg" width="800" height="500" alt="Boats"><figcaption>Boats at rest</figcaption></figure>';
const boats = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="800" height="500" fill="teal"/></svg>';

beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve('site-a.test', '/news/pictured', storyPage('The ferry is late').replace('<h2>', `${picture}<h2>`));
  chromium.serve('site-a.test', '/boats.svg', { body: boats, delay: 400, headers: { 'content-type': 'image/svg+xml' } });
  chromium.serve('site-a.test', '/news/endless', storyPage('The endless crossing', { paragraphs: 840 }));
  // A page as dark as the reader: any light frame is a flash.
  chromium.serve(
    'site-a.test',
    '/news/dark',
    storyPage('The ferry by night', { head: '<style>body{background:#1e1d1b;color:#777}</style>' }),
  );
});
afterAll(() => chromium.close());

/** Less than text that moves by a line: a button of the bar may come where the background is late to say what is saved. */
const leastMove = 0.001;

/** Notes what the browser reports of one kind from here on. */
const observe = (page: Page, type: 'layout-shift' | 'longtask') =>
  page.evaluate((type) => {
    const noted: number[] = [];
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.push((entry as PerformanceEntry & { value?: number }).value ?? entry.duration);
    }).observe({ type });
  }, type);
const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: number[] }).noted);

test('nothing moves once it is painted, though pictures come late; and it would be noted', async () => {
  const page = await chromium.newPage('http://site-a.test/news/pictured');
  await observe(page, 'layout-shift');
  await chromium.chooseMenu('read-page', page);
  await waitForReader(page);
  await page.waitForFunction(() => {
    const root = document.documentElement.lastElementChild?.shadowRoot;
    const image = root?.querySelector<HTMLImageElement>('.text img');
    return image?.complete && image.naturalWidth > 0;
  });
  await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
  const moved = async () => (await noted(page)).reduce((sum, shift) => sum + shift, 0);
  expect(await moved()).toBeLessThan(leastMove);
  await page.locator('.text').evaluate((text) => text.prepend(Object.assign(document.createElement('p'), { textContent: 'Moved.' })));
  await expect.poll(moved).toBeGreaterThan(10 * leastMove);
});

test('a very long article opens', async () => {
  const page = await chromium.newPage('http://site-a.test/news/endless');
  await observe(page, 'longtask');
  await chromium.chooseMenu('read-page', page);
  const { text, title } = await waitForReader(page);
  expect(title).toBe('The endless crossing');
  expect(text.split(/\s+/).length).toBeGreaterThan(15_000);
  const tasks = await noted(page);
  console.info(`${text.split(/\s+/).length} words: ${tasks.length} long tasks, the longest of ${Math.max(0, ...tasks)} ms`);
});

test('the dark reader opens without a light frame', async () => {
  await (await chromium.worker()).evaluate(async () => {
    const key = 'reader-settings:1';
    await chrome.storage.sync.set({ [key]: { theme: 'dark' } });
  });
  const page = await chromium.newPage('http://site-a.test/news/dark');
  const frames = await filmPage(page, async () => {
    await chromium.chooseMenu('read-page', page);
    await waitForReader(page);
  });
  expect(await page.locator('.reader').getAttribute('data-theme')).toBe('dark');
  const light = await sharesOf(page, frames, [
    [225, 255],
    [225, 255],
    [200, 255],
  ]);
  expect(light.length).toBeGreaterThan(1);
  expect(Math.max(...light)).toBeLessThan(0.05); // letters
});
