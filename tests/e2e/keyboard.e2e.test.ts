import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { type Screen, setShortcuts, startScreen, untilKeysReach } from './screen';
import { storyPage } from './stories';

const host = 'site-a.test';
/** The manifest's own, which Chromium does not bind for an extension loaded from the command line. */
const shortcuts = {
  'toggle-reader': 'Alt+Shift+R',
  'save-article': 'Alt+Shift+S',
  'toggle-site': 'Alt+Shift+A',
  _execute_action: 'Alt+Shift+C',
};

let screen: Screen;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  screen = await startScreen();
  chromium = await startChromium({ display: screen.display });
  chromium.serve(host, '/news/ferry', storyPage('The ferry is late'));
  await setShortcuts(chromium, shortcuts);
  page = await chromium.newPage(`http://${host}/news/ferry`);
  await until('the article is recognised', () => chromium.buttonOpensReader(page));
  await page.bringToFront();
});
afterAll(async () => {
  await chromium.close();
  screen.close();
});

/** Presses a command's keys on a page without a reader; `pressAgain`: with one, which keeps every key from the page. */
async function press(command: keyof typeof shortcuts): Promise<void> {
  await untilKeysReach(page, screen);
  pressAgain(command);
}
const pressAgain = (command: keyof typeof shortcuts) => screen.press(shortcuts[command]);

test('keys open the reader and close it', async () => {
  await press('toggle-reader');
  expect((await waitForReader(page)).title).toBe('The ferry is late');
  pressAgain('toggle-reader');
  await waitForNoReader(page);
});

test('the key of the button does what a click on it does: it reads the article, and shows the popup while reading', async () => {
  await until('the button reads', () => chromium.buttonOpensReader(page));
  await press('_execute_action');
  await waitForReader(page);
  await until('the button shows the popup', async () => !(await chromium.buttonOpensReader(page)));
  pressAgain('_execute_action');
  const popup = await chromium.shownPopup();
  await popup.getByRole('button', { name: 'Close reader' }).click();
  await waitForNoReader(page);
});

test('keys save the article, and switch the site on, which opens it', async () => {
  await press('save-article');
  await until('it is saved', async () => Object.keys(await chromium.storage()).some((key) => key.startsWith('meta:')));
  await press('toggle-site');
  await waitForReader(page);
  expect(Object.keys(await chromium.storage('sync'))).toContain(`site:${host}`);
});
