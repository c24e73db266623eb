import { record } from './article-fields';
import { SCHEMA_VERSION } from './records';
import { localArea, type StorageArea } from './storage-area';

/** What an act on the library needs besides its own arguments; tests hand in their own. */
export interface Writer {
  area: StorageArea;
  /** Runs one act at a time, over all contexts of the extension. */
  locked<T>(act: () => Promise<T>): Promise<T>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Letters and digits that no other call returns. */
  random(): string;
}

/** Why an act on the library was not done. Nothing that was stored has changed then. */
export type LibraryFailure = 'storage-full' | 'too-large' | 'versions-full' | 'not-found' | 'newer-version' | 'failed';
export type LibraryResult<Value> = { ok: true; value: Value } | { ok: false; reason: LibraryFailure };

/** Writes to `storage.local`, under a lock that is freed when the worker is stopped. */
export const libraryWriter = (): Writer => ({
  area: localArea(),
  locked: async (act) => navigator.locks.request('library', act),
  now: Date.now,
  random: () => crypto.randomUUID().slice(0, 8),
});

/** Chromium names QUOTA_BYTES, Firefox throws a QuotaExceededError. */
const isQuotaError = (error: unknown): boolean => /quota/i.test(error instanceof Error ? `${error.name} ${error.message}` : String(error));

/** A later version of the extension wrote the library: what it means is not ours to guess, and nothing of it is touched. */
export class NewerLibrary extends Error {
  override name = 'NewerLibrary';
}

/** The reason an error of storage stands for. */
export function failureOf(error: unknown): LibraryFailure {
  if (error instanceof NewerLibrary) return 'newer-version';
  return isQuotaError(error) ? 'storage-full' : 'failed';
}

/** Runs an act under the lock; an error of storage becomes a reason that the user can be told. */
export async function tryLocked<Value>(writer: Writer, act: () => Promise<LibraryResult<Value>>): Promise<LibraryResult<Value>> {
  try {
    return await writer.locked(act);
  } catch (error) {
    console.error('The library could not be written', error);
    return { ok: false, reason: failureOf(error) };
  }
}

/** What follows a commit must not undo the good news: a failure is left to the sweeper. */
export async function tidy(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    console.warn('Left for the sweeper', error);
  }
}

export const refuse = (reason: LibraryFailure): LibraryResult<never> => ({ ok: false, reason });

export async function readKey({ area }: Writer, key: string): Promise<unknown> {
  return (await area.get(key))[key];
}

/**
 * The version that the library is of; null where it says none: it is empty, or the key is damaged, and then every record still says its own.
 * Throws a `NewerLibrary` where that is later than ours.
 */
export async function readSchema(area: StorageArea): Promise<number | null> {
  const { v } = record((await area.get('schema')).schema);
  if (typeof v !== 'number') return null;
  if (v > SCHEMA_VERSION) throw new NewerLibrary(`The library has version ${v}; this extension knows ${SCHEMA_VERSION}`);
  return v;
}

/** To be called before the first write of an act. Marks the library as one of our version, so that no earlier one writes to it. */
export async function claimSchema({ area }: Writer): Promise<void> {
  if ((await readSchema(area)) !== SCHEMA_VERSION) await area.set({ schema: { v: SCHEMA_VERSION } });
}
