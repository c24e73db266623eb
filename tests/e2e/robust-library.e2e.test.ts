import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until } from './reader-dom';
import { savedLibrary } from './seed-library';
import { storyPage } from './stories';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
let profile: string;
let chromium: Chromium;

const start = async () => {
  chromium = await startChromium({ profile });
  chromium.serve(host, '/', storyPage('A page'));
};
beforeAll(async () => {
  profile = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-robust-'));
  await start();
});
afterEach(async () => {
  await (await chromium.worker()).evaluate(() => chrome.storage.local.clear());
});
afterAll(async () => {
  await chromium.close();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

interface Stored {
  url: string;
  id: string;
  text: { rev: string; length: number } | null;
}

/** The addresses of saved articles; every one of them has to be whole. */
async function wholeAddresses(): Promise<string[]> {
  const items = await chromium.storage();
  const metas = Object.entries(items).flatMap(([key, value]) => (key.startsWith('meta:') ? [value as Stored] : []));
  for (const { id, url, text } of metas)
    if (text) expect((items[`body:${id}:${text.rev}`] as { json: string } | undefined)?.json.length, url).toBe(text.length);
  return metas.map(({ url }) => url);
}

/** Saves from several tabs at once, one article after another in each, until all are done or the browser is; calls back as each is acknowledged. */
async function saveFromTabs(tabs: number, each: number, acknowledged: (url: string) => void): Promise<void> {
  const pages = await Promise.all(Array.from({ length: tabs }, () => chromium.newPage(`http://${host}/`)));
  const ids: number[] = [];
  for (const page of pages) ids.push(await chromium.tabId(page));
  const worker = await chromium.worker();
  await Promise.all(
    ids.map(async (tabId, tab) => {
      for (let at = 0; at < each; at++) {
        const url = `http://${host}/${tab}/${at}`;
        const ok = await worker.evaluate(
          async ([tabId, url]) => {
            // As the reader in that tab does, which the page has led on to a new address.
            const [injected] = await chrome.scripting.executeScript({
              target: { tabId },
              args: [url],
              func: async (url: string) => {
                history.pushState(null, '', url);
                const article = { version: 1, url, title: url, contentHtml: `<p>${url} ${'words '.repeat(800)}</p>`, headings: [] };
                return chrome.runtime.sendMessage({ name: 'page-bg:save-article', sent: { article } });
              },
            });
            return (injected?.result as { value?: { ok: boolean } } | undefined)?.value?.ok === true;
          },
          [tabId, url] as const,
        );
        if (ok) acknowledged(url);
      }
    }),
  );
  for (const page of pages) await page.close();
}

test('two hundred saves from ten tabs at once: none is lost', async () => {
  const acknowledged: string[] = [];
  await saveFromTabs(10, 20, (url) => acknowledged.push(url));
  expect(acknowledged).toHaveLength(200);
  expect((await wholeAddresses()).sort()).toEqual(acknowledged.sort());
});

test('the browser is killed in the middle of saves: what was acknowledged is there, and whole', async () => {
  const acknowledged: string[] = [];
  const saving = saveFromTabs(10, 20, (url) => acknowledged.push(url)).catch(() => 'killed');
  await until('some are saved', async () => acknowledged.length > 30);
  await chromium.kill();
  expect(await saving).toBe('killed');
  await start();
  expect(await wholeAddresses()).toEqual(expect.arrayContaining(acknowledged));
  const library = await chromium.openExtensionPage('library.html');
  await library.locator('.list-head .count').waitFor();
  await library.close();
});

test('the browser is killed in the middle of an import: what came in is whole, and it can be taken back', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => `Story ${at},https://news.test/${at},1700000000,,unread`);
  const file = zipSync({ 'part_000000.csv': strToU8(`title,url,time_added,tags,status\n${rows.join('\n')}\n`) });
  const before = await chromium.openExtensionPage('options.html');
  await before.locator('input[accept*=".zip"]').setInputFiles({ name: 'cut.zip', mimeType: 'application/zip', buffer: Buffer.from(file) });
  // Halted once the first have come in, so that the kill surely is in the middle.
  await before.evaluate(() => {
    chrome.storage.local.onChanged.addListener((changes) => {
      if (!Object.keys(changes).some((key) => key.startsWith('meta:')) || 'halted' in window) return;
      void navigator.locks.request('library', () => {
        Object.assign(window, { halted: true });
        return new Promise(() => undefined);
      });
    });
  });
  await before.getByRole('button', { name: 'Import 5,000 articles' }).click();
  await until('some have come in', () => before.evaluate(() => 'halted' in window));
  await chromium.kill();
  await start();
  const { length } = await wholeAddresses();
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(5000);
  const options = await chromium.openExtensionPage('options.html');
  await options.getByText('The import of “cut.zip” was interrupted.').waitFor();
  await options.getByRole('button', { name: 'Undo this import' }).click();
  await options.getByText(/articles are gone again/).waitFor();
  expect(await wholeAddresses()).toEqual([]);
  await options.close();
});

/** From here on nothing can be written, as on a full disk. */
const fillDisk = () => {
  chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
};

test('a full disk is told in words: where an article is saved, tagged, and brought in', async () => {
  const { items } = savedLibrary(1);
  const worker = await chromium.worker();
  await worker.evaluate((all) => chrome.storage.local.set(all), items);
  await worker.evaluate(fillDisk);
  chromium.serve(host, '/full', storyPage('No room'));
  const page = await chromium.newPage(`http://${host}/full`);
  await chromium.tabId(page);
  await chromium.runCommand('save-article', page);
  await expect.poll(() => chromium.buttonTitle(page)).toContain('The disk is full');
  await page.close();

  const library = await chromium.openExtensionPage('library.html');
  await rowOf(library, 0).getByRole('link').first().focus();
  await library.keyboard.press('f');
  await library.getByText('The disk is full, so this was not saved.').waitFor();
  await library.close();

  const options = await chromium.openExtensionPage('options.html');
  await options.evaluate(fillDisk);
  const file = zipSync({ 'part_000000.csv': strToU8('title,url,time_added,tags,status\nA,https://news.test/a,1700000000,,unread\n') });
  await options.locator('input[accept*=".zip"]').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from(file) });
  await options.getByRole('button', { name: 'Import 1 article' }).click();
  await options.getByText('The disk is full, so this was not saved.').waitFor();
  await options.close();
  expect(await wholeAddresses()).toEqual(['https://site-a.test/news/0']);
  await chromium.stopWorker(); // and with it the full disk
});

test('damage is found, told and mended on request; what was taken out can be had, and removed', async () => {
  const { items, ids } = savedLibrary(3);
  const [, bodyKey = ''] = Object.keys(items).filter((key) => key.startsWith('body:'));
  Object.assign(items, { [bodyKey]: { v: 2, json: 'half a te' }, [`meta:${ids[2]}`]: 'nothing that can be read' });
  await (await chromium.worker()).evaluate((all) => chrome.storage.local.set(all), items);
  const options = await chromium.openExtensionPage('options.html');
  const button = (name: string) => options.getByRole('button', { name });
  await button('Check saved articles').click();
  await options.getByText('3 articles were checked.').waitFor();
  await options.getByText('2 of them are damaged.').waitFor();
  await options.getByText('Its text is damaged.').waitFor();
  await options.getByText('Its entry cannot be read; its text can').waitFor();
  await button('Repair').click();
  await options.getByText('2 articles were repaired.').waitFor();
  await button('Close').click();
  await button('Check saved articles').click();
  await options.getByText('All is well.').waitFor();

  const download = options.waitForEvent('download');
  await button('Save it as a file').click();
  expect(fs.readFileSync(await (await download).path(), 'utf8')).toContain('half a te');
  await button('Remove it').click();
  await button('Remove it for good').click();
  await options.getByText('is set aside').waitFor({ state: 'detached' });
  await options.close();

  const library = await chromium.openExtensionPage('library.html');
  await expect.poll(() => library.locator('.article-list > li').count()).toBe(3);
  await library.close();
});

async function openTwice(count: number): Promise<[Page, Page]> {
  const { items } = savedLibrary(count);
  await (await chromium.worker()).evaluate((all) => chrome.storage.local.set(all), items);
  const windows: [Page, Page] = [await chromium.openExtensionPage('library.html'), await chromium.openExtensionPage('library.html')];
  for (const page of windows) await page.locator('.article-list > li').first().waitFor();
  return windows;
}

const rowOf = (page: Page, number: number) => page.locator('.article-list > li').filter({ hasText: `Story ${number} of the harbour` });

test('a library of a later version says so, and is left alone', async () => {
  const { items } = savedLibrary(1);
  const later = { ...items, schema: { v: 99 } };
  await (await chromium.worker()).evaluate((all) => chrome.storage.local.set(all), later);
  const library = await chromium.openExtensionPage('library.html');
  await library.getByRole('heading', { name: 'A newer version saved these articles' }).waitFor();
  await library.close();
  expect(await chromium.storage()).toMatchObject(later);
});

test('two windows edit one article: tags in one, the state in the other', async () => {
  const [one, other] = await openTwice(2);
  await rowOf(one, 0).getByRole('checkbox').click();
  await one.keyboard.press('t');
  const tags = one.getByRole('dialog', { name: 'Tags of this article' });
  await tags.getByRole('combobox').fill('pilots');
  await rowOf(other, 0).getByRole('link').first().focus();
  await Promise.all([one.keyboard.press('Enter'), other.keyboard.press('f')]);
  for (const page of [one, other]) {
    await rowOf(page, 0).getByText('pilots').waitFor();
    await rowOf(page, 0).getByText('Favourite').waitFor({ state: 'attached' });
  }
  for (const page of [one, other]) await page.close();
});

test('one window deletes what the other edits: it stays deleted, the other is told, and undo brings it back', async () => {
  const [one, other] = await openTwice(2);
  await rowOf(other, 0).getByRole('checkbox').click();
  await other.keyboard.press('t');
  const tags = other.getByRole('dialog', { name: 'Tags of this article' });
  await tags.getByRole('combobox').fill('pilots');
  await rowOf(one, 0).getByRole('link').first().focus();
  await one.keyboard.press('#');
  await expect.poll(() => rowOf(one, 0).count()).toBe(0);
  await other.keyboard.press('Enter');
  await other.getByText('This article is no longer saved.').waitFor({ state: 'attached' });
  expect(await wholeAddresses()).toEqual(['https://site-a.test/news/1']);
  await one.getByRole('button', { name: 'Undo' }).click();
  for (const page of [one, other]) await rowOf(page, 0).first().waitFor({ state: 'attached' });
  for (const page of [one, other]) await page.close();
});
