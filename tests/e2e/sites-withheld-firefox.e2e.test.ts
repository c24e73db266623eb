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
  for (const site of [host, 'site-b.test']) firefox.serve(site, '/news/ferry', storyPage('The ferry is late'));
  firefox.serve(host, '/list', plainPage('List'));
  browserWindow = await openFirefoxWindow(firefox);
  await browserWindow.withholdSites();
});
afterAll(() => firefox.close());
afterEach(async () => {
  if (await browserWindow.popupIsOpen()) await browserWindow.closePopup();
  await page.close();
});

async function visit(path: string, site = host): Promise<void> {
  page = await firefox.newPage(firefox.url(site, path));
  await page.bringToFront();
}
const titles = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot?.querySelector('article h1')?.textContent ?? []),
  );
const untilReaders = (count: number) => until(`${count} readers are open`, async () => (await titles()).length === count);
const kept = async (prefix: string, area: 'local' | 'sync' = 'local') =>
  Object.keys(await firefox.storage(area)).filter((key) => key.startsWith(prefix));

test('no page is looked at before the click', async () => {
  await visit('/news/ferry');
  await page.evaluate(() => new Promise((settle) => requestIdleCallback(settle)));
  expect(Object.keys(await firefox.storage('session')).filter((key) => key.startsWith('tab:'))).toEqual([]);
  expect(await browserWindow.buttonTitle()).toBe('Clean Copy');
});

test('the button reads the article once, the reader saves it, and the button then shows the popup', async () => {
  await visit('/news/ferry');
  await browserWindow.pressButton();
  await untilReaders(1);
  await handsOn(page).press('Save');
  await until('it is saved', async () => (await kept('meta:')).length === 1);
  expect(await titles()).toEqual(['The ferry is late']);
  await until('the button says so', async () => (await browserWindow.buttonTitle()).startsWith('Reading'));
  await browserWindow.pressButton();
  await (await browserWindow.popup()).press('Close reader');
  await untilReaders(0);
});

test('on a page that is no article the button says so in the page, where it can be read anyway', async () => {
  await visit('/list');
  await browserWindow.pressButton();
  await handsOn(page).press('Read this page anyway');
  await untilReaders(1);
});

test('"always read" asks for the site, and is done though the popup is gone when the user agrees', async () => {
  await visit('/news/ferry');
  await browserWindow.pressButton();
  await untilReaders(1);
  await until('the button says so', async () => (await browserWindow.buttonTitle()).startsWith('Reading'));
  await browserWindow.askForPermissions();
  await browserWindow.pressButton();
  const popup = await browserWindow.popup();
  await popup.press('', '[role="switch"]');
  expect(await browserWindow.question()).toContain(host);
  await browserWindow.closePopup();
  expect(await kept('site:', 'sync')).toEqual([]);
  await browserWindow.agree();
  await until('the site is switched on', async () => (await kept('site:', 'sync')).includes(`site:${host}`));
  const other = await firefox.newPage(firefox.url(host, '/news/ferry?2'));
  await page.close();
  page = other;
  await untilReaders(1);
  // Sites that access was not given to stay as they are.
  await page.goto(firefox.url('site-b.test', '/news/ferry'));
  await browserWindow.pressButton();
  await untilReaders(1);
});

test('with the button set to open the popup, the popup says what the page is, and reads it', async () => {
  const options = await firefox.openExtensionPage('options.html');
  await handsOn(options).press('Open the popup', '.radio-label');
  await until('it is kept', async () => JSON.stringify(await firefox.storage('sync')).includes('open-popup'));
  await options.close();
  await visit('/news/ferry', 'site-b.test');
  await browserWindow.pressButton();
  const popup = await browserWindow.popup();
  await popup.press('Read');
  await untilReaders(1);
});

test('access that is given again is used', async () => {
  await browserWindow.withholdSites(false);
  await visit('/news/ferry', 'site-b.test');
  await until('the article is recognised', async () => (await browserWindow.buttonTitle()).startsWith('Read this article'));
});
