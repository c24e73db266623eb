import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { picture, pictureStory, png } from './picture-story';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';
import { allowPrivateWindows } from './screen';

/** As a page of the extension has it. */
declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
let chromium: Chromium;
/** A page of the extension in the window that is not private: what is stored is read from it. */
let own: Page;
/** A page in the private window, and its tab. */
let page: Page;
let tabId: number;

beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve(host, '/private', pictureStory('Read in private', ['quay.png']));
  chromium.serve(host, '/quay.png', picture(png(320, 240)));
  await allowPrivateWindows(chromium);
  own = await chromium.openExtensionPage('options.html');
  const arrival = chromium.context.waitForEvent('page');
  tabId = await own.evaluate(
    async (url) => (await chrome.windows.create({ incognito: true, url }))?.tabs?.[0]?.id ?? -1,
    `http://${host}/private`,
  );
  page = await arrival;
});
afterAll(() => chromium.close());

const stored = () => own.evaluate(() => chrome.storage.local.get(null));
const send = (name: string, sent: unknown) =>
  own.evaluate(async ([name, sent]) => ((await chrome.runtime.sendMessage({ name, sent })) as { value: unknown }).value, [
    name,
    sent,
  ] as const);

test('reading in a private window leaves nothing, and the popup says what a save would', async () => {
  const before = await stored();
  expect(await send('ui-bg:open-reader', { tabId, anyway: false })).toEqual({ ok: true, value: null });
  await waitForReader(page);
  await page.keyboard.press('End');
  await until('it was read to the end', () =>
    inReader(page, (root) => Number(root.querySelector('[aria-valuenow]')?.ariaValueNow) > 50, null),
  );
  await own.evaluate(async (tabId) => {
    const { windowId } = await chrome.tabs.get(tabId);
    await chrome.action.openPopup({ windowId });
  }, tabId);
  const popup = await chromium.shownPopup();
  await popup.getByText('A private window leaves nothing behind. What you save in it stays on this machine all the same.').waitFor();
  await popup.close();
  await send('ui-bg:close-reader', { tabId });
  await waitForNoReader(page); // which tells where one was
  expect(await stored()).toEqual(before);
});

test('what is saved there on purpose is kept, without asking for its pictures outside, and that is said', async () => {
  await send('ui-bg:open-reader', { tabId, anyway: false });
  await waitForReader(page);
  const asked = () => chromium.server.requests.filter((request) => request === `${host}/quay.png`).length;
  const before = asked();
  await clickInReader(page, '.save-button');
  await until('it is said', () =>
    inReader(page, (root) => root.querySelector('.status')?.textContent?.startsWith('Saved from a private window'), null),
  );
  const metas = async () => Object.entries(await stored()).filter(([key]) => key.startsWith('meta:'));
  expect(await metas()).toHaveLength(1);
  await send('ui-bg:close-reader', { tabId });
  await until('the button says so, too', async () =>
    (await own.evaluate((tabId) => chrome.action.getTitle({ tabId }), tabId)).includes('when this private window is closed'),
  );

  // What is saved elsewhere after it has its pictures: nothing of this one is still to come.
  chromium.serve(host, '/open', pictureStory('Read in the open', ['market.png']));
  chromium.serve(host, '/market.png', picture(png(320, 240)));
  await chromium.newPage(`http://${host}/open`);
  const openTab = await own.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, `http://${host}/open`);
  expect(await send('ui-bg:save-tab', { tabId: openTab })).toMatchObject({ ok: true });
  await until('the picture of the other is asked for', async () => {
    const markets = chromium.server.requests.filter((request) => request === `${host}/market.png`);
    return markets.length === 2; // by the page, and for keeping
  });
  expect(asked()).toBe(before);
  expect(Object.keys(await stored()).filter((key) => key.startsWith('pos:'))).toEqual([]);
});
