import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { plainPage, storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium({ build: 'testing' });
  chromium.serve('site-a.test', '/news/one', storyPage('One'));
  chromium.serve('site-a.test', '/news/two', storyPage('Two', { subject: 'tug' }));
  chromium.serve('site-a.test', '/list', plainPage('List'));
});
afterAll(() => chromium.close());

async function button(page: Page): Promise<{ popup: string; title: string }> {
  const tabId = await chromium.tabId(page);
  return (await chromium.worker()).evaluate(
    async (tabId) => ({
      popup: new URL(await chrome.action.getPopup({ tabId }), location.href).pathname.replace(/^\/(background\.js)?$/, ''),
      title: await chrome.action.getTitle({ tabId }),
    }),
    tabId,
  );
}

const untilButton = (page: Page, wanted: Awaited<ReturnType<typeof button>>) =>
  until(`the button is ${JSON.stringify(wanted)}`, async () => {
    const { popup, title } = await button(page);
    return popup === wanted.popup && title === wanted.title;
  });

const readable = { popup: '', title: 'Read this article' };
const reading = { popup: '/popup.html', title: 'Reading: show what else can be done' };
const plain = { popup: '/popup.html', title: 'Clean Copy' };

test('one click reads an article, the next opens the popup, and closing gives the button back', async () => {
  const page = await chromium.newPage('http://site-a.test/news/one');
  await untilButton(page, readable);
  await chromium.clickToolbarButton(page);
  await waitForReader(page);
  await untilButton(page, reading);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await untilButton(page, readable);
  await page.close();
});

test('on a page that is no article, the click opens the popup', async () => {
  const page = await chromium.newPage('http://site-a.test/list');
  await untilButton(page, plain);
  await page.goto('http://site-a.test/news/one');
  await untilButton(page, readable);
  await page.goto('http://site-a.test/list');
  await untilButton(page, plain);
  await page.close();
});

test('a stopped worker loses nothing', async () => {
  const page = await chromium.newPage('http://site-a.test/news/one');
  await untilButton(page, readable);
  await chromium.stopWorker();
  await untilButton(page, readable);
  await chromium.clickToolbarButton(page);
  await waitForReader(page);
  await chromium.stopWorker();
  await untilButton(page, reading);
  await chromium.runCommand('toggle-reader', page);
  await waitForNoReader(page);
  await page.close();
});

test('the setting makes the button open the popup always', async () => {
  const page = await chromium.newPage('http://site-a.test/news/one');
  await untilButton(page, readable);
  const set = async (buttonOnArticle: string) =>
    (await chromium.worker()).evaluate(
      (value) => chrome.storage.sync.set({ 'app-settings:1': { buttonOnArticle: value } }),
      buttonOnArticle,
    );
  await set('open-popup');
  await untilButton(page, { ...readable, popup: '/popup.html' });
  await set('open-reader');
  await untilButton(page, readable);
  await page.close();
});

test('the button says that an article is saved', async () => {
  const page = await chromium.newPage('http://site-a.test/news/one');
  await untilButton(page, readable);
  await chromium.runCommand('save-article', page);
  await untilButton(page, { popup: '', title: 'Read this article (saved)' });
  await page.close();
});

test('the button follows in-page navigation', async () => {
  const page = await chromium.newPage('http://site-a.test/list');
  await untilButton(page, plain);
  const go = (path: string, html: string) =>
    page.evaluate(
      ([path, html]) => {
        history.pushState(null, '', path);
        document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.children);
      },
      [path, html] as const,
    );
  await go('/news/in-page', storyPage('In the page'));
  await untilButton(page, readable);
  await go('/list/2', plainPage('List'));
  await untilButton(page, plain);
  await page.close();
});

test('a worker that starts puts every button right', async () => {
  const page = await chromium.newPage('http://site-a.test/news/two');
  await untilButton(page, readable);
  const tabId = await chromium.tabId(page);
  await (await chromium.worker()).evaluate(async (tabId) => {
    await chrome.action.setPopup({ tabId, popup: 'popup.html' });
    await chrome.action.setTitle({ tabId, title: 'Of another time' });
  }, tabId);
  await chromium.stopWorker();
  await untilButton(page, readable);
  await page.close();
});

test('each state has a drawing of its own, in each size', async () => {
  const worker = await chromium.worker();
  for (const size of [16, 32, 48]) {
    const drawings = await worker.evaluate(async (size) => {
      const files = ['article', 'no-article', 'reading', 'saved'].map((icon) =>
        fetch(chrome.runtime.getURL(`/icon/${icon}-${size}.png` as never)),
      );
      return Promise.all(files.map(async (file) => String(new Uint8Array(await (await file).arrayBuffer()))));
    }, size);
    expect(new Set(drawings).size).toBe(4);
  }
});
