import fs from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { heldPicture, picture, pictureStory, png } from './picture-story';
import { until } from './reader-dom';
import { withholdSites } from './screen';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
const files = ['large.png', 'small.png', 'broken.png', 'refused.png', 'slow.png', 'endless.png', 'bomb.png', 'drawing.svg', 'gone.png'];
const shownFiles = ['large.png', 'small.png', 'slow.png'];
let chromium: Chromium;
let slow: ReturnType<typeof heldPicture>;

beforeAll(async () => {
  chromium = await startChromium();
  slow = heldPicture(png(300, 200));
  chromium.serve(host, '/large.png', picture(png(2400, 1600, 300)));
  chromium.serve(host, '/small.png', picture(png(320, 240)));
  chromium.serve(host, '/broken.png', picture(png(320, 240).subarray(0, 60)));
  chromium.serve(host, '/refused.png', { body: 'no', status: 403 });
  chromium.serve(host, '/slow.png', slow.page);
  chromium.serve(host, '/bomb.png', picture(png(40_000, 1).fill(0x7f, 20, 24)));
  chromium.serve(
    host,
    '/drawing.svg',
    picture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>'), 'image/svg+xml'),
  );
  chromium.serve(host, '/dot', picture(png(1, 1)));
  chromium.serve(host, '/endless.png', (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
    };
    response.on('drain', more);
    more();
  });
});
afterAll(() => chromium.close());
beforeEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

interface Stored {
  pictures: { src: string; type: string; width: number; height: number; size: number }[];
  /** By file; undefined as long as nothing is known of the article. */
  faults: Record<string, string> | undefined;
  isWished: boolean;
}

/** What is kept of an article's pictures, and what is known of the others. */
async function stored(id: string): Promise<Stored> {
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

const fetched = (id: string) =>
  until('its pictures were fetched', async () => {
    const now = await stored(id);
    return now.faults && !now.isWished ? now : undefined;
  });

interface Meta {
  id: string;
  url: string;
  savedAt: number;
}

/** Saves a story by the key for it, and returns its id once its text is saved. */
async function save(path: string, story: string): Promise<string> {
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
async function openSaved(id: string): Promise<{ page: Page; asked: string[] }> {
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
const drawn = (page: Page) =>
  page.locator('.text img').evaluateAll(async (images: HTMLImageElement[]) => {
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    return images.filter(({ naturalWidth }) => naturalWidth > 1).map(({ alt }) => alt.replace('Seen: ', ''));
  });

test('a save keeps the pictures that can be had, waits for none, and its article is whole without the network', async () => {
  const story = pictureStory('Everything at once', files).replace('<h2>', '<p><img src="/dot" alt=""></p><h2>');
  const id = await save('/all', story);
  // The text is there while pictures are still on their way.
  await slow.asked;
  expect((await stored(id)).pictures.map(({ src }) => src)).not.toContain('slow.png');
  slow.release();
  const { pictures, faults } = await fetched(id);
  expect(pictures.map(({ src }) => src).sort()).toEqual([...shownFiles].sort());
  expect(pictures.find(({ src }) => src === 'large.png')).toMatchObject({ type: 'image/webp', width: 1600, height: 1067 });
  expect(pictures.find(({ src }) => src === 'small.png')).toMatchObject({ type: 'image/png', width: 320 });
  expect(faults).toEqual({
    'broken.png': 'not-a-picture',
    'refused.png': 'unreachable',
    'endless.png': 'too-large',
    'bomb.png': 'too-large',
    'drawing.svg': 'not-a-picture',
    'gone.png': 'unreachable',
    dot: 'blank',
  });

  await chromium.goOffline();
  const before = chromium.server.requests.length;
  const { page, asked } = await openSaved(id);
  expect(await drawn(page)).toEqual(shownFiles);
  await page.getByText('6 pictures are not on this machine.').waitFor();
  expect(await page.locator('.missing-picture').allTextContents()).toEqual(
    ['broken.png', 'refused.png', 'endless.png', 'bomb.png', 'drawing.svg', 'gone.png'].map((file) => `Seen: ${file}`),
  );
  expect(await page.locator('figcaption').count()).toBe(files.length);
  // A picture by itself, the next one, and what a larger one would be: nothing is asked of the web for any.
  await page.getByRole('button', { name: 'Enlarge the picture: Seen: large.png' }).click();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Picture 2 of 3.').waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  expect([asked, chromium.server.requests.slice(before)]).toEqual([[], []]);
  await chromium.goOffline(false);
});

test('a worker that is stopped in the middle goes on where it was', async () => {
  const held = heldPicture(png(310, 210));
  chromium.serve(host, '/first.png', picture(png(320, 240)));
  chromium.serve(host, '/held.png', held.page);
  chromium.serve(host, '/held-stopped.png', picture(png(330, 240)));
  const id = await save('/stopped', pictureStory('Stopped', ['first.png', 'held.png', 'held-stopped.png']));
  await held.asked;
  await until('the others are kept', async () => (await stored(id)).pictures.length === 2);
  const before = chromium.server.requests.filter((request) => request === `${host}/first.png`).length;
  await chromium.stopWorker();
  held.release();
  const { pictures, faults } = await fetched(id); // asking wakes it
  expect([pictures.map(({ src }) => src).sort(), faults]).toEqual([['first.png', 'held-stopped.png', 'held.png'], {}]);
  expect(chromium.server.requests.filter((request) => request === `${host}/first.png`)).toHaveLength(before);
});

test('pictures stay while a delete can be undone, and go with the article', async () => {
  const id = await save('/deleted', pictureStory('Deleted', ['small.png']));
  await fetched(id);
  const library = await chromium.openExtensionPage('library.html');
  const send = (name: string) =>
    library.evaluate(([name, id]) => chrome.runtime.sendMessage({ name, sent: { ids: [id] } }), [name, id] as const);
  const sweep = async (deletedAt: number) => {
    await (await chromium.worker()).evaluate(
      async ([key, deletedAt]) => {
        const { [key]: trash } = (await chrome.storage.local.get(key)) as Record<string, object>;
        // What it points at was made long ago, too: the sweeper leaves alone what is new.
        await chrome.storage.local.set({ [key]: { ...trash, deletedAt }, sweptAt: 0 });
      },
      [`trash:${id}`, deletedAt] as const,
    );
    await chromium.stopWorker();
    await until('it was swept', async () => Number((await chromium.storage()).sweptAt) > 0);
  };
  await send('ui-bg:delete-articles');
  await sweep(Date.now());
  expect((await stored(id)).pictures).toHaveLength(1);
  await send('ui-bg:restore-articles');
  const { page } = await openSaved(id);
  expect(await drawn(page)).toEqual(['small.png']);
  await page.close();

  await send('ui-bg:delete-articles');
  await sweep(Date.now() - 31 * 24 * 3_600_000);
  const left = await stored(id);
  expect([left.pictures, left.faults]).toEqual([[], undefined]);
});

test('what leaves takes its pictures along, without the network', async () => {
  const id = await save('/leaves', pictureStory('Leaves', ['large.png', 'small.png', 'gone.png']));
  await fetched(id);
  await chromium.goOffline();
  const { page } = await openSaved(id);
  const exported = async (format: RegExp) => {
    await page.keyboard.press('e');
    await page.getByRole('radio', { name: format }).check();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const bytes = fs.readFileSync(await (await downloading).path());
    await page.getByText('1 article written').waitFor();
    await page.keyboard.press('Escape');
    return bytes;
  };
  const html = (await exported(/^Web page/)).toString();
  expect(html.match(/src="data:image\/\w+/g)).toEqual(['src="data:image/webp', 'src="data:image/png']);
  expect(html).toContain('[Seen: gone.png]');
  const book = unzipSync(await exported(/^E-book/));
  // E-readers are sure of JPEG, not of what is kept.
  expect(Object.keys(book).filter((name) => /\/p\d/.test(name))).toEqual(['EPUB/p1.jpg', 'EPUB/p2.png']);
  expect([...(book['EPUB/p1.jpg'] ?? [])].slice(0, 2)).toEqual([0xff, 0xd8]);
  const notes = unzipSync(await exported(/^Markdown/));
  expect(Object.keys(notes)).toEqual(['Leaves.md', 'Leaves (pictures)/1.webp', 'Leaves (pictures)/2.png']);
  await chromium.goOffline(false);
});

test('saved anew, an article keeps the pictures it shows now', async () => {
  const id = await save('/anew', pictureStory('Anew', ['small.png', 'first.png']));
  await fetched(id);
  await save('/anew', pictureStory('Anew', ['first.png', 'slow.png']));
  await until('its pictures are the new ones', async () => {
    const { pictures, isWished } = await stored(id);
    return !isWished && pictures.map(({ src }) => src).join() === 'first.png,slow.png';
  });
});

test('pictures that are not kept are asked for when the user asks, all are removed in the options, and a withheld site is said to be so', async () => {
  const options = await chromium.openExtensionPage('options.html');
  const keep = options.getByRole('switch', { name: 'Keep the pictures of saved articles' });
  await keep.uncheck();
  await until('it is remembered', async () => JSON.stringify(await chromium.storage('sync')).includes('"pictures":"leave"'));
  const id = await save('/asked', pictureStory('Asked', ['small.png', 'refused.png']));

  const { page, asked } = await openSaved(id);
  await page.getByText('2 pictures are not on this machine.').waitFor();
  expect(
    await page
      .locator('.missing-picture')
      .first()
      .evaluate((box) => Math.round((box.clientWidth / box.clientHeight) * 100)),
  ).toBe(150);
  await page.getByRole('button', { name: 'Load pictures from the web' }).click();
  await page.getByText('1 picture is not on this machine. The rest could not be had.').waitFor();
  expect(await drawn(page)).toEqual(['small.png']);
  expect(asked).toEqual([]); // the background does

  await options.bringToFront();
  await options.reload();
  await options.getByText(/^Pictures take .* kB$/).waitFor();
  await options.getByRole('button', { name: 'Remove all stored pictures' }).click();
  await expect.poll(() => options.evaluate(() => document.activeElement?.textContent)).toBe('Keep them');
  await options.getByRole('button', { name: 'Remove the pictures' }).click();
  await options.getByText('No pictures are kept.').waitFor();
  expect((await stored(id)).pictures).toEqual([]);

  await withholdSites(chromium);
  const before = chromium.server.requests.length;
  await page.evaluate((id) => chrome.runtime.sendMessage({ name: 'ui-bg:fetch-pictures', sent: { id } }), id);
  expect((await stored(id)).faults).toEqual({ 'small.png': 'no-access', 'refused.png': 'no-access' });
  await page.reload();
  await page.getByText('2 pictures are not on this machine. Clean Copy may not ask sites for pictures.').waitFor();
  expect(chromium.server.requests).toHaveLength(before);
  await withholdSites(chromium, 'ON_ALL_SITES');
});
