import { browser } from 'wxt/browser';
import { parseReadingPosition, type ReadingPosition } from '../article/reading-position';
import { allKeys } from './keys';
import { localArea, type StorageArea } from './storage-area';

/**
 * Reading positions stand apart from the library, one small key an article, saved or not: `pos:<article id>` in `storage.local`. Each may
 * be lost without harm. The background writes them, and nothing in private windows.
 */
const prefix = 'pos:';
const keyOf = (id: string) => prefix + id;

/** Articles that are not saved: how many positions are kept, and for how long, in milliseconds. */
const mostUnsaved = 300;
const unsavedAge = 60 * 24 * 3_600_000;

/** How many positions one read asks for. */
const batchSize = 500;

/** Where the article with this id was left; null where that is not known. */
export async function readPosition(id: string, area: StorageArea = localArea()): Promise<ReadingPosition | null> {
  return parseReadingPosition((await area.get(keyOf(id)))[keyOf(id)]);
}

/** The positions of these articles, by id; those without one are left out. */
export async function readPositions(ids: readonly string[], area: StorageArea = localArea()): Promise<Map<string, ReadingPosition>> {
  const positions = new Map<string, ReadingPosition>();
  for (let start = 0; start < ids.length; start += batchSize) {
    const items = await area.get(ids.slice(start, start + batchSize).map(keyOf));
    for (const [key, value] of Object.entries(items)) {
      const position = parseReadingPosition(value);
      if (position) positions.set(key.slice(prefix.length), position);
    }
  }
  return positions;
}

/** Keeps where an article was left. For the background alone. */
export async function keepPosition(id: string, position: ReadingPosition, area: StorageArea = localArea()): Promise<void> {
  await area.set({ [keyOf(id)]: position });
}

/** Calls back with what changed (null: gone), by id, until the returned function is called. */
export function watchPositions(callback: (changed: Map<string, ReadingPosition | null>) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const changed = Object.entries(changes).filter(([key]) => key.startsWith(prefix));
    if (changed.length === 0) return;
    callback(new Map(changed.map(([key, { newValue }]) => [key.slice(prefix.length), parseReadingPosition(newValue)])));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Lets go of the positions of articles that are not saved, where they are old or too many; what cannot be parsed goes, too. */
export async function sweepPositions(now: number, area: StorageArea = localArea()): Promise<void> {
  const keys = new Set(await allKeys(area));
  const unsaved = [...keys].flatMap((key) => {
    const id = key.startsWith(prefix) ? key.slice(prefix.length) : null;
    return id === null || keys.has(`meta:${id}`) || keys.has(`trash:${id}`) ? [] : [id];
  });
  const positions = await readPositions(unsaved, area);
  const kept = [...positions]
    .filter(([, { at }]) => now - at < unsavedAge)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, mostUnsaved);
  const stays = new Set(kept.map(([id]) => id));
  const gone = unsaved.filter((id) => !stays.has(id));
  if (gone.length) await area.remove(gone.map(keyOf));
}
