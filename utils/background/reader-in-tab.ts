import { browser } from 'wxt/browser';
import type { Article } from '../article/article';
import type { FailureReason, Outcome } from '../messages';
import { hostStyle, type ReaderBridge } from '../reader-bridge';
import { hasAllSites, hasPageAccess } from '../settings/site-rules';

/** Whether scripts of ours could run in a page with this address, were it allowed. */
export const isWebPage = (url: string | undefined): boolean => /^https?:/.test(url ?? '');

/** Why a script could not be run in a tab. */
async function reasonOfRefusal(tabId: number): Promise<FailureReason> {
  try {
    const { url } = await browser.tabs.get(tabId);
    // An address that is not ours to see: of a site that is withheld, or, where none is, of a page that is not of the web.
    if (url === undefined) return (await hasAllSites()) ? 'unavailable' : 'site-access';
    if (!isWebPage(url)) return 'unavailable';
    return (await hasPageAccess(url)) ? 'unavailable' : 'site-access';
  } catch (error) {
    console.warn('The tab is gone, or its address is none', error);
    return 'unavailable';
  }
}

/** Scripts a tab's page; what cannot be scripted is an outcome. */
async function scripted<Value>(tabId: number, script: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    const { url } = await browser.tabs.get(tabId);
    // An address that is not ours to see is of a page that we may not script; Chromium would not answer where it is a page's source.
    if (url === undefined) return { ok: false, reason: await reasonOfRefusal(tabId) };
    return { ok: true, value: await script() };
  } catch (error) {
    console.warn('The page cannot be scripted', error);
    return { ok: false, reason: await reasonOfRefusal(tabId) };
  }
}

/** Runs a function in a tab's top frame and returns what it answers. */
export const runInTab = <Value, Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => Value | Promise<Value>,
  args: Args,
): Promise<Outcome<Value>> =>
  scripted(tabId, async () => {
    const [first] = await browser.scripting.executeScript({ target: { tabId }, func, args });
    return first?.result as Value;
  });

/** Loads a script of ours into a tab's top frame. */
const loadInTab = (tabId: number, file: '/reader.js' | '/code-colours.js' | '/comparison.js'): Promise<Outcome> =>
  scripted(tabId, async () => {
    await browser.scripting.executeScript({ target: { tabId }, files: [file] });
    return null;
  });

/** Loads what colours code into a tab, for the reader that is open there. */
export const loadCodeColours = (tabId: number): Promise<Outcome> => loadInTab(tabId, '/code-colours.js');

/** Loads what compares a page with what is saved of it into a tab, for the reader script that is there. */
export const loadComparison = (tabId: number): Promise<Outcome> => loadInTab(tabId, '/comparison.js');

/** Loads the reader into a tab, where it is not yet, and calls it. */
async function callReader<Value, Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => Promise<Outcome<Value> | undefined>,
  args: Args,
): Promise<Outcome<Value>> {
  const loaded = await loadInTab(tabId, '/reader.js');
  if (!loaded.ok) return loaded;
  const ran = await runInTab(tabId, func, args);
  if (!ran.ok) return ran;
  // Null where the page went away before it could answer.
  return ran.value ?? { ok: false, reason: 'failed' };
}

/** Opens the reader over the page of a tab. */
export const openReader = (tabId: number, how: Parameters<ReaderBridge['open']>[0]): Promise<Outcome> =>
  callReader(tabId, async (how: Parameters<ReaderBridge['open']>[0]) => globalThis.cleanCopyReader?.open(how), [how]);

/**
 * Opens the reader anew where one of an earlier version is open. In Firefox that one's script ended with its version: it would answer to
 * nothing. Where the script lives on (Chromium), it is better left alone: it holds what was put back or fetched.
 */
export async function reviveReader(tabId: number): Promise<void> {
  const isLeft = (style: string) => [...document.documentElement.children].some((child) => child.getAttribute('style') === style);
  const found = await runInTab(tabId, isLeft, [hostStyle]);
  if (found.ok && found.value === true) await openReader(tabId, 'anyway');
}

/** The article of a tab's page, as the reader shows it or would show it. */
export const extractArticle = (tabId: number): Promise<Outcome<Article>> =>
  callReader(tabId, async () => globalThis.cleanCopyReader?.extract(), []);

/** Has a tab's page compared with what is saved of it; what is found comes by a message. */
export const compareInTab = (tabId: number): Promise<Outcome> => callReader(tabId, async () => globalThis.cleanCopyReader?.compare(), []);

/** Whether a reader is open in a tab, as the page itself knows: what is stored of the tab may be a moment behind. */
export async function isReaderOpen(tabId: number): Promise<boolean> {
  const ran = await runInTab(tabId, () => globalThis.cleanCopyReader?.isOpen() ?? false, []);
  return ran.ok && ran.value === true;
}

/** Has an open reader ask anew what is saved and set. */
export async function refreshReader(tabId: number): Promise<void> {
  await runInTab(tabId, () => globalThis.cleanCopyReader?.refresh() ?? null, []);
}

/** Has an open reader ask what the block is that the browser's menu was opened over. */
export async function pointInReader(tabId: number): Promise<void> {
  await runInTab(tabId, () => globalThis.cleanCopyReader?.point() ?? null, []);
}

/** Closes the reader of a tab; where none is open, nothing happens. */
export async function closeReader(tabId: number): Promise<Outcome> {
  const ran = await runInTab(tabId, () => globalThis.cleanCopyReader?.close() ?? null, []);
  return ran.ok ? { ok: true, value: null } : ran;
}
