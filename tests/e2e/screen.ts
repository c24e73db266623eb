import { execFileSync, spawn } from 'node:child_process';
import type { Page } from 'playwright';
import type { Chromium } from './harness';
import { until } from './reader-dom';

/** As the page `chrome://extensions` has it, by which users change shortcuts and site access. */
declare const chrome: {
  developerPrivate: {
    updateExtensionCommand(command: { extensionId: string; commandName: string; keybinding: string }): Promise<void>;
    updateExtensionConfiguration(
      update: { extensionId: string } & ({ hostAccess: 'ON_CLICK' | 'ON_ALL_SITES' } | { incognitoAccess: boolean }),
    ): Promise<void>;
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    addHostPermission(extensionId: string, pages: string): Promise<void>;
  };
};

/** A display to show a browser on, with a keyboard. */
export interface Screen {
  display: string;
  /** Presses keys ("Alt+Shift+R", "Escape") as a keyboard does. */
  press(keys: string): void;
  /** Gives the keyboard to the browser's window. */
  focusBrowser(): void;
  close(): void;
}

/** Starts an X server on a free display. */
export async function startScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data) => resolve(String(data).trim()));
    server.once('exit', () => reject(new Error('Xvfb should start, but ended')));
  });
  const display = `:${number}`;
  const run = (...args: string[]) => execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: display }, encoding: 'utf8' });
  return {
    display,
    press: (keys) => void run('key', keys.includes('+') ? keys.toLowerCase() : keys),
    focusBrowser: () => void run('search', '--onlyvisible', '--name', ' - Chromium$', 'windowfocus', '--sync'),
    close: () => void server.kill(),
  };
}

/** Has a page listen for keys, and answers whether one came since it was last asked. */
const hearsKeys = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const seen = window as { keyHeard?: boolean };
    if (seen.keyHeard === undefined) window.addEventListener('keydown', () => Object.assign(seen, { keyHeard: true }), true);
    const heard = seen.keyHeard === true;
    seen.keyHeard = false;
    return heard;
  });

/** Waits until keys reach a page: a window gets the keyboard some time after it is shown, or after a popup over it has closed. */
export async function untilKeysReach(page: Page, screen: Screen): Promise<void> {
  await hearsKeys(page);
  await until('keys reach the page', async () => {
    screen.press('shift');
    return hearsKeys(page);
  });
}

/** Presses in a row that reach no page before it is believed that a question of the browser has the keyboard, which takes no answer at once. */
const silence = 15;

/**
 * Answers the browser's question whether an extension gets more permissions, as a user does with the keyboard. No driver lists it: it is there
 * when keys no longer reach the page that it lies over.
 */
export async function answerQuestion(screen: Screen, over: Page, answer: 'allow' | 'deny'): Promise<void> {
  let unheard = 0;
  await until('the browser asks', async () => {
    screen.focusBrowser();
    screen.press('shift');
    unheard = (await hearsKeys(over)) ? 0 : unheard + 1;
    return unheard > silence;
  });
  for (const key of answer === 'deny' ? ['Escape'] : ['Tab', 'Return']) screen.press(key);
}

/** Sets the keys of commands, which Chromium does not bind by itself for an extension loaded from the command line. */
export async function setShortcuts(chromium: Chromium, shortcuts: Readonly<Record<string, string>>): Promise<void> {
  const settings = await chromium.newPage('chrome://extensions');
  await settings.evaluate(
    async ([extensionId, shortcuts]) => {
      for (const [commandName, keybinding] of Object.entries(shortcuts))
        await chrome.developerPrivate.updateExtensionCommand({ extensionId, commandName, keybinding });
    },
    [chromium.extensionId, shortcuts] as const,
  );
  await settings.close();
}

/** Withholds access to all sites, or gives it again, as a user does by "on click" in the browser's settings of an extension. */
export async function withholdSites(chromium: Chromium, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES' = 'ON_CLICK'): Promise<void> {
  const settings = await chromium.newPage('chrome://extensions');
  await settings.evaluate(
    ([extensionId, hostAccess]) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
    [chromium.extensionId, hostAccess] as const,
  );
  await settings.close();
}

/** Gives access to some pages by their match pattern, as a user does under "on specific sites". */
export async function giveSite(chromium: Chromium, pages: string): Promise<void> {
  const settings = await chromium.newPage('chrome://extensions');
  await settings.evaluate(([extensionId, pages]) => chrome.developerPrivate.addHostPermission(extensionId, pages), [
    chromium.extensionId,
    pages,
  ] as const);
  await settings.close();
}

/** Without it, Chromium does not start an unpacked extension again. */
export async function switchDeveloperModeOn(chromium: Chromium): Promise<void> {
  const settings = await chromium.newPage('chrome://extensions');
  await settings.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await settings.close();
}

/** Lets the extension into private windows, as a user does there. The browser starts it anew for that. */
export async function allowPrivateWindows(chromium: Chromium): Promise<void> {
  await switchDeveloperModeOn(chromium);
  const settings = await chromium.newPage('chrome://extensions');
  await settings.evaluate(
    (extensionId) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }),
    chromium.extensionId,
  );
  await settings.close();
}
