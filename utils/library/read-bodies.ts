import { keyOf, parseBody } from './records';
import { localArea, type StorageArea } from './storage-area';

/** The JSON of these bodies, in order and unchecked; null for one that is not there. For the search and its snippets: never to be shown as markup. */
export async function readBodies(wanted: readonly (readonly [id: string, rev: string])[], area: StorageArea = localArea()) {
  const keys = wanted.map(([id, rev]) => keyOf.body(id, rev));
  const items = await area.get(keys);
  return keys.map((key) => parseBody(items[key])?.json ?? null);
}
