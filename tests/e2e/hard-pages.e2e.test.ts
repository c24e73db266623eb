import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { openInTab } from './open-in-tab';
import { until, waitForNoReader, waitForReader } from './reader-dom';

declare const chrome: typeof import('wxt/browser').browser;

const article = fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8');
/** Half a second of silence. */
const silence = `data:audio/wav;base64,${Buffer.concat([Buffer.from('RIFF\u0024\u000f\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0', 'latin1'), Buffer.from([0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0]), Buffer.from('data\0\u000f\0\0', 'latin1'), Buffer.alloc(3840, 128)]).toString('base64')}`;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve('news.test', '/a', article);
  chromium.serve('news.test', '/walled', {
    body: article,
    headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; sandbox allow-scripts" },
  });
});
afterAll(() => chromium.close());

test('what plays is paused, and what starts meanwhile', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await page.evaluate(async (source) => {
    for (const id of ['first', 'second']) {
      const audio = Object.assign(document.createElement('audio'), { id, src: source, loop: true, muted: true });
      document.body.append(audio);
    }
    await document.querySelector<HTMLAudioElement>('#first')?.play();
  }, silence);
  const paused = (id: string) => page.locator(`#${id}`).evaluate((audio: HTMLAudioElement) => audio.paused);
  expect(await paused('first')).toBe(false);
  await openInTab(chromium, page);
  await waitForReader(page);
  expect(await paused('first')).toBe(true);
  await page.locator('#second').evaluate((audio: HTMLAudioElement) => audio.play().catch(() => 'paused by the reader'));
  await until('the second one is paused', () => paused('second'));
});

test('so is what plays in a frame or a shadow root, until the reader is closed', async () => {
  const audio = `<audio src="${silence}" loop muted>`;
  chromium.serve('player.test', '/', `<!doctype html><title>Player</title>${audio}`);
  const player = `<site-player><template shadowrootmode="open">${audio}</template></site-player>`;
  chromium.serve('news.test', '/framed', article.replace('</body>', `${player}<iframe src="http://player.test/"></iframe></body>`));
  const page = await chromium.newPage('http://news.test/framed');
  const frame = await until('the frame is there', async () => page.frames().find((inner) => inner.url() === 'http://player.test/'));
  const players = [frame.locator('audio'), page.locator('site-player audio')];
  const play = (at: number) => players[at]?.evaluate((media: HTMLAudioElement) => media.play().catch(() => 'paused by the reader'));
  const playing = () => Promise.all(players.map((media) => media.evaluate((audio: HTMLAudioElement) => !audio.paused)));
  const all = async () => Promise.all([play(0), play(1)]);
  await all();
  expect(await playing()).toEqual([true, true]);
  await openInTab(chromium, page);
  await waitForReader(page);
  await until('nothing plays', async () => !(await playing()).includes(true));
  await all();
  await until('nothing plays, again', async () => !(await playing()).includes(true));
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await until('it plays when it is asked to', async () => {
    await all();
    return !(await playing()).includes(false);
  });
});

test('a page that hides, removes or covers the reader does not get rid of it', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await openInTab(chromium, page);
  await waitForReader(page);
  const onTop = () => page.evaluate(() => document.elementFromPoint(400, 300) === document.documentElement.lastElementChild);
  await page.evaluate(() => document.documentElement.lastElementChild?.remove());
  await until('it is back', onTop);
  await page.evaluate(() => document.documentElement.lastElementChild?.setAttribute('style', 'display: none !important'));
  await until('it is seen', onTop);
  await page.evaluate(() => {
    const cover = document.createElement('dialog');
    cover.style.cssText = 'inset: 0; width: 100%; height: 100%';
    document.body.append(cover);
    cover.showModal();
  });
  await until('it is on top', onTop);
  expect((await waitForReader(page)).title).toContain('river town');
});

test('a page that goes on fighting is left alone', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await openInTab(chromium, page);
  await waitForReader(page);
  await page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    setInterval(() => host?.remove(), 20);
  });
  await waitForNoReader(page);
  await until('the page scrolls again', () => page.evaluate(() => getComputedStyle(document.documentElement).overflow === 'visible'));
});

test('a policy that forbids everything does not forbid reading', async () => {
  const page = await chromium.newPage('http://news.test/walled');
  await openInTab(chromium, page);
  expect((await waitForReader(page)).title).toContain('river town');
  const paper = () => page.locator('.reader').evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(paper).toBe('rgb(250, 247, 241)');
});
