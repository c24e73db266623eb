import fs from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';

const article = fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8');

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  for (const host of ['news.test', 'other.test']) chromium.serve(host, '/a', article);
  chromium.serve('walled.test', '/a', {
    body: article,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  });
});
afterAll(() => chromium.close());

async function openReader(url: string): Promise<Page> {
  const page = await chromium.newPage(url);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  return page;
}

const theme = (page: Page) => page.locator('.reader').getAttribute('data-theme');
const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
/** The families that have come into the page. */
const families = (page: Page) =>
  page.evaluate(() => [...new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))].sort());

test('typefaces reach any page as bytes, each when it is used, and leave with the reader', async () => {
  const page = await openReader('http://walled.test/a');
  await expect.poll(() => families(page)).toEqual([expect.stringMatching(/ Serif$/)]);
  await page.keyboard.press('a');
  await expect.poll(async () => (await families(page)).length).toBe(5); // to choose from
  await choose(page, 'Easy');
  await until('the text is set in it', () =>
    page.locator('.article').evaluate((element) => /^"\w+ Easy"/.test(getComputedStyle(element).fontFamily)),
  );
  await page.getByRole('button', { name: 'Reset to default' }).click();
  await expect.poll(() => page.locator('.reader').getAttribute('data-font')).toBe('serif');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  expect(await families(page)).toEqual([]);
  await page.close();
});

test('what is set only on a site is for that site, until the settings take it from it', async () => {
  const page = await openReader('http://news.test/a');
  await page.keyboard.press('a');
  await page.getByRole('switch', { name: 'Only on news.test' }).click();
  await page.getByText('What you set now is for news.test only.').waitFor();
  await choose(page, 'Black');
  await until('it is kept', async () => JSON.stringify((await chromium.storage('sync'))['looks:news.test'])?.includes('black'));
  await page.close();

  const other = await openReader('http://other.test/a');
  expect(await theme(other)).toBe('system');
  await other.close();
  const again = await openReader('http://news.test/a');
  expect(await theme(again)).toBe('black');
  await again.close();

  const settings = await chromium.openExtensionPage('options.html');
  await settings.getByRole('button', { name: 'Remove news.test' }).click();
  await settings.getByText('Removed news.test').waitFor();
  expect(Object.keys(await chromium.storage('sync'))).not.toContain('looks:news.test');
  await settings.getByRole('button', { name: 'Undo' }).click();
  await settings.getByRole('button', { name: 'Remove news.test' }).waitFor();
  await settings.close();
});

test('an installed typeface is named in the settings, and can be chosen in the reader', async () => {
  const settings = await chromium.openExtensionPage('options.html');
  const field = settings.getByRole('combobox', { name: 'A typeface that is installed here' });
  await field.fill('DejaVu Serif');
  await field.press('Enter');
  await settings.getByRole('radio', { name: 'DejaVu Serif' }).waitFor({ state: 'attached' });
  await until('it is kept', async () => JSON.stringify(await chromium.storage('sync')).includes('"fontName":"DejaVu Serif"'));
  await settings.close();
  const page = await openReader('http://other.test/a');
  expect(await page.locator('.article').evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(/^"DejaVu Serif"/);
  await page.close();
});
