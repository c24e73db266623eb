import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { storyPage } from './stories';

/** As the page `chrome://extensions` has it, by which users change shortcuts. */
declare const chrome: {
  developerPrivate: { updateExtensionCommand(command: { extensionId: string; commandName: string; keybinding: string }): Promise<void> };
};

const host = 'site-a.test';
/** The manifest's own, which Chromium does not bind for an extension loaded from the command line. */
const shortcuts = {
  'toggle-reader': 'Alt+Shift+R',
  'save-article': 'Alt+Shift+S',
  'toggle-site': 'Alt+Shift+A',
  _execute_action: 'Alt+Shift+C',
};

let screen: ChildProcess;
let display: string;
let chromium: Chromium;
let page: Page;

/** Starts an X server on a free display and returns its name. */
async function startScreen(): Promise<string> {
  screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdout?.once('data', (data) => resolve(String(data).trim()));
    screen.once('exit', () => reject(new Error('Xvfb should start, but ended')));
  });
  return `:${number}`;
}

beforeAll(async () => {
  display = await startScreen();
  chromium = await startChromium({ display });
  chromium.serve(host, '/news/ferry', storyPage('The ferry is late'));
  const settings = await chromium.newPage('chrome://extensions');
  await settings.evaluate(
    async ([extensionId, shortcuts]) => {
      for (const [commandName, keybinding] of Object.entries(shortcuts))
        await chrome.developerPrivate.updateExtensionCommand({ extensionId, commandName, keybinding });
    },
    [chromium.extensionId, shortcuts] as const,
  );
  await settings.close();
  page = await chromium.newPage(`http://${host}/news/ferry`);
  await until('the article is recognised', () => chromium.buttonOpensReader(page));
  await page.bringToFront();
});
afterAll(async () => {
  await chromium.close();
  screen.kill();
});

/** Presses keys as a keyboard does. */
const press = (command: keyof typeof shortcuts) =>
  execFileSync('xdotool', ['key', shortcuts[command].toLowerCase()], { env: { ...process.env, DISPLAY: display } });

test('keys open the reader and close it', async () => {
  press('toggle-reader');
  expect((await waitForReader(page)).title).toBe('The ferry is late');
  press('toggle-reader');
  await waitForNoReader(page);
});

test('the key of the button does what a click on it does: it reads the article, and shows the popup while reading', async () => {
  await until('the button reads', () => chromium.buttonOpensReader(page));
  press('_execute_action');
  await waitForReader(page);
  await until('the button shows the popup', async () => !(await chromium.buttonOpensReader(page)));
  press('_execute_action');
  const popup = await chromium.shownPopup();
  await popup.getByRole('button', { name: 'Close reader' }).click();
  await waitForNoReader(page);
});

test('keys save the article, and switch the site on, which opens it', async () => {
  press('save-article');
  await until('it is saved', async () => Object.keys(await chromium.storage()).some((key) => key.startsWith('meta:')));
  press('toggle-site');
  await waitForReader(page);
  expect(Object.keys(await chromium.storage('sync'))).toContain(`site:${host}`);
});
