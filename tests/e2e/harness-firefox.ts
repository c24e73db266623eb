import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { type Build, extensionFolder } from './build-extension';
import { until } from './reader-dom';
import { type ServedPage, type SiteServer, startSiteServer } from './site-server';

/** The extension's own interfaces, as `Page.evaluate` finds them in a page of the extension. */
declare const browser: typeof import('wxt/browser').browser;

/** Fixed for tests; otherwise Firefox draws one for each profile. */
const extensionUuid = '6a3c2f0e-5d1b-4b7a-9a51-0c1ea9c0b7de';

/** A Firefox with Clean Copy in it, and sites of our own that it can visit. */
export interface Firefox {
  browser: Browser;
  server: SiteServer;
  serve(host: string, path: string, page: ServedPage): void;
  /** Address of a page of a made-up host; here it has a port. */
  url(host: string, path: string): string;
  newPage(url?: string): Promise<Page>;
  /** Makes what is seen of a page this large, in CSS pixels. */
  setSize(page: Page, width: number, height?: number): Promise<void>;
  tabId(page: Page): Promise<number>;
  /** Opens a page of the extension, such as `library.html`. */
  openExtensionPage(file: string): Promise<Page>;
  /** A page of the extension that something else opened, once it shows an address with these words. */
  openedPage(words: string): Promise<Page>;
  /** Sends a message of `Messages` from a page of the extension, as the popup does, and returns the reply's value. */
  send(name: string, sent: unknown): Promise<unknown>;
  storage(area?: 'local' | 'sync' | 'session'): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** A copy of the extension to which Firefox gives neither commands nor menus, as for Android: both depend on the manifest. */
function withoutDesktop(folder: string): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-android-'));
  fs.cpSync(folder, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const { commands, permissions, ...manifest } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const kept = (permissions as string[]).filter((name) => name !== 'contextMenus');
  fs.writeFileSync(file, JSON.stringify({ ...manifest, permissions: kept }));
  return copy;
}

/**
 * Starts Firefox with the built extension.
 *
 * @param hosts made-up hosts that lead to the local server
 * @param like `android`: what Firefox for Android lacks is not there, and the pointer is a finger
 * @throws where there is no Firefox, or the extension was not built
 */
export async function startFirefox({
  build = 'testing' as Build,
  hosts = ['site-a.test', 'site-b.test'],
  like = 'desktop' as 'desktop' | 'android',
} = {}): Promise<Firefox> {
  const folder = like === 'android' ? withoutDesktop(extensionFolder('firefox', build)) : extensionFolder('firefox', build);
  const { browser_specific_settings: settings } = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const server = await startSiteServer();
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [settings.gecko.id]: extensionUuid }),
      'network.dns.localDomains': hosts.join(','),
      'extensions.webextOptionalPermissionPrompts': false,
      // A finger: coarse, and it does not hover.
      ...(like === 'android' && { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 }),
    },
  });
  await firefox.installExtension(folder);
  const tabIds = new WeakMap<Page, number>();

  async function openExtensionPage(file: string): Promise<Page> {
    const page = await firefox.newPage();
    // Going to a page of an extension never settles here, so its arrival is asked for instead.
    page.goto(`moz-extension://${extensionUuid}/${file}`).catch(() => 'the page is closed before it settled');
    await until(`${file} is loaded`, () =>
      page.evaluate(() => document.readyState === 'complete' && typeof browser?.runtime?.id === 'string').catch(() => false),
    );
    return page;
  }

  // One page for all: each new one would come to the front. It goes where the extension is started anew.
  let own = await openExtensionPage('manifest.json');
  async function inExtension<T, A>(run: (argument: A) => Promise<T> | T, argument: A): Promise<T> {
    if (own.isClosed()) own = await openExtensionPage('manifest.json');
    const inOwn = () => own.evaluate(run as (argument: unknown) => T, argument) as Promise<T>;
    return inOwn().catch(async (error: Error) => {
      if (!/no such frame|detached/i.test(error.message)) throw error; // it may be gone before it is known to be
      own = await openExtensionPage('manifest.json');
      return inOwn();
    });
  }

  return {
    browser: firefox,
    server,
    serve: server.serve,
    url: (host, path) => `http://${host}:${server.port}${path}`,
    async newPage(url) {
      const page = await firefox.newPage();
      if (url) await page.goto(url);
      return page;
    },
    async setSize(page, width, height = 700) {
      await page.setViewport({ width, height }).catch((error: Error) => {
        if (!error.message.includes('setScreenOrientationOverride')) throw error; // which is set beside it, and Firefox 140 has not
      });
      await until('the page is as wide', () => page.evaluate((width) => innerWidth === width, width));
    },
    async tabId(page) {
      const known = tabIds.get(page);
      if (known !== undefined) return known;
      const ids = await inExtension(
        async (url) => (await browser.tabs.query({})).filter((tab) => tab.url === url).map(({ id }) => id),
        page.url(),
      );
      if (ids.length !== 1 || ids[0] === undefined) throw new Error(`One tab should show ${page.url()}, but ${ids.length} do`);
      tabIds.set(page, ids[0]);
      return ids[0];
    },
    openExtensionPage,
    openedPage: (words) =>
      until(`a page with ${words} is open`, async () => {
        // Where it stands, only the page itself knows: nothing is told of pages of an extension.
        for (const page of await firefox.pages())
          if (await page.evaluate((words) => location.href.includes(words), words).catch(() => false)) return page;
        return undefined;
      }),
    send: (name, sent) =>
      inExtension(
        async ([name, sent]) => {
          const reply = (await browser.runtime.sendMessage({ name, sent })) as { value: unknown } | { error: string } | undefined;
          if (!reply || 'error' in reply) throw new Error(`"${name}" was answered with ${JSON.stringify(reply)}`);
          return reply.value;
        },
        [name, sent] as const,
      ),
    storage: (area = 'local') => inExtension((name) => browser.storage[name].get(null), area),
    async close() {
      await firefox.close();
      await server.close();
      if (like === 'android') fs.rmSync(folder, { recursive: true });
    },
  };
}
