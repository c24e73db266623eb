import { deleteIndex, isIndexWhole } from '../search/index-store';
import { listSummaries } from './saved-articles';
import { putShelfRight, readShelf } from './shelf-cache';
import type { StorageArea } from './storage-area';

/** What was found of that which can be made anew at any time. */
export interface DerivedReport {
  isListRight: boolean;
  isIndexRight: boolean;
}

/** Looks at the cache of the list and at the search index, and puts them right at once: nothing of the user's is in them alone. */
export async function mendDerived(area: StorageArea): Promise<DerivedReport> {
  const stored = await listSummaries(area);
  const hasCache = (await readShelf(() => undefined)) !== null;
  const wasListRight = await putShelfRight(stored);
  const isIndexRight = await isIndexWhole();
  if (!isIndexRight) await deleteIndex(); // built anew when the library opens next
  return { isListRight: wasListRight || !hasCache, isIndexRight };
}
