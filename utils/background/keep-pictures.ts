import { browser } from 'wxt/browser';
import { record } from '../library/article-fields';
import { keyOf, parseBody, parseMeta } from '../library/records';
import { localArea } from '../library/storage-area';
import { failureOf } from '../library/writer';
import { type PictureSource, pictureSources } from '../pictures/picture-sources';
import {
  beginWish,
  endWish,
  keepOnly,
  keepPicture,
  nextWish,
  noteFaults,
  type PictureFault,
  wishPictures,
} from '../pictures/picture-store';
import { shrinkPicture } from '../pictures/shrink-picture';
import { appSettings } from '../settings/app-settings';
import { bytesOf, isPublic } from './fetch-page';

/** Milliseconds after which a picture counts as not coming: less than what a worker is left alone for. */
const patience = 20_000;
/** Bytes that a picture may come with, and those that an article's may take together once they are kept. */
const largest = 10_000_000;
const mostBytes = 30_000_000;
/** Pictures of one article, and how many are asked for at the same time. */
const mostPictures = 120;
const atOnce = 3;
/** How often an article's pictures are begun, where the browser ends the worker over them. */
const mostTries = 4;

/** Whether the user lets the extension ask this host for anything. */
const isAllowed = ({ protocol, hostname }: URL): Promise<boolean> =>
  browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });

/**
 * Asks for a picture as a stranger would: without cookies, without a word of where the request comes from, past the browser's cache. Whoever
 * saved an article was on its page; that they saved it is nobody's business.
 */
async function fetchPicture(file: string): Promise<Uint8Array<ArrayBuffer> | PictureFault> {
  const url = URL.parse(file);
  if (!url || !isPublic(file)) return 'unreachable';
  if (!(await isAllowed(url))) return 'no-access';
  try {
    const response = await fetch(file, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'image/*' },
      signal: AbortSignal.timeout(patience),
    });
    const isTooLarge = Number(response.headers.get('content-length')) > largest;
    if (response.ok && !isTooLarge && isPublic(response.url)) return (await bytesOf(response, largest)) ?? 'too-large';
    await response.body?.cancel();
    return isTooLarge ? 'too-large' : 'unreachable';
  } catch (error) {
    console.info('A picture could not be fetched', error);
    return 'unreachable';
  }
}

/** One after the other: a decoded picture takes much memory. */
let lastShrunk: Promise<unknown> = Promise.resolve();
function shrinkInTurn(bytes: Uint8Array<ArrayBuffer>): ReturnType<typeof shrinkPicture> {
  const shrunk = lastShrunk.then(() => shrinkPicture(bytes));
  lastShrunk = shrunk.catch(() => undefined); // the caller sees the failure through `shrunk`
  return shrunk;
}

async function getPicture({ src, files }: PictureSource) {
  let fault: PictureFault = 'unreachable';
  for (const file of files) {
    const bytes = await fetchPicture(file);
    const shrunk = typeof bytes === 'string' ? bytes : await shrinkInTurn(bytes);
    if (typeof shrunk !== 'string') return { ...shrunk, src };
    fault = shrunk;
  }
  return fault;
}

/** The pictures of a saved article's text; null where there is no such text. */
async function sourcesOf(id: string): Promise<PictureSource[] | null> {
  const area = localArea();
  const rev = parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)])?.text?.rev;
  if (rev === undefined) return null;
  const body = parseBody((await area.get(keyOf.body(id, rev)))[keyOf.body(id, rev)]);
  const { contentHtml } = record(body && JSON.parse(body.json));
  return typeof contentHtml === 'string' ? pictureSources(contentHtml) : null;
}

async function fetchAll(id: string): Promise<void> {
  const sources = await sourcesOf(id);
  if (!sources) return;
  const { kept, bytes } = await keepOnly(id, new Set(sources.map(({ src }) => src)));
  const faults: Record<string, PictureFault> = {};
  const missing = sources.filter(({ src }) => !kept.has(src));
  let room = mostBytes - bytes;
  let isFull = false;
  const keep = async (source: PictureSource): Promise<PictureFault | null> => {
    if (isFull) return 'no-room';
    const picture = room > 0 ? await getPicture(source) : 'too-large';
    if (typeof picture === 'string') return picture;
    room -= picture.bytes.length;
    try {
      await keepPicture(id, picture);
      return null;
    } catch (error) {
      if (failureOf(error) !== 'storage-full') throw error;
      isFull = true;
      return 'no-room';
    }
  };
  const left = missing.splice(mostPictures);
  for (const { src } of left) faults[src] = 'too-large';
  const work = async () => {
    for (let source = missing.shift(); source; source = missing.shift()) {
      const fault = await keep(source);
      if (fault) faults[source.src] = fault;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await noteFaults(id, faults);
}

/** Fetches the pictures of one article that are wished for and not kept yet. Where it is cut short, it goes on from there the next time. */
function fulfilWish(id: string): Promise<void> {
  return navigator.locks.request(`pictures:${id}`, async () => {
    const wish = await beginWish(id);
    if (!wish) return;
    if (wish.tries <= mostTries) await fetchAll(id);
    await endWish(id, wish.at);
  });
}

/** Fetches all pictures that are wished for, one article at a time. To be called when the worker starts, too. */
export function fetchWishedPictures(): Promise<void> {
  return navigator.locks.request('pictures', async () => {
    for (let id = await nextWish(); id !== null; id = await nextWish()) await fulfilWish(id);
  });
}

/** Fetches an article's pictures because the user asks for them. */
export async function fetchPicturesOf(id: string): Promise<void> {
  await wishPictures(id, Date.now());
  await fulfilWish(id);
}

/** What follows a save, where pictures are kept. Nothing of it is waited for, and its failure is none of the save. */
export async function followWithPictures(id: string): Promise<void> {
  try {
    if ((await appSettings.read()).pictures !== 'keep') return;
    await wishPictures(id, Date.now());
    await fetchWishedPictures();
  } catch (error) {
    console.error('The pictures of an article could not be kept', error);
  }
}
