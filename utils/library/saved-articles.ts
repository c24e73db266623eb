import { browser } from 'wxt/browser';
import type { ArticleSummary } from '../article/article';
import { listIds } from './keys';
import { keyOf, parseMeta, summaryOf } from './records';
import { localArea, type StorageArea } from './storage-area';

/** What changed in the library. */
export interface LibraryChange {
  saved: ArticleSummary[];
  /** Ids of what was deleted. */
  deleted: string[];
}

/** How many metas one read asks for: a few hundred kilobytes. */
const batchSize = 500;

/** Every saved article, newest first. Rejects when storage cannot be read: that is not an empty library. */
export async function listSummaries(area: StorageArea = localArea()): Promise<ArticleSummary[]> {
  const ids = await listIds(area);
  const summaries: ArticleSummary[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const items = await area.get(ids.slice(start, start + batchSize).map(keyOf.meta));
    for (const item of Object.values(items)) {
      const meta = parseMeta(item);
      if (meta) summaries.push(summaryOf(meta));
    }
  }
  return summaries.sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1));
}

/**
 * Calls back after each change of the list, until the returned function is called. Never looks at bodies.
 *
 * @returns stops it
 */
export function watchSummaries(callback: (change: LibraryChange) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change: LibraryChange = { saved: [], deleted: [] };
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!key.startsWith('meta:')) continue;
      const meta = parseMeta(newValue);
      if (meta) change.saved.push(summaryOf(meta));
      else change.deleted.push(key.slice(5));
    }
    if (change.saved.length + change.deleted.length > 0) callback(change);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
