import { browser } from 'wxt/browser';
import type { ArticleSummary } from '../article/article';
import { listIds } from './keys';
import { keyOf, parseMeta, summaryOf } from './records';
import { isShelfRight, newestFirst, putShelfRight, readShelf } from './shelf-cache';
import { localArea, type StorageArea } from './storage-area';
import { readSchema } from './writer';

/** What changed in the library. */
export interface LibraryChange {
  saved: ArticleSummary[];
  /** Ids of what was deleted. */
  deleted: string[];
}

/** How many metas one read asks for: a few hundred kilobytes. */
const batchSize = 500;

/** Ids of what may be saved. Rejects where the library is of a later version. */
async function readIds(area: StorageArea): Promise<string[]> {
  const [, ids] = await Promise.all([readSchema(area), listIds(area)]);
  return ids;
}

async function readSummaries(area: StorageArea, ids: readonly string[]): Promise<ArticleSummary[]> {
  const metas = Object.values(await area.get(ids.map(keyOf.meta))).map(parseMeta);
  return metas.flatMap((meta) => (meta ? [summaryOf(meta)] : []));
}

/** Every saved article, newest first. Rejects when storage cannot be read, or is of a later version: that is not an empty library. */
export async function listSummaries(area: StorageArea = localArea()): Promise<ArticleSummary[]> {
  const ids = await readIds(area);
  const summaries: ArticleSummary[] = [];
  for (let start = 0; start < ids.length; start += batchSize)
    summaries.push(...(await readSummaries(area, ids.slice(start, start + batchSize))));
  return summaries.sort(newestFirst);
}

/**
 * Every saved article, newest first: at once from the cache, where there is one, its beginning before the rest; and once more from the
 * library itself where that says something else. Rejects when storage cannot be read.
 *
 * @param show called with the list, or the beginning of it, and how many there are
 */
export async function showSummaries(show: (summaries: ArticleSummary[], count: number) => void): Promise<void> {
  const area = localArea();
  const cached = await readShelf(({ newest, count }) => show(newest, count));
  if (cached) {
    show(cached, cached.length);
    // Compared piece by piece: a second list of 10,000, only to be thrown away, is memory that the page never gives back.
    const ids = await readIds(area);
    if (await isShelfRight(cached, ids, (some) => readSummaries(area, some))) return;
  }
  const stored = await listSummaries(area);
  await putShelfRight(stored).catch((error: unknown) => {
    console.warn('The cache of the list could not be written', error); // the disk may be full; the list is shown all the same
  });
  show(stored, stored.length);
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
