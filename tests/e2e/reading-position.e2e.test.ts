import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { storyPage } from './stories';

const address = 'http://site-a.test/news/long';
let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve('site-a.test', '/news/long', storyPage('The long crossing', { paragraphs: 60 }));
});
afterAll(() => chromium.close());
afterEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

async function read(): Promise<Page> {
  const page = await chromium.newPage(address);
  await chromium.chooseMenu('read-page', page);
  await waitForReader(page);
  return page;
}

/** Index of the block that the reading line is in. */
const blockAtLine = (page: Page) =>
  page.locator('.text').evaluate((text) => [...text.children].findIndex((block) => block.getBoundingClientRect().bottom > 120));
const scrollTop = (page: Page) => page.locator('.scroller').evaluate((view) => view.scrollTop);
const scrollToBlock = (page: Page, index: number) =>
  page.locator('.text').evaluate((text, index) => {
    const block = text.children[index] as HTMLElement;
    const view = text.closest('.scroller') as HTMLElement;
    view.scrollTop += block.getBoundingClientRect().top + block.offsetHeight / 2 - 120;
  }, index);
const entry = async (prefix: string) =>
  Object.entries(await chromium.storage()).find(([key]) => key.startsWith(prefix))?.[1] as Record<string, unknown> | undefined;

test('the mark goes from nothing to all, and tells the time that is left', async () => {
  const page = await read();
  const share = async () => Number(await page.getByRole('progressbar', { name: 'Read so far' }).getAttribute('aria-valuenow'));
  expect(await share()).toBe(0);
  expect(await page.locator('.time-left').count()).toBe(0);
  await scrollToBlock(page, 30);
  await expect.poll(share).toBeGreaterThan(40);
  expect(await share()).toBeLessThan(60);
  const total = Number.parseInt((await page.getByText(/^\d+ min read$/).textContent()) ?? '', 10);
  const left = Number.parseInt((await page.locator('.time-left').textContent()) ?? '', 10);
  expect(left).toBeGreaterThan(total * 0.35);
  expect(left).toBeLessThan(total * 0.65);
  await page.keyboard.press('End');
  await expect.poll(share).toBe(100);
  await expect.poll(() => page.locator('.time-left').count()).toBe(0);
});

test('where an article was left is offered the next time, by a key or a button, and can be refused', async () => {
  const page = await read();
  await scrollToBlock(page, 40);
  await expect.poll(() => page.locator('.time-left').count()).toBe(1);
  await page.keyboard.press('Escape'); // at once: what was read last counts, too
  await waitForNoReader(page);
  await until('the position is kept', async () => (await entry('pos:'))?.block === 40);
  expect(await entry('meta:')).toBeUndefined();

  const again = await read();
  const offer = again.getByRole('complementary', { name: 'Continue where you were' });
  await offer.waitFor();
  expect(await scrollTop(again)).toBe(0);
  await again.setViewportSize({ width: 700, height: 600 }); // other lines, the same block
  await again.keyboard.press('c');
  await expect.poll(() => blockAtLine(again)).toBe(40);
  expect(await offer.count()).toBe(0);
  await again.keyboard.press('Escape');
  await waitForNoReader(again);

  const third = await read();
  await third.getByRole('complementary', { name: 'Continue where you were' }).getByRole('button', { name: 'Close' }).click();
  expect(await third.locator('.resume').count()).toBe(0);
  expect(await scrollTop(third)).toBe(0);
  await third.keyboard.press('End'); // and what was read to its end is not offered
  await until('the end is kept', async () => Number((await entry('pos:'))?.progress) > 0.99);
  const fourth = await read();
  await fourth.waitForFunction(() => document.hasFocus());
  expect(await fourth.locator('.resume').count()).toBe(0);
});

test('a saved article is begun as it is read, and goes on in the library at once', async () => {
  const page = await read();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(await entry('meta:')).toMatchObject({ state: 'unread', progress: 0 });
  const first = await page.locator('.text').evaluateHandle((text) => text.firstElementChild);
  await scrollToBlock(page, 20);
  await until('the library follows', async () => (await entry('meta:'))?.state === 'reading');
  expect(Number((await entry('meta:'))?.progress)).toBeGreaterThan(0.25);
  // The reader hears of its own change, and leaves the text alone.
  expect(await first.evaluate((block) => block?.isConnected)).toBe(true);

  const id = Object.keys(await chromium.storage())
    .find((key) => key.startsWith('meta:'))
    ?.slice('meta:'.length);
  const library = await chromium.openExtensionPage(`library.html?id=${id}`);
  await library.locator('.resume').waitFor();
  expect(await blockAtLine(library)).toBe(20);
  await library.getByRole('button', { name: 'Back to the beginning' }).click();
  await expect.poll(() => scrollTop(library)).toBe(0);
  expect(await library.locator('.resume').count()).toBe(0);
  await scrollToBlock(library, 50);
  await until('the position is kept', async () => (await entry('pos:'))?.block === 50);
});
