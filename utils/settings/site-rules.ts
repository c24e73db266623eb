import { browser } from 'wxt/browser';

/** What the user chose for one site. One `storage.sync` key a site, so that two devices never overwrite each other's sites. */
export interface SiteRule {
  /** As `siteHost` gives it. */
  host: string;
  /** Opens every article of the site in the reader. */
  alwaysRead: true;
  /** Milliseconds since 1970. */
  addedAt: number;
}

const prefix = 'site:';
const RULE_VERSION = 1;

/** The host a rule is kept by: lower case, in Punycode, `www.` folded. Null for what is no web address. */
export function siteHost(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !parsed.hostname) return null;
  return parsed.hostname.replace(/^www\./, '').replace(/\.$/, '') || null;
}

/**
 * Match patterns of a host's pages. They know no ports and no addresses in brackets: for such a host there is none. One for each scheme:
 * Chromium does not see that `http://*` and `https://*` together hold `*://`.
 */
export const sitePatterns = (host: string): string[] =>
  /^[a-z0-9.-]+$/.test(host) ? [host, `www.${host}`].flatMap((name) => [`http://${name}/*`, `https://${name}/*`]) : [];

/** Patterns of every page of the web. */
export const everySite = ['http://*/*', 'https://*/*'];

/** Whether the user lets the extension see all pages, as the manifest asks for; else he withholds some, or all. */
export const hasAllSites = (): Promise<boolean> => browser.permissions.contains({ origins: everySite });

/** Whether the user lets the extension see all pages of a host as they load. */
export const hasSiteAccess = (host: string): Promise<boolean> => browser.permissions.contains({ origins: sitePatterns(host) });

/**
 * Whether the user lets the extension see pages like this one, of the web, as they load. The browser's own menus and settings give access to one
 * scheme and name alone (`https://www.example.com/*`), which is not all of its host, but all that matters here.
 */
export function hasPageAccess(url: string): Promise<boolean> {
  const { protocol, hostname, host } = new URL(url);
  if (hostname.startsWith('[')) return hasAllSites(); // patterns know no such addresses
  const name = import.meta.env.FIREFOX ? hostname : host; // Firefox's know no ports; Chromium gives access by port, too
  return browser.permissions.contains({ origins: [`${protocol}//${name}/*`] });
}

function parseRule(key: string, value: unknown): SiteRule | null {
  const host = key.slice(prefix.length);
  if (!key.startsWith(prefix) || siteHost(`https://${host}/`) !== host) return null;
  const { v, alwaysRead, addedAt } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (v !== RULE_VERSION || alwaysRead !== true) return null;
  return { host, alwaysRead, addedAt: typeof addedAt === 'number' ? addedAt : 0 };
}

/** The sites that are always read, by name. */
export async function listSites(): Promise<SiteRule[]> {
  const items = await browser.storage.sync.get(null);
  const rules = Object.entries(items).flatMap(([key, value]) => parseRule(key, value) ?? []);
  return rules.sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** Whether articles of this host (as `siteHost` gives it) open by themselves. */
export async function isAlwaysRead(host: string): Promise<boolean> {
  const key = prefix + host;
  return parseRule(key, (await browser.storage.sync.get(key))[key]) !== null;
}

/**
 * Switches a site on or off. The background calls this; pages send `ui-bg:set-always-read`.
 *
 * @throws when `host` is none, or storage refuses
 */
export async function setAlwaysRead(host: string, on: boolean, now = Date.now()): Promise<void> {
  if (siteHost(`https://${host}/`) !== host) throw new Error(`Not a host: "${host.slice(0, 100)}"`);
  if (on) await browser.storage.sync.set({ [prefix + host]: { v: RULE_VERSION, alwaysRead: true, addedAt: now } });
  else await browser.storage.sync.remove(prefix + host);
}

/** Calls back with all sites after each change, from any device, until the returned function is called. */
export function watchSites(callback: (sites: SiteRule[]) => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) void listSites().then(callback);
  };
  browser.storage.sync.onChanged.addListener(listener);
  return () => browser.storage.sync.onChanged.removeListener(listener);
}
