import type { StorageArea } from './storage-area';

/** Where the area has no `getKeys`, the ids that may be saved. Always holds every saved id, and perhaps a few that are not. */
const idsKey = 'ids';

const readIds = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((id) => typeof id === 'string') ? (value as string[]) : null;

/** Every key of the area. Where it has no `getKeys` this loads all values: for the sweeper only. */
export const allKeys = async (area: StorageArea): Promise<string[]> => (area.getKeys ? area.getKeys() : Object.keys(await area.get(null)));

/** Ids of what may be a saved article: the caller reads `meta:<id>` to know. */
export async function listIds(area: StorageArea): Promise<string[]> {
  const known = area.getKeys ? null : readIds((await area.get(idsKey))[idsKey]);
  if (known) return known;
  return (await allKeys(area)).flatMap((key) => (key.startsWith('meta:') ? [key.slice(5)] : []));
}

/** To be called, under the lock, before `meta:<id>` of each is written. */
export async function noteIds(area: StorageArea, ids: readonly string[]): Promise<void> {
  if (area.getKeys) return;
  const stored = readIds((await area.get(idsKey))[idsKey]);
  const known = new Set(stored ?? (await listIds(area)));
  if (stored === null || ids.some((id) => !known.has(id))) await area.set({ [idsKey]: [...new Set([...known, ...ids])] });
}

export const noteId = (area: StorageArea, id: string): Promise<void> => noteIds(area, [id]);

/** Whether the ids, where the area needs them, name every saved article. */
export async function idsInStep(area: StorageArea, keys: readonly string[]): Promise<boolean> {
  const known = new Set(await listIds(area));
  return keys.every((key) => !key.startsWith('meta:') || known.has(key.slice(5)));
}

/** Makes the ids anew from the keys there are. Under the lock. */
export async function rebuildIds(area: StorageArea, keys: readonly string[]): Promise<void> {
  if (!area.getKeys) await area.set({ [idsKey]: keys.flatMap((key) => (key.startsWith('meta:') ? [key.slice(5)] : [])) });
}
