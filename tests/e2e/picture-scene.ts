import type { Page } from 'playwright';
import type { Chromium } from './harness';
import { until } from './reader-dom';

/** The site that the articles with pictures are on. */
export const host = 'site-a.test';

export interface Stored {
  pictures: { src: string; type: string; width: number; height: number; size: number }[];
  /** By file; undefined as long as nothing is known of the article. */
  faults: Record<string, string> | undefined;
  isWished: boolean;
}

/** What is kept of an article's pictures, and what is known of the others. */
export async function stored(chromium: Chromium, id: string): Promise<Stored> {
  return (await chromium.worker()).evaluate(async (id) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answer(indexedDB.open('pictures'));
    const all = db.transaction([...db.objectStoreNames]);
    const read = (store: string, key: string) => answer(all.objectStore(store).get(key));
    const [pictures, article, wish] = await Promise.all([
      answer(all.objectStore('pictures').getAll(IDBKeyRange.bound([id], [id, []]))),
      read('articles', id),
      read('wishes', id),
    ]);
    db.close();
    const fileOf = (src: string) => src.split('/').at(-1) ?? '';
    return {
      pictures: pictures.map(({ src, bytes, ...rest }) => ({ ...rest, src: fileOf(src), size: bytes.length })),
      faults: article && Object.fromEntries(Object.entries(article.faults).map(([src, fault]) => [fileOf(src), fault as string])),
      isWished: wish !== undefined,
    };
  }, id);
}

/** What is kept once all were asked for. */
export const fetched = (chromium: Chromium, id: string) =>
  until('its pictures were fetched', async () => {
    const now = await stored(chromium, id);
    return now.faults && !now.isWished ? now : undefined;
  });

interface Meta {
  id: string;
  url: string;
  savedAt: number;
}

/** Saves a story by the key for it, and returns its id once its text is saved. */
export async function save(chromium: Chromium, path: string, story: string): Promise<string> {
  chromium.serve(host, path, story);
  const page = await chromium.newPage();
  await page.goto(`http://${host}${path}`, { waitUntil: 'commit' }); // one of its pictures may never come
  const began = Date.now();
  await chromium.runCommand('save-article', page);
  const id = await until('it is saved', async () => {
    const metas = Object.entries(await chromium.storage()).flatMap(([key, value]) => (key.startsWith('meta:') ? [value as Meta] : []));
    return metas.find(({ url, savedAt }) => url.endsWith(path) && savedAt >= began)?.id;
  });
  await page.close();
  return id;
}

/** Opens a saved article; `asked` gathers what it asks the web for. */
export async function openSaved(chromium: Chromium, id: string): Promise<{ page: Page; asked: string[] }> {
  const asked: string[] = [];
  const page = await chromium.context.newPage();
  page.on('request', (request) => {
    if (!/^(chrome-extension|blob|data):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(`chrome-extension://${chromium.extensionId}/library.html?id=${id}`);
  await page.locator('.text p').first().waitFor();
  return { page, asked };
}

/** Which pictures are drawn, by their words. */
export const drawn = (page: Page) =>
  page.locator('.text img').evaluateAll(async (images: HTMLImageElement[]) => {
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    return images.filter(({ naturalWidth }) => naturalWidth > 1).map(({ alt }) => alt.replace('Seen: ', ''));
  });
