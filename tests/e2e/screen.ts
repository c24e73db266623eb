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
  };
};

/** A display to show a browser on, with a keyboard. */
export interface Screen {
  display: string;
  /** Presses keys ("Alt+Shift+R") as a keyboard does. */
  press(keys: string): void;
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
  return {
    display,
    press: (keys) => void execFileSync('xdotool', ['key', keys.toLowerCase()], { env: { ...process.env, DISPLAY: display } }),
    close: () => void server.kill(),
  };
}

/** Waits until keys reach a page: a window gets the keyboard some time after it is shown, or after a popup over it has closed. */
export async function untilKeysReach(page: Page, screen: Screen): Promise<void> {
  await page.evaluate(() => {
    const seen = window as { keyHeard?: boolean };
    if (seen.keyHeard === undefined) window.addEventListener('keydown', () => Object.assign(seen, { keyHeard: true }), true);
    seen.keyHeard = false;
  });
  await until('keys reach the page', async () => {
    screen.press('shift');
    return page.evaluate(() => (window as { keyHeard?: boolean }).keyHeard);
  });
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
