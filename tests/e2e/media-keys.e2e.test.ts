import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentWorld } from './content-world';
import { installFakeVoices } from './fake-voice';
import { type Chromium, startChromium } from './harness';
import { waitForReader } from './reader-dom';

declare global {
  /** What the system's controls would call, by their names. */
  var mediaActs: Partial<Record<string, () => void>> | undefined;
}

const article = fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8');
const title = 'How a river town learned to live with its floods';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve('news.test', '/a', article);
  chromium.serve('walled.test', '/a', {
    body: article,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  });
  chromium.serve('news.test', '/other', article);
});
afterAll(() => chromium.close());

/** Notes what is set for the keys, in the world where the reader sets it. */
function watchMediaActs(): void {
  const acts: Partial<Record<string, () => void>> = {};
  globalThis.mediaActs = acts;
  const set = MediaSession.prototype.setActionHandler;
  MediaSession.prototype.setActionHandler = function (action, handler) {
    if (handler) acts[action] = handler as () => void;
    else delete acts[action];
    set.call(this, action, handler);
  };
}

async function listen(url: string) {
  const page = await chromium.newPage(url);
  const run = await contentWorld(chromium, page);
  await run(`(${installFakeVoices})([{ name: 'Ann', lang: 'en-GB' }]); (${watchMediaActs})()`);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  await page.keyboard.press('r');
  const now = () => run<string | null>('fakeSpeech.now()');
  await expect.poll(now).toBe(title);
  const shown = () => page.evaluate(() => [navigator.mediaSession.metadata?.title, navigator.mediaSession.playbackState]);
  return { page, run, now, shown, press: (act: string) => run(`mediaActs.${act}()`) };
}

test('the keys for media go to what is read, also from another tab, and back to the page', async () => {
  const { page, run, now, shown, press } = await listen('http://news.test/a');
  await expect.poll(shown).toEqual([title, 'playing']);
  const other = await chromium.newPage('http://news.test/other');
  await other.bringToFront();
  await press('nexttrack');
  await expect.poll(now).toMatch(/^The water came/);
  await run('fakeSpeech.end()'); // it goes on by itself, too
  await expect.poll(now).toMatch(/^By six in the evening/);
  await press('previoustrack');
  await expect.poll(now).toMatch(/^The water came/);
  await press('pause');
  await expect.poll(now).toBeNull();
  await expect.poll(shown).toEqual([title, 'paused']);
  await press('play');
  await expect.poll(now).toMatch(/^The water came/);
  await press('stop');
  await expect.poll(now).toBeNull();
  await expect.poll(shown).toEqual([undefined, 'none']);
  expect(await run('Object.keys(mediaActs)')).toEqual([]);
  await other.close();
  await page.close();
});

test('where a page forbids every sound it is read aloud all the same', async () => {
  const { page, run, now } = await listen('http://walled.test/a');
  await run('fakeSpeech.end()');
  await expect.poll(now).toMatch(/^The water came/);
  await page.close();
});
