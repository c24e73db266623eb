import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type FirefoxWindow, openFirefoxWindow } from './firefox-window';
import { handsOn } from './hands';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';
import { plainPage, storyPage } from './stories';

const host = 'site-a.test';
let firefox: Firefox;
let browserWindow: FirefoxWindow;
let page: Page;

beforeAll(async () => {
  firefox = await startFirefox();
  firefox.serve(host, '/news/ferry', storyPage('The ferry is late'));
  firefox.serve(host, '/news/tug', storyPage('The tug is early', { subject: 'tug' }));
  firefox.serve(host, '/list', plainPage('List'));
  browserWindow = await openFirefoxWindow(firefox);
});
afterAll(() => firefox.close());
afterEach(async () => {
  if (await browserWindow.popupIsOpen()) await browserWindow.closePopup();
  await page.close();
});

const untilButton = (words: string) => until(`the button says "${words}"`, async () => (await browserWindow.buttonTitle()) === words);
const isOpen = () => page.evaluate(() => Boolean(document.documentElement.lastElementChild?.shadowRoot?.querySelector('article h1')));
const untilReader = (open: boolean) => until(`a reader is open: ${open}`, async () => (await isOpen()) === open);
const stored = async (prefix: string, area: 'local' | 'sync' = 'local') =>
  Object.keys(await firefox.storage(area)).filter((key) => key.startsWith(prefix)).length;
const untilStored = (prefix: string, count: number, area: 'local' | 'sync' = 'local') =>
  until(`${count} of ${prefix} are kept`, async () => (await stored(prefix, area)) === count);

async function visit(path: string, title: string): Promise<void> {
  page = await firefox.newPage(firefox.url(host, path));
  await page.bringToFront();
  await untilButton(title);
}

test('one click reads an article, the next opens the popup: save, remove, take back, always read, close', async () => {
  await visit('/news/ferry', 'Read this article');
  await browserWindow.pressButton();
  await untilReader(true);
  await untilButton('Reading: show what else can be done');
  await browserWindow.pressButton();
  const popup = await browserWindow.popup();
  await popup.shows('The ferry is late');
  await popup.press('Save');
  await popup.shows(/The ferry is late.*The ferry is late/s);
  await popup.press('Saved');
  await popup.shows('Nothing saved yet');
  await popup.press('Undo');
  await popup.shows(/The ferry is late.*The ferry is late/s);
  await popup.press('', '[role="switch"]');
  await untilStored(`site:${host}`, 1, 'sync');
  await popup.press('', '[role="switch"][aria-checked="true"]');
  await untilStored(`site:${host}`, 0, 'sync');
  await popup.press('Close reader');
  await untilReader(false);
  await until('the popup is closed', async () => !(await browserWindow.popupIsOpen()));
  await untilButton('Read this article (saved)');
});

test('on a page that is no article the popup says so, finds what is saved, opens it, and reads the page anyway', async () => {
  await visit('/list', 'Clean Copy');
  await browserWindow.pressButton();
  const popup = await browserWindow.popup();
  await popup.shows('This page does not look like an article.');
  await popup.fill('', 'zeppelin', '[type="search"]');
  await popup.showsNoMore('By Ada Reed');
  await popup.fill('', 'ferry', '[type="search"]');
  await popup.press('The ferry is late');
  const library = await firefox.openedPage('library.html?id=');
  await handsOn(library).shows('What the ferry carried');
  await library.close();
  await page.bringToFront();
  await browserWindow.pressButton();
  await (await browserWindow.popup()).press('Read this page anyway');
  await until('the reader is open', async () => (await handsOn(page).text()).includes('List'));
});

test('the keys of the manifest read, save, and switch the site; that of the button does what a click does', async () => {
  await visit('/news/tug', 'Read this article');
  await browserWindow.pressCommand('R');
  await untilReader(true);
  await browserWindow.pressCommand('R');
  await untilReader(false);
  await browserWindow.pressCommand('K');
  await untilStored('meta:', 2);
  await untilButton('Read this article (saved)');
  await browserWindow.pressCommand('P');
  await untilReader(true);
  await untilButton('Reading: show what else can be done');
  await browserWindow.pressCommand('P');
  await (await browserWindow.popup()).press('Close reader');
  await untilReader(false);
  await browserWindow.pressCommand('W');
  await untilStored(`site:${host}`, 1, 'sync');
  await untilReader(true);
  await browserWindow.pressCommand('W');
  await untilStored(`site:${host}`, 0, 'sync');
});

test('the menus of a page and of the button', async () => {
  await visit('/news/tug', 'Read this article (saved)');
  expect(await browserWindow.openMenu(page)).toEqual(['Read this page', 'Save this page']);
  await browserWindow.chooseMenu('read-page');
  await untilReader(true);
  expect(await browserWindow.openMenu('button')).toEqual(['Save article', 'Saved articles', `Always read ${host}`]);
  await browserWindow.chooseMenu('always-read');
  await untilStored(`site:${host}`, 1, 'sync');
  expect(await browserWindow.openMenu('button')).toHaveLength(3);
  await browserWindow.chooseMenu('always-read');
  await untilStored(`site:${host}`, 0, 'sync');
  expect(await browserWindow.openMenu(page)).toContain('Correct this block…');
  await browserWindow.chooseMenu('correct-block');
  await handsOn(page).shows('Leave this out');
  expect(await browserWindow.openMenu('button')).toHaveLength(3);
  await browserWindow.chooseMenu('saved-articles');
  await (await firefox.openedPage('library.html')).close();
});

test('articles of a switched-on site open by themselves; leaving is respected on reload, back and forward, in this tab', async () => {
  expect(await firefox.send('ui-bg:set-always-read', { host, on: true, tabId: null })).toEqual({ ok: true, value: null });
  page = await firefox.newPage(firefox.url(host, '/list'));
  await page.bringToFront();
  const uncovered = () =>
    until('the curtain is lifted', () => page.evaluate(() => getComputedStyle(document.documentElement).clipPath === 'none'));
  await untilButton('Clean Copy');
  await uncovered();
  await page.goto(firefox.url(host, '/news/ferry'));
  await untilReader(true);
  await uncovered();
  await page.keyboard.press('Escape');
  await untilReader(false);
  await page.reload();
  await untilButton('Read this article (saved)');
  await uncovered();
  expect(await isOpen()).toBe(false);
  await page.goto(firefox.url(host, '/news/tug'));
  await untilReader(true);
  await page.goBack();
  await untilButton('Read this article (saved)');
  expect(await isOpen()).toBe(false);
  await page.goForward();
  await untilReader(true);
  await firefox.send('ui-bg:set-always-read', { host, on: false, tabId: null });
});
