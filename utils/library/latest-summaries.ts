import { browser } from 'wxt/browser';
import type { ArticleSummary } from '../article/article';

/** The beginning of the list, and how long all of it is. */
export interface Latest {
  newest: ArticleSummary[];
  count: number;
}

/*
 * What a page shows first is kept in memory, too: `storage.session` answers in 2 ms, where a page that just started waits 30 for its first
 * record out of IndexedDB. So the list is in its first frame. Only contexts of ours can write there.
 */
const key = 'latest';

/** Null where the browser was started since, and nothing has been shown or changed. */
export async function readLatest(): Promise<Latest | null> {
  try {
    const { latest } = await browser.storage.session.get(key);
    return (latest as Latest | undefined) ?? null;
  } catch (error) {
    console.warn('The beginning of the list has to come from the cache', error);
    return null;
  }
}

/** Where it cannot be kept, a page shows what was kept last until the cache has answered. */
export async function keepLatest(latest: Latest): Promise<void> {
  try {
    await browser.storage.session.set({ [key]: latest });
  } catch (error) {
    console.warn('The beginning of the list could not be kept in memory', error);
  }
}
