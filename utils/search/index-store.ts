import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type Block, BlockWriter, type Postings, readPostings, type SegmentBuilder } from './postings';

/*
 * The index in IndexedDB, derived from the saved articles: segments that never change, each of some articles' texts. New texts make a small
 * segment; several of like size become one. Nothing is ever taken out: whoever searches knows which texts there are, and passes over others.
 */

/** A text: an article's id, and the rev of its body. */
export type TextKey = readonly [id: string, rev: string];

export interface Segment {
  texts: TextKey[];
  /** First term of each block. */
  firsts: string[];
}

interface SearchIndex extends DBSchema {
  segments: { key: number; value: Segment };
  blocks: { key: [segment: number, block: number]; value: Block };
}

export type IndexDb = IDBPDatabase<SearchIndex>;

/** Raised when tokens or blocks are made otherwise: the index of another version is thrown away and built anew. */
const VERSION = 1;
const name = 'search';

/** Segments of like size that are made one. */
const mergedAtOnce = 6;

export const openIndex = (): Promise<IndexDb> =>
  openDB<SearchIndex>(name, VERSION, {
    upgrade(db) {
      for (const store of [...db.objectStoreNames]) db.deleteObjectStore(store);
      db.createObjectStore('segments', { autoIncrement: true });
      db.createObjectStore('blocks');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

export const deleteIndex = (): Promise<void> => deleteDB(name);

const blocksOf = (segment: number): IDBKeyRange => IDBKeyRange.bound([segment, 0], [segment, Number.MAX_SAFE_INTEGER]);

export async function readSegments(db: IndexDb): Promise<Map<number, Segment>> {
  const { store, done } = db.transaction('segments');
  const [keys, segments] = await Promise.all([store.getAllKeys(), store.getAll()]);
  await done;
  return new Map(keys.map((key, index) => [key, segments[index] as Segment]));
}

/** Whether every block that the segments name is there; true where there is no index yet. */
export async function isIndexWhole(): Promise<boolean> {
  if (!(await indexedDB.databases()).some((database) => database.name === name)) return true;
  const db = await openIndex();
  try {
    const segments = await readSegments(db);
    const blocks = db.transaction('blocks').store;
    const counts = await Promise.all([...segments.keys()].map((key) => blocks.count(blocksOf(key))));
    return [...segments.values()].every(({ firsts }, index) => firsts.length === counts[index]);
  } finally {
    db.close();
  }
}

/** Adds texts as a segment: wholly or not at all. */
export async function addSegment(db: IndexDb, texts: TextKey[], builder: SegmentBuilder): Promise<void> {
  const transaction = db.transaction(['segments', 'blocks'], 'readwrite');
  const firsts: string[] = [];
  const key = await transaction.objectStore('segments').add({ texts, firsts });
  const writes: Promise<unknown>[] = [];
  const writer = new BlockWriter((first, block) => {
    writes.push(transaction.objectStore('blocks').put(block, [key, firsts.length]));
    firsts.push(first);
  });
  builder.write(writer);
  writes.push(transaction.objectStore('segments').put({ texts, firsts }, key));
  await Promise.all([...writes, transaction.done]);
}

/** The terms of one segment, in order. */
async function* termsOf(db: IndexDb, key: number, { firsts }: Segment): AsyncGenerator<{ term: string; postings: Postings }[]> {
  for (let index = 0; index < firsts.length; index++) {
    const block = await db.get('blocks', [key, index]);
    if (!block) throw new Error(`Block ${index} of segment ${key} is missing`);
    yield block.terms.split('\n').map((term, at) => ({ term, postings: readPostings(block, at) }));
  }
}

/** Gives documents their numbers in the merged segment and leaves out those that are gone (-1). */
function renumber(postings: Postings, numbers: Int32Array, into: Postings): void {
  for (let i = 0; i < postings.length; ) {
    const doc = numbers[postings[i] ?? 0] ?? -1;
    const count = postings[i + 1] ?? 0;
    if (doc >= 0) {
      into.push(doc, count);
      for (let j = i + 2; j < i + 2 + count; j++) into.push(postings[j] ?? 0);
    }
    i += 2 + count;
  }
}

/** Makes one segment of several, block by block, so that it takes little memory and searches go on meanwhile. */
async function merge(db: IndexDb, sources: [number, Segment][], isThere: (text: TextKey) => boolean): Promise<void> {
  const texts: TextKey[] = [];
  const rows = sources.map(([key, segment]) => {
    const numbers = Int32Array.from(segment.texts, (text) => (isThere(text) ? texts.push(text) - 1 : -1));
    return { terms: termsOf(db, key, segment), numbers, block: [] as { term: string; postings: Postings }[], at: 0 };
  });
  const key = await db.add('segments', { texts: [], firsts: [] });
  const firsts: string[] = [];
  let writes: Promise<unknown>[] = [];
  const writer = new BlockWriter((first, block) => {
    writes.push(db.put('blocks', block, [key, firsts.length]));
    firsts.push(first);
  });
  for (;;) {
    for (const row of rows) {
      if (row.at < row.block.length) continue;
      const next = await row.terms.next();
      row.block = next.done ? [] : next.value;
      row.at = 0;
    }
    const heads = rows.flatMap((row) => row.block[row.at] ?? []);
    const [{ term: least } = { term: null }] = heads.sort((a, b) => (a.term < b.term ? -1 : 1));
    if (least === null) break;
    const postings: Postings = [];
    for (const row of rows) {
      const head = row.block[row.at];
      if (head?.term !== least) continue;
      renumber(head.postings, row.numbers, postings);
      row.at++;
    }
    if (postings.length > 0) writer.add(least, postings);
    if (writes.length > 20) {
      await Promise.all(writes);
      writes = [];
    }
  }
  writer.flush();
  await Promise.all(writes);
  const transaction = db.transaction(['segments', 'blocks'], 'readwrite');
  transaction.objectStore('segments').put({ texts, firsts }, key);
  for (const [old] of sources) {
    transaction.objectStore('segments').delete(old);
    transaction.objectStore('blocks').delete(blocksOf(old));
  }
  await transaction.done;
}

/** Sizes of like order share a tier. */
const tierOf = (size: number): number => Math.floor(Math.log(Math.max(1, size)) / Math.log(mergedAtOnce));

/** Merges what is due: several segments of like size, or one whose texts are mostly gone. */
export async function tidySegments(db: IndexDb, isThere: (text: TextKey) => boolean): Promise<void> {
  for (;;) {
    const tiers = new Map<number, [number, Segment][]>();
    for (const entry of await readSegments(db)) {
      const there = entry[1].texts.filter(isThere).length;
      const isDue = there * 2 < entry[1].texts.length || entry[1].texts.length === 0;
      const tier = isDue ? -1 : tierOf(there);
      tiers.set(tier, [...(tiers.get(tier) ?? []), entry]);
    }
    const due = tiers.get(-1) ?? [...tiers.values()].find((entries) => entries.length >= mergedAtOnce);
    if (!due) return;
    const hasTexts = due.some(([, { texts }]) => texts.some(isThere));
    if (hasTexts) await merge(db, due.slice(0, 2 * mergedAtOnce), isThere);
    else {
      const transaction = db.transaction(['segments', 'blocks'], 'readwrite');
      for (const [key] of due) {
        transaction.objectStore('segments').delete(key);
        transaction.objectStore('blocks').delete(blocksOf(key));
      }
      await transaction.done;
    }
  }
}
