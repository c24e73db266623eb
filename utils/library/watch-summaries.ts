import { browser } from 'wxt/browser';
import type { ArticleSummary } from '../article/article';
import { parseMeta, summaryOf } from './records';

/** What changed in the library. */
export interface LibraryChange {
  saved: ArticleSummary[];
  /** Ids of what was deleted. */
  deleted: string[];
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
