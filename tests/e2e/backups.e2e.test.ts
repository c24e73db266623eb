import fs from 'node:fs';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { savedLibrary } from './seed-library';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

const day = 24 * 3_600_000;

/** A library of `count`, with the last backup so many days ago, and the setting as it is given. */
async function prepare(count: number, backups: string, daysAgo: number | null): Promise<void> {
  const items = { ...savedLibrary(count).items, ...(daysAgo !== null && { backedUpAt: Date.now() - daysAgo * day }) };
  await (await chromium.worker()).evaluate(
    async ([all, care]) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set(all);
      await chrome.storage.sync.set({ 'app-settings:1': { backups: care } });
    },
    [items, backups] as const,
  );
}

const reminder = (page: Page) => page.getByText('There is no recent backup of your saved articles.');
async function fileOf(download: Download): Promise<string[]> {
  expect(download.suggestedFilename()).toMatch(/^Clean Copy backup \d{4}-\d{2}-\d{2}\.zip$/);
  return Object.keys(unzipSync(fs.readFileSync(await download.path())));
}

test('a library without a recent backup says so once, and backs up at a click', async () => {
  await prepare(12, 'remind', 40);
  const page = await chromium.openExtensionPage('library.html');
  await reminder(page).waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up everything' }).click();
  expect(await fileOf(await downloading)).toHaveLength(13);
  await page.getByText('A backup of 12 articles was written').waitFor();
  await page.reload();
  await page.getByText('12 articles').waitFor();
  expect(await reminder(page).count()).toBe(0);
  await page.close();
});

test('"later" is for a month', async () => {
  await prepare(12, 'remind', null);
  const page = await chromium.openExtensionPage('library.html');
  await page.getByRole('button', { name: 'Later' }).click();
  await expect.poll(async () => (await chromium.storage()).backupRemindedAt).toBeGreaterThan(0);
  await page.reload();
  await page.getByText('12 articles').waitFor();
  expect(await reminder(page).count()).toBe(0);
  await page.close();
});

test('a weekly backup makes itself when the saved articles are opened, once', async () => {
  await prepare(5, 'weekly', 8);
  const downloading = chromium.context.waitForEvent('page').then((page) => page.waitForEvent('download'));
  const page = await chromium.openExtensionPage('library.html');
  expect(await fileOf(await downloading)).toHaveLength(6);
  await page.getByText('A backup of 5 articles was written').waitFor();
  expect((await chromium.storage()).backedUpAt).toBeGreaterThan(Date.now() - day);
  await page.close();
});
