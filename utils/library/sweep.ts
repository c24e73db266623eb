import { allKeys, rebuildIds } from './keys';
import { keyOf, parseMeta, parseTrash, revsOf, revTime } from './records';
import type { StorageArea } from './storage-area';
import { readSchema, type Writer } from './writer';

/** A body younger than this may belong to a save that is under way where no lock is shared. Milliseconds. */
export const orphanAge = 10 * 60_000;
/** How long a deleted article can be brought back. Milliseconds. */
const trashAge = 30 * 24 * 3_600_000;

const idsAfter = (prefix: string, keys: readonly string[]): string[] =>
  keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));

async function readOne(area: StorageArea, key: string): Promise<unknown> {
  return (await area.get(key))[key];
}

/** Ends deletes that were cut short, and those whose time is up. */
async function emptyTrash({ area, now }: Writer, keys: ReadonlySet<string>): Promise<void> {
  for (const id of idsAfter('trash:', [...keys])) {
    const trash = parseTrash(await readOne(area, keyOf.trash(id)));
    if (!trash) continue; // never delete what we cannot parse
    const saved = keys.has(keyOf.meta(id));
    if (saved || now() - trash.deletedAt > trashAge) await area.remove(keyOf.trash(id)); // its body is an orphan from here on
  }
}

/** Removes bodies that no meta and no trash points at. Where either cannot be parsed, all bodies of that id stay. */
async function removeOrphans({ area, now }: Writer, keys: ReadonlySet<string>): Promise<void> {
  for (const key of keys) {
    const [, id, rev] = /^body:([^:]+):(.+)$/.exec(key) ?? [];
    if (id === undefined || rev === undefined) continue;
    const made = revTime(rev);
    if (made === null || now() - made < orphanAge) continue;
    const [metaKey, trashKey] = [keyOf.meta(id), keyOf.trash(id)];
    const owners = await area.get([metaKey, trashKey]);
    const meta = parseMeta(owners[metaKey]);
    const trash = parseTrash(owners[trashKey]);
    const unclear = (metaKey in owners && !meta) || (trashKey in owners && !trash);
    if (!unclear && ![...revsOf(meta), ...revsOf(trash?.meta)].includes(rev)) await area.remove(key);
  }
}

/** How many articles one read asks for. */
const batchSize = 200;

/**
 * Hands over those articles of which nothing is left: not saved, not in the trash, not set aside. While `act` runs, none of them is saved
 * anew.
 */
export async function withGone(writer: Writer, ids: readonly string[], act: (gone: string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize);
    await writer.locked(async () => {
      const left = await writer.area.get(some.flatMap((id) => [keyOf.meta(id), keyOf.trash(id), keyOf.aside(id)]));
      await act(some.filter((id) => ![keyOf.meta(id), keyOf.trash(id), keyOf.aside(id)].some((key) => key in left)));
    });
  }
}

/**
 * Clears what interrupted acts left behind. Safe at any time, and as often as one likes; twice does what once does. What is damaged stays:
 * that is for `check-library.ts`, when the user asks. Rejects when storage does, or where a later version wrote the library, having harmed
 * nothing.
 */
export function sweep(writer: Writer): Promise<void> {
  return writer.locked(async () => {
    if ((await readSchema(writer.area)) === null) return; // an empty library
    await emptyTrash(writer, new Set(await allKeys(writer.area)));
    await removeOrphans(writer, new Set(await allKeys(writer.area)));
    await rebuildIds(writer.area, await allKeys(writer.area));
  });
}
