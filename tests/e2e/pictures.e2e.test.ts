import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { drawn, fetched, host, openSaved, save, stored } from './picture-scene';
import { heldPicture, picture, pictureStory, png } from './picture-story';
import { until } from './reader-dom';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

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

test('a save keeps the pictures that can be had, waits for none, and its article is whole without the network', async () => {
  const story = pictureStory('Everything at once', files).replace('<h2>', '<p><img src="/dot" alt=""></p><h2>');
  const id = await save(chromium, '/all', story);
  // The text is there while pictures are still on their way.
  await slow.asked;
  expect((await stored(chromium, id)).pictures.map(({ src }) => src)).not.toContain('slow.png');
  slow.release();
  const { pictures, faults } = await fetched(chromium, id);
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
  const { page, asked } = await openSaved(chromium, id);
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
  const id = await save(chromium, '/stopped', pictureStory('Stopped', ['first.png', 'held.png', 'held-stopped.png']));
  await held.asked;
  await until('the others are kept', async () => (await stored(chromium, id)).pictures.length === 2);
  const before = chromium.server.requests.filter((request) => request === `${host}/first.png`).length;
  await chromium.stopWorker();
  held.release();
  const { pictures, faults } = await fetched(chromium, id); // asking wakes it
  expect([pictures.map(({ src }) => src).sort(), faults]).toEqual([['first.png', 'held-stopped.png', 'held.png'], {}]);
  expect(chromium.server.requests.filter((request) => request === `${host}/first.png`)).toHaveLength(before);
});

test('pictures stay while a delete can be undone, and go with the article', async () => {
  const id = await save(chromium, '/deleted', pictureStory('Deleted', ['small.png']));
  await fetched(chromium, id);
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
  expect((await stored(chromium, id)).pictures).toHaveLength(1);
  await send('ui-bg:restore-articles');
  const { page } = await openSaved(chromium, id);
  expect(await drawn(page)).toEqual(['small.png']);
  await page.close();

  await send('ui-bg:delete-articles');
  await sweep(Date.now() - 31 * 24 * 3_600_000);
  const left = await stored(chromium, id);
  expect([left.pictures, left.faults]).toEqual([[], undefined]);
});

test('saved anew, an article keeps the pictures it shows now', async () => {
  const id = await save(chromium, '/anew', pictureStory('Anew', ['small.png', 'first.png']));
  await fetched(chromium, id);
  await save(chromium, '/anew', pictureStory('Anew', ['first.png', 'slow.png']));
  await until('its pictures are the new ones', async () => {
    const { pictures, isWished } = await stored(chromium, id);
    return !isWished && pictures.map(({ src }) => src).join() === 'first.png,slow.png';
  });
});
