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
export type LibraryFailure = 'storage-full' | 'too-large' | 'not-found' | 'failed';
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

/** Runs an act under the lock; an error of storage becomes a reason that the user can be told. */
export async function tryLocked<Value>(writer: Writer, act: () => Promise<LibraryResult<Value>>): Promise<LibraryResult<Value>> {
  try {
    return await writer.locked(act);
  } catch (error) {
    console.error('The library could not be written', error);
    return { ok: false, reason: isQuotaError(error) ? 'storage-full' : 'failed' };
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
