import { browser } from 'wxt/browser';
import { hasSiteAccess } from '../settings/site-rules';
import { switchSite } from './acts';

/** A site that is to be always read once the user lets us see it. It stands in `storage.session`, since the worker may be stopped meanwhile. */
interface SiteWish {
  host: string;
  tabId: number | null;
  isPrivate: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

const key = 'wishedSite';
/** For how long the browser's question may stand; an access given later was given for something else. Milliseconds. */
const patience = 5 * 60_000;

/** Keeps what the popup is asking the user for: in Firefox it is closed by the very click that answers. */
export async function wishSite(host: string, tabId: number | null, isPrivate: boolean): Promise<void> {
  await browser.storage.session.set({ [key]: { host, tabId, isPrivate, at: Date.now() } satisfies SiteWish });
}

/** Switches the wished site on, where access to it was given just now. */
export async function switchWishedSite(): Promise<void> {
  const wish = (await browser.storage.session.get(key))[key] as SiteWish | undefined;
  if (!wish || !(await hasSiteAccess(wish.host))) return;
  await browser.storage.session.remove(key);
  if (Date.now() - wish.at < patience) await switchSite(wish.host, true, wish.isPrivate, wish.tabId);
}
