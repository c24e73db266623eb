import { browser } from 'wxt/browser';
import type { ChangeSummary } from '../changes/summary';
import type { DetectionLevel } from '../messages';

/**
 * What is known of each tab. It stands in `storage.session`: in memory only, gone with the browser, and there again when the worker is
 * started anew. One key a tab.
 */
export interface TabState {
  url: string;
  level: DetectionLevel;
  reading: boolean;
  /** Whether the page was compared with its saved text, or is being compared, since it loaded. */
  compared: boolean;
  /** What of the page is no longer as it was saved, and in which of its saved texts; null where nothing is known to be. */
  changes: { rev: string; savedAt: number; summary: ChangeSummary } | null;
  /** The tab was made by "open link in the reader": its page opens by itself, once. */
  openOnce: boolean;
  /** `articleAddress` of the pages on which the user left the reader, in this tab. */
  left: string[];
}

const freshState: TabState = { url: '', level: 'none', reading: false, compared: false, changes: null, openOnce: false, left: [] };
/** Pages a tab remembers to have left; beyond any real history. */
const mostLeft = 200;
const prefix = 'tab:';

let last: Promise<unknown> = Promise.resolve();
/** One act at a time, so that none writes over another's; the worker is the only writer, so a lock of its own is enough. */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const result = last.then(act);
  last = result.catch(() => undefined); // the caller sees the failure through `result`
  return result;
}

async function read(tabId: number): Promise<TabState> {
  const key = prefix + tabId;
  const stored = (await browser.storage.session.get(key))[key] as Partial<TabState> | undefined;
  return { ...freshState, ...stored };
}

/** State of a tab, after every change under way. */
export const readTab = (tabId: number): Promise<TabState> => inTurn(() => read(tabId));

/** Changes the state of a tab and returns the new one, once it is kept. */
export const updateTab = (tabId: number, change: (state: TabState) => Partial<TabState>): Promise<TabState> =>
  inTurn(async () => {
    const state = await read(tabId);
    const next = { ...state, ...change(state) };
    next.left = next.left.slice(-mostLeft);
    await browser.storage.session.set({ [prefix + tabId]: next });
    return next;
  });

/** Makes a tab and gives it its state before any word of its page is heard. */
export const createTab = (url: string, opener: { id?: number; index?: number }, state: Partial<TabState>): Promise<void> =>
  inTurn(async () => {
    const place = opener.index === undefined ? {} : { index: opener.index + 1 };
    // Firefox for Android has no windows, and refuses a tab that names its opener.
    const from = browser.windows ? { openerTabId: opener.id } : {};
    const tab = await browser.tabs.create({ url, ...from, ...place });
    if (tab.id !== undefined) await browser.storage.session.set({ [prefix + tab.id]: { ...freshState, ...state } });
  });

export const forgetTab = (tabId: number): Promise<void> => inTurn(() => browser.storage.session.remove(prefix + tabId));

/** Every tab there is word of. */
export const knownTabs = (): Promise<{ tabId: number; state: TabState }[]> =>
  inTurn(async () =>
    Object.entries(await browser.storage.session.get(null)).flatMap(([key, state]) =>
      key.startsWith(prefix)
        ? [{ tabId: Number(key.slice(prefix.length)), state: { ...freshState, ...(state as Partial<TabState>) } }]
        : [],
    ),
  );
