import { browser } from 'wxt/browser';
import { defaultReaderSettings, parseReaderSettings, type ReaderSettings } from './reader-settings';
import { siteHost } from './site-rules';

/** How one site's articles look. One `storage.sync` key a site. */
export interface SiteLooks {
  /** As `siteHost` gives it. */
  host: string;
  looks: ReaderSettings;
}

const prefix = 'looks:';
const VERSION = 1;

const isHost = (host: string): boolean => siteHost(`https://${host}/`) === host;

function parseLooks(key: string, value: unknown): SiteLooks | null {
  const host = key.slice(prefix.length);
  const { v, looks } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return key.startsWith(prefix) && isHost(host) && v === VERSION ? { host, looks: parseReaderSettings(looks) } : null;
}

/** Of one host, as `siteHost` gives it; null where it looks as all do. */
export async function readSiteLooks(host: string): Promise<ReaderSettings | null> {
  const key = prefix + host;
  return parseLooks(key, (await browser.storage.sync.get(key))[key])?.looks ?? null;
}

/** The sites with looks of their own, by name. */
export async function listSiteLooks(): Promise<SiteLooks[]> {
  const items = await browser.storage.sync.get(null);
  const sites = Object.entries(items).flatMap(([key, value]) => parseLooks(key, value) ?? []);
  return sites.sort((a, b) => (a.host < b.host ? -1 : 1));
}

/**
 * Gives a site looks of its own, or (null) has it look as all do. Only what is not the default is kept: synchronised storage is small.
 *
 * @throws when `host` is none, or storage refuses
 */
export async function setSiteLooks(host: string, looks: ReaderSettings | null): Promise<void> {
  if (!isHost(host)) throw new Error(`Not a host: "${host.slice(0, 100)}"`);
  if (looks === null) return browser.storage.sync.remove(prefix + host);
  const fields = Object.entries(looks).filter(([field, value]) => value !== defaultReaderSettings[field as keyof ReaderSettings]);
  await browser.storage.sync.set({ [prefix + host]: { v: VERSION, looks: Object.fromEntries(fields) } });
}

/** Calls back after each change, from any device, until the returned function is called. */
export function watchSiteLooks(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) callback();
  };
  browser.storage.sync.onChanged.addListener(listener);
  return () => browser.storage.sync.onChanged.removeListener(listener);
}
