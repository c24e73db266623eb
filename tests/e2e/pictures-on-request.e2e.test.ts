import fs from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { drawn, fetched, host, openSaved, save, stored } from './picture-scene';
import { picture, pictureStory, png } from './picture-story';
import { until } from './reader-dom';
import { withholdSites } from './screen';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve(host, '/large.png', picture(png(2400, 1600, 300)));
  chromium.serve(host, '/small.png', picture(png(320, 240)));
  chromium.serve(host, '/refused.png', { body: 'no', status: 403 });
});
afterAll(() => chromium.close());
beforeEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

test('what leaves takes its pictures along, without the network', async () => {
  const id = await save(chromium, '/leaves', pictureStory('Leaves', ['large.png', 'small.png', 'gone.png']));
  await fetched(chromium, id);
  await chromium.goOffline();
  const { page } = await openSaved(chromium, id);
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

test('pictures that are not kept are asked for when the user asks, all are removed in the options, and a withheld site is said to be so', async () => {
  const options = await chromium.openExtensionPage('options.html');
  const keep = options.getByRole('switch', { name: 'Keep the pictures of saved articles' });
  await keep.uncheck();
  await until('it is remembered', async () => JSON.stringify(await chromium.storage('sync')).includes('"pictures":"leave"'));
  const id = await save(chromium, '/asked', pictureStory('Asked', ['small.png', 'refused.png']));

  const { page, asked } = await openSaved(chromium, id);
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
  expect((await stored(chromium, id)).pictures).toEqual([]);

  await withholdSites(chromium);
  const before = chromium.server.requests.length;
  await page.evaluate((id) => chrome.runtime.sendMessage({ name: 'ui-bg:fetch-pictures', sent: { id } }), id);
  expect((await stored(chromium, id)).faults).toEqual({ 'small.png': 'no-access', 'refused.png': 'no-access' });
  await page.reload();
  await page.getByText('2 pictures are not on this machine. Clean Copy may not ask sites for pictures.').waitFor();
  expect(chromium.server.requests).toHaveLength(before);
  await withholdSites(chromium, 'ON_ALL_SITES');
});
