import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/*
 * The pictures of saved articles, apart from their texts: a database in IndexedDB, by article and by the address the text has for the
 * picture. Losing it loses no article. The background alone writes it; pages read.
 */

/** A picture as it is kept. */
export interface KeptPicture {
  /** As `src` says in the article's markup. */
  src: string;
  bytes: Uint8Array<ArrayBuffer>;
  type: PictureType;
  width: number;
  height: number;
}

/** What pictures may be. SVG is not among them: it can carry script. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** Why a picture is not kept. `blank`: it has nothing to show, as those have that only count visits. */
export type PictureFault = 'no-access' | 'unreachable' | 'not-a-picture' | 'too-large' | 'blank' | 'no-room';

/** What is known of one article's pictures. */
interface ArticlePictures {
  /** What they take together. */
  bytes: number;
  /** By address. */
  faults: Record<string, PictureFault>;
}

/** An article whose pictures are to be fetched. */
interface Wish {
  /** Milliseconds since 1970. */
  at: number;
  /** How often it was begun: what stops the worker each time is given up. */
  tries: number;
}

interface Pictures extends DBSchema {
  pictures: { key: [id: string, src: string]; value: KeptPicture };
  articles: { key: string; value: ArticlePictures };
  wishes: { key: string; value: Wish };
}

async function withPictures<Value>(act: (db: IDBPDatabase<Pictures>) => Promise<Value>): Promise<Value> {
  const db = await openDB<Pictures>('pictures', 1, {
    upgrade(db) {
      for (const store of ['pictures', 'articles', 'wishes'] as const) db.createObjectStore(store);
    },
  });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

const nothing = (): ArticlePictures => ({ bytes: 0, faults: {} });
const allOf = (id: string) => IDBKeyRange.bound([id], [id, []]);
const isOurs = ({ type }: KeptPicture): boolean => pictureTypes.includes(type);

/** Notes that an article's pictures are to be fetched: it outlasts the worker. */
export const wishPictures = (id: string, at: number): Promise<unknown> => withPictures((db) => db.put('wishes', { at, tries: 0 }, id));

/** Some article whose pictures are to be fetched, or null. */
export const nextWish = (): Promise<string | null> => withPictures(async (db) => (await db.getAllKeys('wishes', undefined, 1))[0] ?? null);

/** Counts one more try; null where nothing is wished for (any more). */
export const beginWish = (id: string): Promise<Wish | null> =>
  withPictures(async (db) => {
    const { store, done } = db.transaction('wishes', 'readwrite');
    const before = await store.get(id);
    const wish = before ? { ...before, tries: before.tries + 1 } : null;
    if (wish) await store.put(wish, id);
    await done;
    return wish;
  });

/** Ends a wish, but not one that was made since. */
export const endWish = (id: string, at: number): Promise<void> =>
  withPictures(async (db) => {
    const { store, done } = db.transaction('wishes', 'readwrite');
    if ((await store.get(id))?.at === at) await store.delete(id);
    await done;
  });

/** Keeps a picture in the place of what was kept for its address. Rejects where the disk is full. */
export const keepPicture = (id: string, picture: KeptPicture): Promise<void> =>
  withPictures(async (db) => {
    const change = db.transaction(['pictures', 'articles'], 'readwrite');
    const [pictures, articles] = [change.objectStore('pictures'), change.objectStore('articles')];
    const before = (await articles.get(id)) ?? nothing();
    const old = (await pictures.get([id, picture.src]))?.bytes.length ?? 0;
    const { [picture.src]: _cured, ...faults } = before.faults;
    await Promise.all([
      pictures.put(picture, [id, picture.src]),
      articles.put({ bytes: before.bytes - old + picture.bytes.length, faults }, id),
      change.done,
    ]);
  });

/**
 * Lets go of what an article's text no longer shows.
 *
 * @returns what is kept of the rest: which, and how much it takes
 */
export const keepOnly = (id: string, wanted: ReadonlySet<string>): Promise<{ kept: Set<string>; bytes: number }> =>
  withPictures(async (db) => {
    const change = db.transaction(['pictures', 'articles'], 'readwrite');
    const pictures = change.objectStore('pictures');
    const kept = new Set<string>();
    let bytes = 0;
    for (let at = await pictures.openCursor(allOf(id)); at; at = await at.continue()) {
      if (!wanted.has(at.value.src)) await at.delete();
      else {
        kept.add(at.value.src);
        bytes += at.value.bytes.length;
      }
    }
    await change.objectStore('articles').put({ bytes, faults: {} }, id);
    await change.done;
    return { kept, bytes };
  });

/** Notes why pictures are not kept. */
export const noteFaults = (id: string, faults: Record<string, PictureFault>): Promise<void> =>
  withPictures(async (db) => {
    const { store, done } = db.transaction('articles', 'readwrite');
    await store.put({ ...((await store.get(id)) ?? nothing()), faults }, id);
    await done;
  });

/** An article's pictures, by address, and why the others are not kept. */
export const readPictures = (id: string): Promise<{ kept: Map<string, KeptPicture>; faults: Map<string, PictureFault> }> =>
  withPictures(async (db) => {
    const [pictures, article] = await Promise.all([db.getAll('pictures', allOf(id)), db.get('articles', id)]);
    return {
      kept: new Map(pictures.filter(isOurs).map((picture) => [picture.src, picture])),
      faults: new Map(Object.entries(article?.faults ?? {})),
    };
  });

/** One picture, or null. */
export const readPicture = (id: string, src: string): Promise<KeptPicture | null> =>
  withPictures(async (db) => {
    const picture = await db.get('pictures', [id, src]);
    return picture && isOurs(picture) ? picture : null;
  });

/** What all pictures take, in bytes, and whether some found no room. */
export const picturesInUse = (): Promise<{ bytes: number; isFull: boolean }> =>
  withPictures(async (db) => {
    const articles = await db.getAll('articles');
    return {
      bytes: articles.reduce((sum, { bytes }) => sum + bytes, 0),
      isFull: articles.some(({ faults }) => Object.values(faults).includes('no-room')),
    };
  });

/** Every article of which something is known here. */
export const articlesWithPictures = (): Promise<string[]> => withPictures((db) => db.getAllKeys('articles'));

/** Lets go of all that is kept of articles, and of what was still to be fetched. */
export const forgetPictures = (ids: readonly string[]): Promise<void> =>
  withPictures(async (db) => {
    const change = db.transaction(['pictures', 'articles', 'wishes'], 'readwrite');
    for (const id of ids)
      await Promise.all([
        change.objectStore('pictures').delete(allOf(id)),
        change.objectStore('articles').delete(id),
        change.objectStore('wishes').delete(id),
      ]);
    await change.done;
  });

/** Lets go of every picture. */
export const forgetAllPictures = (): Promise<void> =>
  withPictures(async (db) => {
    const change = db.transaction(['pictures', 'articles', 'wishes'], 'readwrite');
    await Promise.all([
      change.objectStore('pictures').clear(),
      change.objectStore('articles').clear(),
      change.objectStore('wishes').clear(),
      change.done,
    ]);
  });
