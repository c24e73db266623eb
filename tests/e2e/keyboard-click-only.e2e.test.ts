import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { type Screen, setShortcuts, startScreen, untilKeysReach, withholdSites } from './screen';
import { plainPage, storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

/** The key of the toolbar button. The browser gives access to the page for a press of it, as for a click; it does not for a made event. */
const buttonKey = 'Alt+Shift+C';
const host = 'site-a.test';
let screen: Screen;
let chromium: Chromium;

beforeAll(async () => {
  screen = await startScreen();
  chromium = await startChromium({ display: screen.display });
  chromium.serve(host, '/news/ferry', storyPage('The ferry is late'));
  chromium.serve(host, '/list', plainPage('List'));
  await setShortcuts(chromium, { _execute_action: buttonKey });
  await withholdSites(chromium);
});
afterAll(async () => {
  await chromium.close();
  screen.close();
});

async function visit(path: string): Promise<Page> {
  const page = await chromium.newPage(`http://${host}${path}`);
  await page.bringToFront();
  await until('a click is ours to answer', async () =>
    (await chromium.worker()).evaluate(async () => (await chrome.action.getPopup({})) === ''),
  );
  return page;
}
async function pressButton(page: Page): Promise<void> {
  await untilKeysReach(page, screen);
  screen.press(buttonKey);
}
const savedCount = async () => Object.keys(await chromium.storage()).filter((key) => key.startsWith('meta:')).length;

test('the button reads the article, the reader saves it, and the button then shows the popup', async () => {
  const page = await visit('/news/ferry');
  await pressButton(page);
  expect((await waitForReader(page)).title).toBe('The ferry is late');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await until('it is saved', async () => (await savedCount()) === 1);
  await pressButton(page);
  const popup = await chromium.shownPopup();
  await popup.getByRole('button', { name: 'Close reader' }).click();
  await waitForNoReader(page);
});

test('on a page that is no article the button says so in the page', async () => {
  const page = await visit('/list');
  await pressButton(page);
  await page.getByRole('button', { name: 'Read this page anyway' }).waitFor();
});

test('where no page can be read, the button shows the popup', async () => {
  const page = await chromium.newPage('chrome://version');
  await page.bringToFront();
  await pressButton(page);
  const popup = await chromium.shownPopup();
  await popup.getByRole('heading', { name: 'Saved articles' }).or(popup.getByText('The ferry is late')).first().waitFor();
});
