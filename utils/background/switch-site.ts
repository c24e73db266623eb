import { browser } from 'wxt/browser';
import type { Outcome } from '../messages';
import { isFrontPage } from '../settings/front-page';
import { hasPageAccess, hasSiteAccess, setAlwaysRead, siteHost } from '../settings/site-rules';
import { openReader } from './reader-in-tab';
import { readTab } from './tab-states';

/** A site that is to be always read once the user lets us see it. It stands in `storage.session`, since the worker may be stopped meanwhile. */
interface SiteWish {
  host: string;
  tabId: number | null;
  isPrivate: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

const key = 'wishedSite';
/** For how long the user may take to give access; one given later was given for something else. Milliseconds. */
const patience = 5 * 60_000;

/** Whether the site's pages are seen as they load: those like the one it is switched on from, where there is one. */
async function isSeen(host: string, tabId: number | null): Promise<boolean> {
  const url = tabId === null ? '' : (await readTab(tabId)).url;
  return siteHost(url) === host ? hasPageAccess(url) : hasSiteAccess(host);
}

/** Opens an article of a site that was switched on just now: what every later one does by itself is expected of the one in front. */
async function openArticleOf(host: string, tabId: number): Promise<void> {
  const { url, level, reading } = await readTab(tabId);
  const isArticle = level === 'article' || level === 'automatic';
  if (isArticle && !reading && siteHost(url) === host && !isFrontPage(url)) await openReader(tabId, 'automatic');
}

/**
 * Switches "always read" for a host. In private windows nothing is remembered. Where the site is withheld, pages are not seen as they load: it
 * is refused, and done as soon as the user gives the access that he is told to give.
 *
 * @param tabId the tab it was switched on from; where it shows an article of the site, the reader opens
 */
export async function switchSite(host: unknown, on: unknown, isPrivate: boolean, tabId: number | null): Promise<Outcome> {
  if (typeof host !== 'string' || siteHost(`https://${host}/`) !== host || typeof on !== 'boolean') return { ok: false, reason: 'failed' };
  if (isPrivate) return { ok: false, reason: 'private-window' };
  if (on && !(await isSeen(host, tabId))) {
    await wishSite(host, tabId, isPrivate);
    return { ok: false, reason: 'site-access' };
  }
  await setAlwaysRead(host, on);
  if (on && tabId !== null) await openArticleOf(host, tabId);
  return { ok: true, value: null };
}

/** Keeps what the user is asked access for: in Firefox the popup that asks is closed by the very click that answers. */
export async function wishSite(host: string, tabId: number | null, isPrivate: boolean): Promise<void> {
  await browser.storage.session.set({ [key]: { host, tabId, isPrivate, at: Date.now() } satisfies SiteWish });
}

/** Switches the wished site on, where access to it was given just now. */
export async function switchWishedSite(): Promise<void> {
  const wish = (await browser.storage.session.get(key))[key] as SiteWish | undefined;
  if (!wish || !(await isSeen(wish.host, wish.tabId))) return;
  await browser.storage.session.remove(key);
  if (Date.now() - wish.at < patience) await switchSite(wish.host, true, wish.isPrivate, wish.tabId);
}
