import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until } from './reader-dom';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await startChromium();
  page = await chromium.openExtensionPage('options.html');
});
afterAll(() => chromium.close());

/** The pages that are kept hidden until it is known whether the reader opens. */
const automaticPatterns = async () =>
  (await chromium.worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts({ ids: ['curtain'] })).flatMap(({ matches }) => matches ?? []),
  );

test('the toolbar button and the theme are kept as soon as they are chosen', async () => {
  await page.getByRole('radio', { name: 'Open the popup' }).check();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await until('the theme is kept', async () => JSON.stringify(await chromium.storage('sync')).includes('"theme":"dark"'));
  expect(JSON.stringify(await chromium.storage('sync'))).toContain('"buttonOnArticle":"open-popup"');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});

test('a site is added by any way of writing it, refused when it is none, removed and taken back', async () => {
  const field = page.getByRole('textbox', { name: 'Add a site' });
  await field.fill('no site');
  await field.press('Enter');
  await page.getByText('Enter a site’s address').waitFor();
  await field.fill('https://www.Site-A.test/news?x=1');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Remove site-a.test' }).click();
  await page.getByText('Removed site-a.test').waitFor();
  expect(Object.keys(await chromium.storage('sync'))).not.toContain('site:site-a.test');
  await until('its pages open as they are', async () => (await automaticPatterns()).length === 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Remove site-a.test' }).waitFor();
  await until('its articles open in the reader again', async () => (await automaticPatterns()).includes('http://site-a.test/*'));
});

test('the shortcuts and what is stored are shown', async () => {
  await page.getByRole('rowheader', { name: 'Save the article' }).waitFor();
  await page.getByText('No articles').waitFor();
});
