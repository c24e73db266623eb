import fs from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundledArticle, serveArticle } from './articles';
import { type Chromium, startChromium } from './harness';
import { until } from './reader-dom';
import { savedLibrary } from './seed-library';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await startChromium();
  page = await chromium.openExtensionPage('options.html');
});
afterAll(() => chromium.close());

async function fill(items: Record<string, unknown>): Promise<void> {
  await (await chromium.worker()).evaluate(async (all) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(all);
  }, items);
}

beforeEach(async () => {
  await fill({});
  await page.reload();
});

const metas = async () => Object.entries(await chromium.storage()).filter(([key]) => key.startsWith('meta:'));
const choose = (name: string, content: Uint8Array | string) =>
  page.locator('input[accept*=".zip"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Halts whatever writes to the library once the first articles have come in. The answer lets it go on, as closing that page does. */
async function haltLibrary(by: Page): Promise<() => Promise<void>> {
  await by.evaluate(() => {
    const released = new Promise<void>((release) => Object.assign(window, { release }));
    chrome.storage.local.onChanged.addListener(function first(changes) {
      if (!Object.keys(changes).some((key) => key.startsWith('meta:'))) return;
      chrome.storage.local.onChanged.removeListener(first);
      void navigator.locks.request('library', () => {
        Object.assign(window, { halted: true });
        return released;
      });
    });
  });
  return () => by.evaluate(() => (window as unknown as { release(): void }).release());
}
const untilHalted = (by: Page) => until('some have come in', () => by.evaluate(() => 'halted' in window));
const manyRows = Array.from({ length: 5000 }, (_, at) => `Story ${at},https://news.test/${at},1700000000,,unread`);

const pocket = (rows: string[]) => zipSync({ 'part_000000.csv': strToU8(`title,url,time_added,tags,status\n${rows.join('\n')}\n`) });
const pocketRows = ['Élan,https://news.test/a,1700000000,sea|deep,unread', 'B,https://news.test/b,1600000000,,archive', 'Bad,,1,,unread'];

async function downloaded(act: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const waiting = page.waitForEvent('download');
  await act();
  const download: Download = await waiting;
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

test('a Pocket export is looked at, brought in with tags, dates and state, reported, and taken back', async () => {
  await choose('pocket.zip', pocket(pocketRows));
  await page.getByText('2 new articles').waitFor();
  await page.getByText('1 entry cannot be read').click();
  await page.getByText('part_000000.csv:4').waitFor();
  expect(await metas()).toEqual([]);
  await button('Import 2 articles').click();
  await page.getByText('2 articles imported').waitFor();
  const saved = (await metas())
    .map(([, meta]) => meta as Record<string, unknown>)
    .sort((a, b) => String(a.url).localeCompare(String(b.url)));
  expect(saved).toMatchObject([
    { url: 'https://news.test/a', title: 'Élan', savedAt: 1_700_000_000_000, tags: ['sea', 'deep'], state: 'unread', text: null },
    { url: 'https://news.test/b', title: 'B', savedAt: 1_600_000_000_000, tags: [], state: 'archived', text: null },
  ]);
  await page.reload();
  await page.getByText('Last import: “pocket.zip”').waitFor();
  await button('Undo this import').click();
  await page.getByText('Undone. 2 articles are gone again.').waitFor();
  expect(await metas()).toEqual([]);
});

test('what is saved already is told, and stays as it is', async () => {
  await choose('pocket.zip', pocket(pocketRows));
  await button('Import 2 articles').click();
  await page.getByText('2 articles imported').waitFor();
  const before = await metas();
  await button('Close').click();
  await choose('again.zip', pocket(pocketRows));
  await page.getByText('Nothing new').waitFor();
  await page.getByText('2 are saved here already and stay as they are').waitFor();
  expect(await metas()).toEqual(before);
});

test('a large import is stopped half way, and what had come in is taken back', async () => {
  await choose('pocket.zip', pocket(manyRows));
  const goOn = await haltLibrary(page);
  await button('Import 5,000 articles').click();
  await untilHalted(page);
  await button('Cancel').click();
  await goOn();
  await page.getByText(/^Cancelled\. [\d,]+ articles had come in\./).waitFor();
  const some = (await metas()).length;
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(5000);
  await button('Undo this import').click();
  await page.getByText(`Undone. ${some.toLocaleString('en')} articles are gone again.`).waitFor();
  expect(await metas()).toEqual([]);
});

test('an import that a closed page cut short is offered to be taken back, or kept', async () => {
  const other = await chromium.openExtensionPage('options.html');
  await other
    .locator('input[accept*=".zip"]')
    .setInputFiles({ name: 'cut.zip', mimeType: 'application/zip', buffer: Buffer.from(pocket(manyRows)) });
  await haltLibrary(other);
  await other.getByRole('button', { name: 'Import 5,000 articles' }).click();
  await untilHalted(other);
  await other.close({ runBeforeUnload: false });
  await page.reload();
  await page.getByText('The import of “cut.zip” was interrupted.').waitFor();
  await button('Undo this import').click();
  await page.getByText(/articles are gone again/).waitFor();
  expect(await metas()).toEqual([]);
});

test('a file that is none says so, and nothing changes', async () => {
  await choose('holiday.zip', zipSync({ 'beach.jpg': strToU8('x'.repeat(100)) }));
  await page.getByText('“holiday.zip” is no file that Clean Copy can read.').waitFor();
  await button('Close').click();
  await choose('broken.zip', pocket(pocketRows).slice(0, 50));
  await page.getByText('“broken.zip” is damaged').waitFor();
  expect(await metas()).toEqual([]);
});

test('a backup is downloaded, and brings an emptied library back', async () => {
  const { items } = savedLibrary(30);
  await fill(items);
  await page.reload();
  const { name, bytes } = await downloaded(() => button('Back up everything').click());
  expect(name).toMatch(/^Clean Copy backup \d{4}-\d{2}-\d{2}\.zip$/);
  expect(Object.keys(unzipSync(bytes))).toHaveLength(31);
  await page.getByText('A backup of 30 articles was written').waitFor();
  const facts = async () =>
    (await metas())
      .map(([, meta]) => meta as { title: string; savedAt: number; byline: string })
      .map(({ title, savedAt, byline }) => `${title} ${savedAt} ${byline}`)
      .sort();
  const before = await facts();
  await fill({});
  await page.reload();
  await choose(name, bytes);
  await page.getByText('30 new articles').waitFor();
  await page.getByText('30 with their text').waitFor();
  await button('Import 30 articles').click();
  await page.getByText('30 articles imported').waitFor();
  expect(await facts()).toEqual(before);
  const library = await chromium.openExtensionPage('library.html');
  await library.getByText('Story 7 of the harbour').click();
  await library.getByText('The text of story 7.').waitFor();
  await library.close();
});

test('everything leaves as one book, or as a zip of Markdown', async () => {
  await fill(savedLibrary(12).items);
  await page.reload();
  const book = await downloaded(() => button('Export all').click());
  expect(book.name).toBe('Saved articles.epub');
  expect(Object.keys(unzipSync(book.bytes)).filter((name) => /c\d+\.xhtml$/.test(name))).toHaveLength(12);
  await page.getByText('12 articles written').waitFor();
  await page.getByLabel('Format').selectOption('markdown');
  const notes = await downloaded(() => button('Export all').click());
  expect(notes.name).toBe('Saved articles.zip');
  expect(Object.keys(unzipSync(notes.bytes))).toContain('Story 0 of the harbour.md');
});

test('the text of a link is fetched when it is asked for, and read without the network; a missing page is told', async () => {
  serveArticle(chromium, bundledArticle);
  const here = `http://${bundledArticle.host}${bundledArticle.path}`;
  await choose('pocket.zip', pocket([`Mill,${here},1700000000,sea,unread`, `Gone,http://${bundledArticle.host}/gone,1600000000,,unread`]));
  await button('Import 2 articles').click();
  await page.getByText('2 articles imported').waitFor();
  await button('Fetch 2 texts').click();
  await page.getByText('1 text fetched').waitFor();
  await page.getByText('1 could not be fetched').click();
  await page.getByText('the page is gone').waitFor();
  const file = 'tide-mill.jpg';
  await until('its picture follows', async () => chromium.server.requests.includes(`${bundledArticle.host}${bundledArticle.path}${file}`));
  await chromium.goOffline();
  const library = await chromium.openExtensionPage('library.html');
  await library.getByText(bundledArticle.expected.title).click();
  await library.getByText(bundledArticle.expected.mustContain[0] ?? '').waitFor();
  await library.close();
  await chromium.goOffline(false);
});

test('an article leaves from where it is read, in the format that is chosen; Escape closes the dialog alone', async () => {
  await fill(savedLibrary(3).items);
  const library = await chromium.openExtensionPage('library.html');
  await library.getByText('Story 1 of the harbour').click();
  await library.getByText('The text of story 1.').waitFor();
  await library.keyboard.press('e');
  await library.getByRole('radio', { name: /^Markdown/ }).check();
  const downloading = library.waitForEvent('download');
  await library.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Story 1 of the harbour.md');
  expect(fs.readFileSync(await download.path(), 'utf8')).toContain('The text of story 1.');
  await library.getByText('1 article written').waitFor();
  await library.keyboard.press('Escape');
  await library.getByRole('dialog', { name: 'Export this article' }).waitFor({ state: 'detached' });
  await library.getByText('The text of story 1.').waitFor();
  await library.close();
});
