import fs from 'node:fs';
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
  tabId(page: Page): Promise<number>;
  /** Opens a page of the extension, such as `library.html`. */
  openExtensionPage(file: string): Promise<Page>;
  /** Sends a message of `Messages` from a page of the extension, as the popup does, and returns the reply's value. */
  send(name: string, sent: unknown): Promise<unknown>;
  storage(area?: 'local' | 'sync' | 'session'): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/**
 * Starts Firefox with the built extension.
 *
 * @param hosts made-up hosts that lead to the local server
 * @throws where there is no Firefox, or the extension was not built
 */
export async function startFirefox({ build = 'testing' as Build, hosts = ['site-a.test', 'site-b.test'] } = {}): Promise<Firefox> {
  const folder = extensionFolder('firefox', build);
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

  async function inExtension<T, A>(run: (argument: A) => Promise<T> | T, argument: A): Promise<T> {
    const page = await openExtensionPage('manifest.json');
    try {
      return (await page.evaluate(run as (argument: unknown) => T, argument)) as T;
    } finally {
      await page.close();
    }
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
    },
  };
}
