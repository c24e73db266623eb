import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { ArticleSummary } from '../article/article';
import { keepLatest, type Latest, readLatest } from './latest-summaries';
import type { LibraryChange } from './saved-articles';

/*
 * Reading 10,000 metas takes most of a second. This cache of the summaries, in IndexedDB, takes a tenth of that. It is derived: the keys
 * in `storage.local` are what is true, every page that shows the list reads them afterwards and puts right what differs here, and the
 * whole database may be deleted at any moment.
 */

/** Summaries as JSON, in parts: one string is read several times faster than the records in it. */
interface Shelf extends DBSchema {
  parts: { key: string; value: string };
  /** One record: what a page shows before it has the rest. */
  latest: { key: 0; value: Latest };
}

/** More rows than fit on a screen. */
const latestSize = 40;

/** Raised when the shape of a summary changes: the cache of another version is thrown away. */
const VERSION = 1;
const name = 'shelf';

/** Which part an article is in. 256 of them, so that a change writes some dozens of summaries anew however many there are. */
const partOf = (id: string): string => id.slice(0, 2);

function openShelf(): Promise<IDBPDatabase<Shelf>> {
  return openDB<Shelf>(name, VERSION, {
    upgrade(db) {
      for (const store of [...db.objectStoreNames]) db.deleteObjectStore(store);
      db.createObjectStore('parts');
      db.createObjectStore('latest');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

async function withShelf<T>(act: (db: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> {
  const db = await openShelf();
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

const changing = (db: IDBPDatabase<Shelf>) => {
  const transaction = db.transaction(['parts', 'latest'], 'readwrite');
  return { parts: transaction.objectStore('parts'), latest: transaction.objectStore('latest'), done: transaction.done };
};

const byId = (a: ArticleSummary, b: ArticleSummary): number => (a.id < b.id ? -1 : 1);

/** The list's order: newest first. */
export const newestFirst = (a: ArticleSummary, b: ArticleSummary): number => b.savedAt - a.savedAt || byId(a, b);

/** The same summaries always make the same string. */
const encode = (summaries: readonly ArticleSummary[]): string => JSON.stringify([...summaries].sort(byId));
const decode = (json: string | undefined): ArticleSummary[] => (json === undefined ? [] : (JSON.parse(json) as ArticleSummary[]));

function inParts(summaries: readonly ArticleSummary[]): Map<string, ArticleSummary[]> {
  const parts = new Map<string, ArticleSummary[]>();
  for (const summary of summaries) {
    const part = parts.get(partOf(summary.id));
    if (part) part.push(summary);
    else parts.set(partOf(summary.id), [summary]);
  }
  return parts;
}

const isBeginning = ({ newest, count }: Latest, summaries: readonly ArticleSummary[]): boolean =>
  count === summaries.length && newest.every(({ id }, index) => id === summaries[index]?.id);

/**
 * What the cache holds, newest first; null where there is none or it cannot be read.
 *
 * @param showLatest called first, with the beginning of the list; once more where what was in memory was not that of the cache
 */
export async function readShelf(showLatest: (latest: Latest) => void): Promise<ArticleSummary[] | null> {
  const early = readLatest().then((latest) => {
    if (latest) showLatest(latest);
    return JSON.stringify(latest);
  });
  try {
    return await withShelf(async (db) => {
      const latest = await db.get('latest', 0);
      if (!latest) return null;
      if ((await early) !== JSON.stringify(latest)) {
        showLatest(latest);
        await keepLatest(latest);
      }
      await new Promise((resolve) => setTimeout(resolve)); // the page is drawn in between
      return (await db.getAll('parts')).flatMap(decode).sort(newestFirst);
    });
  } catch (error) {
    console.warn('The cache of the list could not be read, and is made anew', error);
    await deleteDB(name).catch(console.warn);
    return null;
  }
}

/** Summaries that are compared at a time: few enough that a list of 10,000 leaves no heap behind that is never used again. */
const comparedAtOnce = 400;

/**
 * Whether the cache holds what is stored, and nothing else.
 *
 * @param cached what was read of it
 * @param ids of everything that may be stored
 * @param read what is stored of these
 */
export function isShelfRight(
  cached: readonly ArticleSummary[],
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<ArticleSummary[]>,
): Promise<boolean> {
  const idsOf = new Map<string, string[]>();
  for (const id of ids) idsOf.set(partOf(id), [...(idsOf.get(partOf(id)) ?? []), id]);
  return withShelf(async (db) => {
    const latest = await db.get('latest', 0);
    if (!latest || !isBeginning(latest, cached)) return false;
    const keys = [...new Set([...idsOf.keys(), ...(await db.getAllKeys('parts'))])];
    while (keys.length > 0) {
      const [some, wanted]: [string[], string[]] = [[], []];
      while (keys.length > 0 && wanted.length < comparedAtOnce) {
        const key = keys.pop() ?? '';
        some.push(key);
        wanted.push(...(idsOf.get(key) ?? []));
      }
      const [stored, cached] = await Promise.all([read(wanted).then(inParts), Promise.all(some.map((key) => db.get('parts', key)))]);
      if (some.some((key, index) => encode(stored.get(key) ?? []) !== (cached[index] ?? '[]'))) return false;
    }
    return true;
  });
}

/**
 * Makes the cache equal to what is stored.
 *
 * @param summaries every one there is, newest first
 * @returns whether it was before
 */
export async function putShelfRight(summaries: readonly ArticleSummary[]): Promise<boolean> {
  const parts = inParts(summaries);
  return withShelf(async (db) => {
    const { done, ...transaction } = changing(db);
    const store = transaction.parts;
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const cached = new Map(keys.map((key, index) => [key, values[index]]));
    const latest = await transaction.latest.get(0);
    let wasRight = latest !== undefined && isBeginning(latest, summaries);
    for (const key of new Set([...cached.keys(), ...parts.keys()])) {
      const json = encode(parts.get(key) ?? []);
      if (json === (cached.get(key) ?? '[]')) continue;
      wasRight = false;
      await store.put(json, key);
    }
    const now = { newest: summaries.slice(0, latestSize), count: summaries.length };
    if (!wasRight) await transaction.latest.put(now, 0);
    await done;
    if (!wasRight) await keepLatest(now);
    return wasRight;
  });
}

/** The beginning of the list after a change: what is newer than its end is surely in it, what is older may not be the next. */
function changeLatest({ newest, count }: Latest, { saved }: LibraryChange, gone: ReadonlySet<string>, newCount: number): Latest {
  const end = newest.length === count ? undefined : newest.at(-1);
  const kept = newest.filter(({ id }) => !gone.has(id));
  const added = saved.filter((summary) => !end || newestFirst(summary, end) <= 0);
  return { newest: [...kept, ...added].sort(newestFirst).slice(0, latestSize), count: newCount };
}

/** Takes a change into the cache, where there is one, so that the next page to open shows it at once. For the background. */
export async function changeShelf(change: LibraryChange): Promise<void> {
  const { saved, deleted } = change;
  const gone = new Set([...deleted, ...saved.map(({ id }) => id)]);
  await withShelf(async (db) => {
    const { parts, latest, done } = changing(db);
    const before = await latest.get(0);
    if (!before) return;
    let { count } = before;
    for (const key of new Set([...gone].map(partOf))) {
      const old = decode(await parts.get(key));
      const now = [...old.filter(({ id }) => !gone.has(id)), ...saved.filter(({ id }) => partOf(id) === key)];
      count += now.length - old.length;
      await parts.put(encode(now), key);
    }
    const now = changeLatest(before, change, gone, count);
    await latest.put(now, 0);
    await done;
    await keepLatest(now);
  });
}
