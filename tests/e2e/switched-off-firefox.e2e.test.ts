import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FirefoxWindow, openFirefoxWindow } from './firefox-window';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';
import { storyPage } from './stories';

const host = 'site-a.test';
let firefox: Firefox;
let browserWindow: FirefoxWindow;

beforeAll(async () => {
  firefox = await startFirefox();
  firefox.serve(host, '/news/ferry', storyPage('The ferry is late', { paragraphs: 40 }));
  browserWindow = await openFirefoxWindow(firefox);
});
afterAll(() => firefox.close());

const untilButton = (words: string) => until(`the button says "${words}"`, async () => (await browserWindow.buttonTitle()) === words);
const readers = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot?.querySelector('article h1')).length);

test('where the extension is switched off under an open reader Esc still shows the page; once it is on again all is as before', async () => {
  const page = await firefox.newPage(firefox.url(host, '/news/ferry'));
  await page.bringToFront();
  await untilButton('Read this article');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await browserWindow.pressButton();
  await until('the reader is open', async () => (await readers(page)) === 1);
  await browserWindow.disableExtension();
  const covered = () => page.evaluate(() => document.elementFromPoint(300, 300) === document.documentElement.lastElementChild);
  expect(await covered()).toBe(true);
  await page.keyboard.press('Escape');
  await until('the page is seen', async () => !(await covered()));
  await browserWindow.enableExtension();
  await page.bringToFront();
  await until('the reader is open anew', async () => (await readers(page)) === 1 && (await covered()));
  await until('the button knows', async () => (await browserWindow.buttonTitle()).startsWith('Reading'));
  await page.keyboard.press('Escape');
  await until('all is as before', async () => (await page.evaluate(() => document.documentElement.outerHTML)) === before);
  await page.close();
});
