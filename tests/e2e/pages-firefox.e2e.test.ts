import fs from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './axe-firefox';
import { handsOn } from './hands';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';
import { savedLibrary } from './seed-library';
import { storyPage } from './stories';

/** As a page of the extension has it. */
declare const browser: typeof import('wxt/browser').browser;

const host = 'site-a.test';
const { items, ids } = savedLibrary(12);
let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  firefox = await startFirefox();
  firefox.serve(host, '/set', fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8'));
  firefox.serve(host, '/rtl', fs.readFileSync('tests/fixtures/right-to-left/page.html', 'utf8'));
  firefox.serve(host, '/long', storyPage('The long crossing', { paragraphs: 60 }));
});
afterAll(() => firefox.close());
afterEach(async () => {
  await page.close();
});

async function openPage(file: string, marks: Record<number, object> = {}): Promise<void> {
  const marked = Object.entries(marks).map(([index, mark]) => {
    const key = `meta:${ids[Number(index)]}`;
    return [key, { ...(items[key] as object), ...mark }];
  });
  page = await firefox.openExtensionPage('manifest.json');
  await page.evaluate(
    async (items) => {
      await browser.storage.local.clear();
      await browser.storage.local.set(items);
    },
    { ...items, ids, ...Object.fromEntries(marked) },
  );
  await page.close();
  page = await firefox.openExtensionPage(file);
  await firefox.setSize(page, 1280, 1800); // rows that are not seen are not drawn
  await page.bringToFront();
}
const rows = () => page.$$eval('.article-list > li', (all) => all.length);
const countIs = (count: number) => until(`${count} rows are listed`, async () => (await rows()) === count);
const sync = async () => JSON.stringify(await firefox.storage('sync'));
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key as never);
};

test('library: views stand in the address, and back and forward lead through them', async () => {
  await openPage('library.html', { 1: { state: 'archived' }, 4: { favourite: true } });
  await countIs(11);
  await handsOn(page).press('', '.view-bar a[href*="view=archived"]');
  await countIs(1);
  expect(await page.evaluate(() => location.search)).toContain('view=archived');
  await page.evaluate(() => history.back());
  await countIs(11);
  await page.evaluate(() => history.forward());
  await countIs(1);
});

test('library: the whole text is searched, by its words and operators, with accents and slips forgiven', async () => {
  await openPage('library.html', { 5: { tags: ['sea'] } });
  const search = (query: string) => handsOn(page).fill('', query, '[type="search"]');
  await search('"text of story 4"');
  await countIs(1);
  await search('tag:sea');
  await countIs(1);
  await search('elections');
  await countIs(1);
  await search('hrabour ada');
  await countIs(12);
  await search('zeppelin');
  await handsOn(page).shows('No saved article matches “zeppelin”.');
});

test('library: by the keyboard alone several are chosen, tagged, removed, and taken back', async () => {
  await openPage('library.html');
  await countIs(12);
  await press('j', 'x', 'j', 'x');
  await handsOn(page).shows('2 selected');
  await press('#');
  await handsOn(page).shows('Removed 2 articles');
  await countIs(10);
  await page.keyboard.down('Control');
  await press('z');
  await page.keyboard.up('Control');
  await countIs(12);
  await press('Escape', 'j', 't');
  await handsOn(page).shows('Tags of this article');
  await page.keyboard.type('Harbour life');
  await press('Enter', 'Escape');
  await handsOn(page).shows('Harbour life');
  await until('it is kept', async () => JSON.stringify(await firefox.storage()).includes('"tags":["Harbour life"]'));
});

test('library: an article is read without the network, and Esc leads back to its row', async () => {
  await openPage('library.html');
  await countIs(12);
  firefox.server.setOffline(true);
  const before = firefox.server.requests.length;
  await handsOn(page).press('Story 7 of the harbour');
  await handsOn(page).shows('The text of story 7.');
  await press('Escape');
  await countIs(12);
  await until('its row has the focus', () => page.evaluate(() => document.activeElement?.textContent === 'Story 7 of the harbour'));
  expect(firefox.server.requests.slice(before)).toEqual([]);
  firefox.server.setOffline(false);
});

test('options: the button, the theme, sites and their undo, the shortcuts as they are', async () => {
  await openPage('options.html');
  const hands = handsOn(page);
  await hands.press('Open the popup', '.radio-label');
  await until('the choice is kept', async () => (await sync()).includes('"buttonOnArticle":"open-popup"'));
  await hands.press('Open the reader', '.radio-label');
  await until('the choice is kept', async () => (await sync()).includes('"buttonOnArticle":"open-reader"'));
  await hands.press('', 'label:has([value="dark"])');
  await until('the page is dark', () => page.evaluate(() => document.documentElement.dataset.theme === 'dark'));
  await hands.fill('Add a site', 'https://www.Site-A.test/news?x=1');
  await press('Enter');
  await hands.press('Remove site-a.test');
  await hands.shows('Removed site-a.test');
  await hands.press('Undo');
  await until('the site is back', async () => (await sync()).includes('site:site-a.test'));
  await hands.press('Remove site-a.test');
  await until('the site is gone', async () => !(await sync()).includes('site:site-a.test'));
  const shortcuts = await page.$$eval('.shortcuts tr', (lines) => lines.map(({ textContent }) => textContent));
  expect(shortcuts).toContain('Save the articleAltShiftK');
  expect(shortcuts.some((line) => line?.includes('__MSG'))).toBe(false);
  await hands.press('', 'label:has([value="light"])');
  await until('the page is light', () => page.evaluate(() => document.documentElement.dataset.theme === 'light'));
});

async function read(path: string): Promise<void> {
  page = await firefox.newPage(firefox.url(host, path));
  expect(await firefox.send('ui-bg:open-reader', { tabId: await firefox.tabId(page), anyway: false })).toMatchObject({ ok: true });
  await page.bringToFront();
  await until('the text stands to its end', () =>
    page.evaluate(() => Boolean(document.documentElement.lastElementChild?.shadowRoot?.querySelector('.text[aria-busy="false"]'))),
  );
}

test('reader: where an article was left is offered the next time', async () => {
  await read('/long');
  await page.evaluate(() => {
    const block = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.text')?.children[40];
    block?.scrollIntoView({ block: 'start' });
  });
  await until('the position is kept', async () =>
    Object.entries(await firefox.storage()).some(
      ([key, value]) => key.startsWith('pos:') && Number((value as { block: number }).block) >= 39,
    ),
  );
  await page.close();
  await read('/long');
  await handsOn(page).shows('Continue');
  await press('c');
  await until('it goes on there', () =>
    page.evaluate(() => Number(document.documentElement.lastElementChild?.shadowRoot?.querySelector('.scroller')?.scrollTop) > 1000),
  );
});

test('reader: a block is pointed at with the mouse, left out, and put back', async () => {
  await read('/long');
  const words = () => page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot?.querySelectorAll('.text > p').length ?? 0);
  const before = await words();
  await press('x');
  await handsOn(page).shows('Leave this out');
  await handsOn(page).press('', '.text > p:nth-of-type(3)');
  await handsOn(page).press('', '.menu-line[aria-keyshortcuts="Delete"]');
  await until('it is gone', async () => (await words()) === before - 1);
  await press('Escape');
  await page.keyboard.down('Control');
  await press('z');
  await page.keyboard.up('Control');
  await until('it is back', async () => (await words()) === before);
});

test.each(['light', 'dark', 'contrast'])('%s: axe finds nothing in the pages of ours, nor in the reader', async (theme) => {
  await openPage('manifest.json');
  await page.evaluate((theme) => browser.storage.sync.set({ 'reader-settings:1': { theme } }), theme);
  for (const file of ['library.html', `library.html?id=${ids[0]}`, 'options.html', 'popup.html']) {
    await page.close();
    page = await firefox.openExtensionPage(file);
    await page.bringToFront();
    await handsOn(page).shows(file === 'options.html' ? 'Bring articles in' : /[Ss]tory 0/);
    expect(await violations(page), file).toEqual([]);
  }
  for (const path of ['/set', '/rtl']) {
    await page.close();
    await read(path);
    expect(await violations(page, { fromShadowDom: ['html > div', 'dialog'] }), path).toEqual([]);
  }
});
