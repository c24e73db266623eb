import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright';
import { findChromium, quietChromium } from '../../scripts/find-browser.mjs';
import { type Build, extensionFolder } from './build-extension';
import { until } from './reader-dom';
import { type ServedPage, type SiteServer, startSiteServer } from './site-server';

/** The extension's own interfaces, as `Worker.evaluate` finds them in its service worker. */
declare const chrome: typeof import('wxt/browser').browser & {
  action: { onClicked: Dispatchable };
  commands: { onCommand: Dispatchable };
  contextMenus: { onClicked: Dispatchable };
};
/** Chromium lets an event be fired from inside the extension. */
interface Dispatchable {
  dispatch(...sent: unknown[]): void;
}

/** A Chromium with Clean Copy in it, and sites of our own (`*.test`) that it can visit. */
export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  server: SiteServer;
  /** Every `http://<anything>.test/<path>` without a page here is a 404. */
  serve(host: string, path: string, page: ServedPage): void;
  newPage(url?: string): Promise<Page>;
  /** The running service worker; wakes it where it was stopped. */
  worker(): Promise<Worker>;
  /** Stops the service worker, as the browser does when it has been idle. */
  stopWorker(): Promise<void>;
  tabId(page: Page): Promise<number>;
  /** Whether a click on the toolbar button opens the reader in this tab, rather than the popup. */
  buttonOpensReader(page: Page): Promise<boolean>;
  /** What the button says of this tab. */
  buttonTitle(page: Page): Promise<string>;
  /** What a click on the toolbar button does in this tab: fires the extension's event, or opens the popup and returns its page. */
  clickToolbarButton(page: Page): Promise<Page | null>;
  /** Opens the real popup over this tab. Fails where the tab has none (`action.setPopup` is ''). */
  openPopup(page: Page): Promise<Page>;
  /** The popup, once it shows, however it was opened. */
  shownPopup(): Promise<Page>;
  /** Fires a command of the manifest as the keyboard would. */
  runCommand(name: string, page: Page): Promise<void>;
  /** Fires a context menu entry; `info` adds what the browser would, such as `linkUrl`. */
  chooseMenu(menuItemId: string, page: Page, info?: Record<string, unknown>): Promise<void>;
  /** Opens a page of the extension: `library.html`. */
  openExtensionPage(file: string): Promise<Page>;
  /** All of `storage.local`, or of another area. */
  storage(area?: 'local' | 'sync' | 'session'): Promise<Record<string, unknown>>;
  /** No page and no server can be reached from here on, or again. */
  goOffline(offline?: boolean): Promise<void>;
  close(): Promise<void>;
  /** Ends the browser from one moment to the next, as a crash does; its profile stays. */
  kill(): Promise<void>;
}

/**
 * Starts Chromium with the built extension, on free ports and with a fresh profile.
 *
 * @param backForwardCache on, as users have it: going back then waits for `commit` only, since no page loads
 * @param display an X display to show its window on; without one it is headless
 * @param language of the browser's own words (BCP 47), and so of the extension's; else that of the machine
 * @throws where there is no Chromium, or the extension was not built
 */
export async function startChromium({
  build = 'testing' as Build,
  args = [] as string[],
  profile = '',
  display = '',
  language = '',
  backForwardCache = false,
} = {}): Promise<Chromium> {
  const folder = extensionFolder('chrome', build);
  if (!fs.existsSync(path.join(folder, 'manifest.json'))) throw new Error(`The extension should be built in ${folder}`);
  const userData = profile || fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-chromium-'));
  const server = await startSiteServer();
  const context = await chromium.launchPersistentContext(userData, {
    executablePath: findChromium(),
    headless: !display,
    env: { ...process.env, ...(display && { DISPLAY: display }), ...(language && { LANGUAGE: language.replace('-', '_') }) },
    viewport: { width: 1280, height: 900 },
    ignoreDefaultArgs: ['--disable-extensions', '--headless', ...(backForwardCache ? ['--disable-back-forward-cache'] : [])],
    args: [
      ...(display ? [] : ['--headless=new']),
      ...quietChromium,
      ...(language ? [`--lang=${language}`] : []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--host-resolver-rules=MAP *.test 127.0.0.1:${server.port}`,
      '--remote-debugging-port=0', // a second debugger, for the popup; the port is read from the profile
      ...args,
    ],
  });
  const first =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 45_000 }).catch(() => {
      throw new Error(`Chromium did not start the extension in ${folder}: with --enable-logging=stderr it says why`);
    }));
  const extensionId = new URL(first.url()).host;
  // Playwright keeps one object for the worker over its stops and starts; an extension that is loaded anew has another.
  let latest = first;
  context.on('serviceworker', (started) => {
    if (new URL(started.url()).host === extensionId) latest = started;
  });
  const tabIds = new WeakMap<Page, number>();

  async function inServiceWorkers(act: (cdp: CDPSession) => Promise<unknown>): Promise<void> {
    const cdp = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    await cdp.send('ServiceWorker.enable');
    await act(cdp);
    await cdp.detach();
  }

  async function worker(): Promise<Worker> {
    // While it is stopped, an evaluation waits.
    const asked = latest;
    const awake = asked.evaluate(() => true);
    if (await Promise.race([awake, wait(300, false)])) return asked;
    // Not by a page of the extension: it would come to the front, and the browser chooses which page follows it there.
    await inServiceWorkers((cdp) => cdp.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${extensionId}/` }));
    await awake;
    return asked;
  }

  async function tabId(page: Page): Promise<number> {
    const known = tabIds.get(page);
    if (known !== undefined) return known;
    const running = await worker();
    await page.bringToFront();
    const id = await until('the tab is the active one', () =>
      running.evaluate(async (url) => (await chrome.tabs.query({ active: true })).find((tab) => tab.url === url)?.id, page.url()),
    );
    tabIds.set(page, id);
    return id;
  }

  async function buttonOpensReader(page: Page): Promise<boolean> {
    const id = await tabId(page);
    const popup = await (await worker()).evaluate((tabId) => chrome.action.getPopup({ tabId }), id);
    return !popup.endsWith('.html');
  }

  async function openPopup(page: Page): Promise<Page> {
    const running = await worker();
    await page.bringToFront();
    await running.evaluate(() => chrome.action.openPopup());
    return shownPopup();
  }

  async function shownPopup(): Promise<Page> {
    const port = fs.readFileSync(path.join(userData, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    // Playwright is not told of popups; a connection made after it opened lists it.
    return until('the popup is open', async () => {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const popup = browser
        .contexts()[0]
        ?.pages()
        .find((open) => open.url().startsWith(`chrome-extension://${extensionId}/popup.html`));
      if (!popup) await browser.close();
      return popup;
    });
  }

  async function dispatch(what: 'action' | 'command' | 'menu', page: Page, sent?: unknown): Promise<void> {
    const id = await tabId(page);
    await (await worker()).evaluate(
      async ([what, id, sent]) => {
        const tab = await chrome.tabs.get(id);
        if (what === 'action') chrome.action.onClicked.dispatch(tab);
        else if (what === 'command') chrome.commands.onCommand.dispatch(sent, tab);
        else chrome.contextMenus.onClicked.dispatch(sent, tab);
      },
      [what, id, sent] as const,
    );
  }

  return {
    context,
    extensionId,
    server,
    serve: server.serve,
    async newPage(url) {
      const page = await context.newPage();
      if (url) await page.goto(url);
      return page;
    },
    worker,
    stopWorker: () =>
      inServiceWorkers(async (cdp) => {
        const stopped = new Promise<void>((resolve) =>
          cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
            if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
          }),
        );
        await cdp.send('ServiceWorker.stopAllWorkers');
        await stopped;
      }),
    tabId,
    buttonOpensReader,
    async buttonTitle(page) {
      const id = await tabId(page);
      return (await worker()).evaluate((tabId) => chrome.action.getTitle({ tabId }), id);
    },
    async clickToolbarButton(page) {
      if (!(await buttonOpensReader(page))) return openPopup(page);
      await dispatch('action', page);
      return null;
    },
    openPopup,
    shownPopup,
    runCommand: (name, page) => dispatch('command', page, name),
    chooseMenu: (menuItemId, page, info = {}) => dispatch('menu', page, { menuItemId, pageUrl: page.url(), ...info }),
    async openExtensionPage(file) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${file}`);
      return page;
    },
    storage: async (area = 'local') => (await worker()).evaluate((name) => chrome.storage[name].get(null), area),
    async goOffline(offline = true) {
      server.setOffline(offline);
      await context.setOffline(offline);
    },
    async kill() {
      const closed = context.waitForEvent('close');
      // The lock names the process: "<host>-<id>".
      process.kill(Number(fs.readlinkSync(path.join(userData, 'SingletonLock')).split('-').at(-1)), 'SIGKILL');
      await closed;
      fs.rmSync(path.join(userData, 'SingletonLock'), { force: true });
      await server.close();
    },
    async close() {
      await context.close();
      await server.close();
      // The browser's last processes may still be writing.
      if (!profile) fs.rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
