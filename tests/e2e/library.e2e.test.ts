import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until } from './reader-dom';
import { savedLibrary } from './seed-library';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
let page: Page;
let ids: string[];

beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

async function openLibrary(count: number): Promise<void> {
  const { items, ids: saved } = savedLibrary(count);
  ids = saved;
  await (await chromium.worker()).evaluate(async (all) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(all);
  }, items);
  page = await chromium.openExtensionPage('library.html');
}

beforeEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

const focusedTitle = () => page.evaluate(() => document.activeElement?.textContent);
const rows = () => page.locator('.article-list > li');
/** Where the row of story 70 stands in the window; null where it is not drawn. */
/** In whole pixels: the page scrolls by no less. */
const rowTop = () =>
  page.evaluate(() => {
    const top = document.querySelector('[data-index="70"]')?.getBoundingClientRect().top;
    return top === undefined ? null : Math.round(top);
  });

test('an empty library says what to do next', async () => {
  await openLibrary(0);
  await page.getByText('Open a news article, press the Clean Copy button').waitFor();
});

test('10,000 articles: few rows are drawn, all are counted, searched and reached', async () => {
  await openLibrary(10_000);
  await page.getByText('10,000 articles').waitFor();
  expect(await rows().count()).toBeLessThan(40);
  await page.keyboard.press('/');
  await page.keyboard.type('elections');
  await page.getByText('1 found').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect.poll(focusedTitle).toBe('Story 9999 of the harbour');
  expect(await rows().count()).toBeLessThan(40);
});

test('the keyboard moves, deletes and takes back', async () => {
  await openLibrary(12);
  await page.getByText('12 articles').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focusedTitle).toBe('Story 1 of the harbour');
  await page.keyboard.press('Delete');
  await page.getByText('Removed “Story 1 of the harbour”').waitFor();
  await expect.poll(focusedTitle).toBe('Story 2 of the harbour');
  await expect.poll(() => rows().count()).toBe(11);
  await page.keyboard.press('Control+z');
  await page.getByText('Restored “Story 1 of the harbour”').waitFor();
  await expect.poll(() => rows().count()).toBe(12);
});

test('an article is read without the network, and back leads to the same place in the list', async () => {
  await openLibrary(200);
  await page.getByText('200 articles').waitFor();
  await chromium.goOffline();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  // It comes late, above the list: there on leaving, it is not there yet on coming back.
  const reminder = page.getByText('There is no recent backup');
  await reminder.waitFor();
  await page.evaluate(() => scrollTo(0, 6000));
  await until('the row is drawn', async () => (await rowTop()) !== null);
  await page.getByText('Story 70 of the harbour').scrollIntoViewIfNeeded(); // as the click would: it counts where the row is on leaving
  const before = await rowTop();
  await page.getByText('Story 70 of the harbour').click();
  await page.getByText('The text of story 70.').waitFor();
  await expect.poll(() => page.title()).toBe('Story 70 of the harbour');
  expect(page.url()).toContain(ids[70]);
  await page.keyboard.press('Escape');
  await expect.poll(rowTop).toBe(before);
  await reminder.waitFor();
  await expect.poll(rowTop).toBe(before);
  await expect.poll(focusedTitle).toBe('Story 70 of the harbour');
  await expect.poll(() => page.title()).toBe('Saved articles');
  expect(asked.filter((url) => !url.startsWith('chrome-extension:'))).toEqual([]);
  expect(problems).toEqual([]);
  await chromium.goOffline(false);
});

test('a damaged copy says so and shows what is left; an unknown one is not there', async () => {
  await openLibrary(1);
  await (await chromium.worker()).evaluate(async () => {
    const items = (await chrome.storage.local.get(null)) as Record<string, { json: string }>;
    const [key, body] = Object.entries(items).find(([name]) => name.startsWith('body:')) ?? [];
    if (key && body) await chrome.storage.local.set({ [key]: { ...body, json: body.json.replace('The text', 'A text') } });
  });
  await page.getByText('Story 0 of the harbour').click();
  await page.getByRole('heading', { name: 'This copy is damaged' }).waitFor();
  await page.getByText('A text of story 0.').waitFor();
  const other = await chromium.openExtensionPage(`library.html?id=${'0'.repeat(32)}`);
  await other.getByRole('heading', { name: 'This article is not saved here' }).waitFor();
});
