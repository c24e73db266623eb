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
const observe = (page: Page, type: 'layout-shift') =>
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

/** Notes each time that blocks come into the reader's text: how many, and whether a frame was painted since the last. */
const watchPieces = (page: Page) =>
  page.evaluate(() => {
    const pieces: { blocks: number; frame: number; titled: boolean }[] = [];
    Object.assign(window, { pieces });
    let frame = 0;
    const count = () => {
      frame++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const inRoot = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (!(target as Element).matches?.('.text') || !addedNodes.length) continue;
        const titled = Boolean((target as Element).closest('.article')?.querySelector('h1')?.textContent);
        pieces.push({ blocks: addedNodes.length, frame, titled });
      }
    });
    new MutationObserver(() => {
      const root = document.documentElement.lastElementChild?.shadowRoot;
      if (root) inRoot.observe(root, { childList: true, subtree: true });
    }).observe(document.documentElement, { childList: true });
  });
const pieces = (page: Page) =>
  page.evaluate(() => (window as unknown as { pieces: { blocks: number; frame: number; titled: boolean }[] }).pieces);

test('a very long article comes a piece a frame, title first, and nothing of it is lost or moved', async () => {
  const page = await chromium.newPage('http://site-a.test/news/endless');
  await watchPieces(page);
  await observe(page, 'layout-shift');
  await chromium.chooseMenu('read-page', page);
  const { text, title } = await waitForReader(page);
  expect(title).toBe('The endless crossing');
  expect(text.split(/\s+/).length).toBeGreaterThan(60_000);

  const come = await pieces(page);
  expect(come.length).toBeGreaterThan(10);
  expect(come.every(({ titled }) => titled)).toBe(true);
  expect(new Set(come.map(({ frame }) => frame)).size).toBe(come.length);
  const paragraphs = (root: string) => page.locator(`${root} > p:not([class])`).evaluateAll((all) => all.map((p) => p.textContent?.trim()));
  expect(await paragraphs('.text')).toEqual(await paragraphs('main article'));
  expect((await noted(page)).reduce((sum, shift) => sum + shift, 0)).toBeLessThan(leastMove);
});

test('whoever asks for the end of a long article at once is there', async () => {
  const page = await chromium.newPage('http://site-a.test/news/endless');
  await watchPieces(page);
  await page.evaluate(() => {
    // The key comes with the first piece, as from somebody who does not wait.
    Object.assign(window, {
      begun: new Promise((settle) => setInterval(() => (window as never as { pieces: [] }).pieces.length && settle(0))),
    });
  });
  const opened = chromium.chooseMenu('read-page', page);
  await page.evaluate(() => (window as unknown as { begun: Promise<unknown> }).begun);
  await page.keyboard.press('End');
  await opened;
  await waitForReader(page);
  await expect
    .poll(() => page.locator('.scroller').evaluate(({ scrollTop, clientHeight, scrollHeight }) => scrollHeight - scrollTop - clientHeight))
    .toBeLessThan(5);
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
