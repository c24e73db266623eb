import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { contentWorld } from './content-world';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';
import { plainPage, storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
let chromium: Chromium;

beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve(host, '/news/ferry', storyPage('The ferry is late'));
  chromium.serve(host, '/list', plainPage('List'));
});
afterAll(() => chromium.close());
afterEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

async function visitStory(): Promise<Page> {
  const page = await chromium.newPage(`http://${host}/news/ferry`);
  await until('the article is recognised', () => chromium.buttonOpensReader(page));
  return page;
}

const savedTitles = async () =>
  Object.entries(await chromium.storage()).flatMap(([key, meta]) => (key.startsWith('meta:') ? [(meta as { title: string }).title] : []));
const untilSaved = (count: number) => until(`${count} articles are saved`, async () => (await savedTitles()).length === count);
const siteIsOn = async () => Object.keys(await chromium.storage('sync')).includes(`site:${host}`);

/** What the reader's controls say; the switch stands in the menu, which is opened for it. */
async function controls(page: Page) {
  const shown = await inReader(
    page,
    (root) => ({
      saved: root.querySelector('.save-button')?.getAttribute('data-saved') === 'true',
      alwaysRead: root.querySelector('.switch')?.getAttribute('aria-checked') === 'true',
      menu: root.querySelector('.panel') !== null,
    }),
    null,
  );
  if (shown && !shown.menu) await clickInReader(page, '[aria-controls="panel-more"]');
  return shown;
}
const untilControls = (page: Page, saved: boolean, alwaysRead: boolean) =>
  until(`the reader shows saved: ${saved}, always read: ${alwaysRead}`, async () => {
    const shown = await controls(page);
    return shown?.menu && shown.saved === saved && shown.alwaysRead === alwaysRead;
  });

async function openedLibrary(act: () => Promise<void>): Promise<void> {
  const opened = chromium.context.waitForEvent('page');
  await act();
  const library = await opened;
  await until('the library is open', async () => library.url().endsWith('/library.html'));
}

test('every menu entry is there', async () => {
  const ids = ['read-page', 'save-page', 'read-link', 'read-selection', 'correct-block', 'save', 'saved-articles', 'always-read'];
  const worker = await chromium.worker();
  const missing = () =>
    worker.evaluate(async (ids) => {
      const found = await Promise.allSettled(ids.map((id) => chrome.contextMenus.update(id, { enabled: true })));
      return ids.filter((_, index) => found[index]?.status === 'rejected');
    }, ids);
  // The browser announces the installation some time after it started the worker, and the menus are made then.
  await expect.poll(missing, { timeout: 10_000 }).toEqual([]);
});

test('the menus read, save and list', async () => {
  const page = await visitStory();
  await chromium.chooseMenu('read-page', page);
  await waitForReader(page);
  await chromium.chooseMenu('save-page', page);
  await untilSaved(1);
  await openedLibrary(() => chromium.chooseMenu('saved-articles', page));
});

test('the commands switch the site, which reads the article in front, and open the library', async () => {
  const page = await visitStory();
  await chromium.runCommand('toggle-site', page);
  await waitForReader(page);
  expect(await siteIsOn()).toBe(true);
  await chromium.runCommand('toggle-site', page);
  await until('the site is off', async () => !(await siteIsOn()));
  await waitForReader(page);
  await openedLibrary(() => chromium.runCommand('open-library', page));
});

test('an open reader shows what is saved and switched elsewhere', async () => {
  const page = await visitStory();
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  await untilControls(page, true, false); // by the menu, above
  const library = await chromium.openExtensionPage('library.html');
  await library
    .getByRole('button', { name: /Remove/ })
    .first()
    .click();
  await untilControls(page, false, false);
  await library.close();
  await chromium.runCommand('save-article', page);
  await untilControls(page, true, false);
  await chromium.chooseMenu('always-read', page);
  await untilControls(page, true, true);
  await chromium.chooseMenu('always-read', page);
  await untilControls(page, true, false);
});

test('where what is stored of a tab is behind, the command still does what one sees', async () => {
  const page = await visitStory();
  const key = `tab:${await chromium.tabId(page)}`;
  const believe = async (reading: boolean) =>
    (await chromium.worker()).evaluate(
      async ([key, reading]) => {
        const state = (await chrome.storage.session.get(key))[key] as object;
        await chrome.storage.session.set({ [key]: { ...state, reading } });
      },
      [key, reading] as const,
    );
  await believe(true);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  await believe(false);
  await chromium.runCommand('toggle-reader', page);
  await waitForNoReader(page);
});

test('an act that cannot be done says so on the button', async () => {
  const page = await chromium.newPage(`http://${host}/list`);
  await chromium.runCommand('save-article', page);
  const tabId = await chromium.tabId(page);
  await until('the badge is there', async () =>
    (await chromium.worker()).evaluate(async (tabId) => (await chrome.action.getBadgeText({ tabId })) === '!', tabId),
  );
  expect(await savedTitles()).toHaveLength(1);

  // What the page tells of itself afterwards does not take it away.
  const title = await chromium.buttonTitle(page);
  const inContentWorld = await contentWorld(chromium, page);
  await inContentWorld(
    `void chrome.runtime.sendMessage({ name: 'page-bg:page-detected', sent: { url: location.href, level: 'article' } })`,
  );
  await until('the button opens the reader', () => chromium.buttonOpensReader(page));
  expect(await chromium.buttonTitle(page)).toBe(title);
});

test('the worker is stopped before each act, or half way through it, and each is done', async () => {
  const page = await visitStory();
  await chromium.stopWorker();
  await chromium.clickToolbarButton(page);
  await waitForReader(page);
  await chromium.stopWorker();
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await chromium.stopWorker();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await untilControls(page, true, false);
  await untilSaved(1);
  await chromium.stopWorker();
  await chromium.chooseMenu('always-read', page);
  await untilControls(page, true, true);
  await chromium.stopWorker();
  await page.keyboard.press('Escape'); // the menu
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await until('the button reads again', () => chromium.buttonOpensReader(page));
});
