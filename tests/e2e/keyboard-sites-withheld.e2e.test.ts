import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';
import { answerQuestion, giveSite, type Screen, setShortcuts, startScreen, untilKeysReach, withholdSites } from './screen';
import { storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

/** The key of the toolbar button. The browser gives access to the page for a press of it, as for a click; it does not for a made event. */
const buttonKey = 'Alt+Shift+C';
const sites = ['popup', 'www.reader', 'menu', 'options', 'withheld'].map((name) => `${name}.test`);
const withheld = 'Clean Copy may not read this site. Allow it in the browser’s extension settings.';
let screen: Screen;
let chromium: Chromium;

beforeAll(async () => {
  screen = await startScreen();
  chromium = await startChromium({ display: screen.display });
  for (const site of sites) chromium.serve(site, '/news/ferry', storyPage('The ferry is late'));
  await setShortcuts(chromium, { _execute_action: buttonKey });
  await withholdSites(chromium);
});
afterAll(async () => {
  await chromium.close();
  screen.close();
});
afterEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

const visit = (site: string, query = '') => chromium.newPage(`http://${site}/news/ferry${query}`);
const chosenSites = async () =>
  Object.keys(await chromium.storage('sync')).flatMap((key) => (key.startsWith('site:') ? [key.slice('site:'.length)] : []));
const untilChosen = (site: string) => until(`${site} is switched on`, async () => (await chosenSites()).includes(site));

async function pressButton(page: Page): Promise<void> {
  screen.focusBrowser();
  await untilKeysReach(page, screen);
  screen.press(buttonKey);
}

/** Opens the reader by a press of the button. */
async function read(site: string): Promise<Page> {
  const page = await visit(site);
  await page.bringToFront();
  await until('a click is ours to answer', async () =>
    (await chromium.worker()).evaluate(async () => (await chrome.action.getPopup({})) === ''),
  );
  await pressButton(page);
  await waitForReader(page);
  await until('the button opens the popup', async () => !(await chromium.buttonOpensReader(page)));
  return page;
}

async function popupOver(page: Page): Promise<Page> {
  await pressButton(page);
  return chromium.shownPopup();
}

/** The next article of the site opens by itself, and none of a site that access was not given to. */
async function expectToOpenItself(site: string): Promise<void> {
  await waitForReader(await visit(site, '?next'));
  const other = await visit('withheld.test');
  await other.evaluate(() => new Promise((settle) => requestIdleCallback(settle)));
  await waitForNoReader(other);
}

test('the popup has the browser ask; a refusal is said, and changes nothing', async () => {
  const page = await read('popup.test');
  const popup = await popupOver(page);
  await popup.evaluate(() => {
    chrome.permissions.request = async (asked) => {
      document.title = JSON.stringify(asked);
      return false;
    };
  });
  await popup.getByRole('switch').click();
  await popup.getByText(withheld).waitFor();
  await popup.getByRole('switch', { checked: false }).waitFor();
  expect(await popup.title()).toContain('"https://popup.test/*","http://www.popup.test/*"');
  expect(await chosenSites()).toEqual([]);
});

test('with a yes the site is on, though the popup be gone', async () => {
  const page = await read('popup.test');
  const popup = await popupOver(page);
  await popup.getByRole('switch').click();
  const tabId = await chromium.tabId(page);
  await until('it is asked for', async () => {
    const { wishedSite } = (await chromium.storage('session')) as { wishedSite?: { tabId: number } };
    return wishedSite?.tabId === tabId;
  });
  await popup.close();
  await answerQuestion(screen, page, 'allow');
  await untilChosen('popup.test');
  await (await popupOver(page)).getByRole('switch', { checked: true }).waitFor();
  await expectToOpenItself('popup.test');
});

test('the reader says where the browser asks; once its own name is given, by whatever way, the site is on', async () => {
  const page = await read('www.reader.test');
  await clickInReader(page, '[aria-controls="panel-more"]');
  await until('the menu is open', () => inReader(page, (root) => root.querySelector('.switch') !== null, null));
  await clickInReader(page, '.switch');
  await until('it is said', () =>
    inReader(
      page,
      (root) => root.textContent?.includes('may not read reader.test by itself yet. Switch it on from the toolbar button'),
      null,
    ),
  );
  const isOn = () => inReader(page, (root) => root.querySelector('.switch')?.getAttribute('aria-checked'), null);
  expect(await isOn()).toBe('false');
  expect(await chosenSites()).not.toContain('reader.test');
  await giveSite(chromium, 'http://www.reader.test/*');
  await untilChosen('reader.test');
  await until('the reader shows it', async () => (await isOn()) === 'true');
  await expectToOpenItself('www.reader.test');
});

test('the menu of the button, and its key, say on the button where to give access, and the site is on once it is given', async () => {
  const page = await read('menu.test');
  await chromium.chooseMenu('always-read', page);
  await until('the button says it', async () => (await chromium.buttonTitle(page)) === withheld);
  expect(await chosenSites()).not.toContain('menu.test');
  await giveSite(chromium, 'http://menu.test/*');
  await untilChosen('menu.test');
  await chromium.runCommand('toggle-site', page);
  await until('it is off', async () => !(await chosenSites()).includes('menu.test'));
  await chromium.runCommand('toggle-site', page);
  await untilChosen('menu.test');
  await expectToOpenItself('menu.test');
});

test('the options have the browser ask for a site that is added', async () => {
  const options = await chromium.openExtensionPage('options.html');
  const add = async (answer: 'allow' | 'deny') => {
    screen.focusBrowser();
    await untilKeysReach(options, screen);
    await options.getByRole('textbox', { name: 'Add a site' }).fill('options.test');
    await options.getByRole('button', { name: 'Add', exact: true }).click();
    await answerQuestion(screen, options, answer);
  };
  await add('deny');
  await options.getByText(withheld).waitFor();
  expect(await chosenSites()).not.toContain('options.test');
  await add('allow');
  await options.getByRole('button', { name: 'Remove options.test' }).waitFor();
  await expectToOpenItself('options.test');
});
