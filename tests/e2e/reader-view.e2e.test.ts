import fs from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReaderBridge } from '../../utils/reader-bridge';
import { type Chromium, startChromium } from './harness';
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
  chromium.serve('news.test', '/empty', '<!doctype html><title>Empty</title><body></body>');
});
afterAll(() => chromium.close());

/** What the background does, without what it decides. */
async function openReader(page: Page, how: Parameters<ReaderBridge['open']>[0] = 'asked') {
  const tabId = await chromium.tabId(page);
  return (await chromium.worker()).evaluate(
    async ([tabId, how]) => {
      const target = { tabId };
      await chrome.scripting.executeScript({ target, files: ['/reader.js'] as never });
      const [injected] = await chrome.scripting.executeScript({
        target,
        args: [how],
        func: (how) => globalThis.cleanCopyReader?.open(how),
      });
      return injected?.result;
    },
    [tabId, how] as const,
  );
}

test('opening changes nothing that closing does not put back', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await page.locator('#menu').focus();
  await page.mouse.wheel(0, 700);
  await until('the page has scrolled', () => page.evaluate(() => scrollY > 500));
  const state = () =>
    page.evaluate(() => [scrollY, history.length, location.href, document.activeElement?.id, document.documentElement.outerHTML]);
  const before = await state();

  expect(await openReader(page)).toEqual({ ok: true, value: null });
  const shown = await waitForReader(page);
  expect(shown.title).toBe('How a river town learned to live with its floods');
  expect(shown.headings.map(({ text }) => text)).toContain('What the ledgers say');

  await page.mouse.wheel(0, 4000); // scrolls the reader
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  expect(await state()).toEqual(before);
});

test('the Close button closes; what the page makes up does not', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await openReader(page);
  await waitForReader(page);
  await page.evaluate(() => {
    // The build made for tests has an open root; in the one that ships the page cannot come even this far.
    const close = document.documentElement.lastElementChild?.shadowRoot?.querySelector<HTMLElement>('.bar button');
    if (!close) throw new Error('The test should reach the Close button');
    close.click();
    close.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
  });
  await waitForReader(page);
  await page.getByRole('button', { name: 'Close the reader' }).click();
  await waitForNoReader(page);
});

test('keys stay in the reader, and do their work there', async () => {
  const listening = `<head><script>var heard = [];
    for (const target of [window, document])
      for (const name of ['keydown', 'keyup', 'keypress']) target.addEventListener(name, (event) => heard.push(name + ' ' + event.key), true);
  </script>`;
  chromium.serve('news.test', '/listening', article.replace('<head>', listening));
  const page = await chromium.newPage('http://news.test/listening');
  await page.keyboard.press('q');
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  expect(await heard()).toHaveLength(6); // it does listen
  await openReader(page);
  await waitForReader(page);
  const view = page.locator('.reader');
  const size = () => view.evaluate((element) => element.style.getPropertyValue('--text-size'));

  await page.keyboard.press('+');
  await expect.poll(size).toBe('21px');
  await page.keyboard.press('t');
  await expect.poll(() => view.getAttribute('data-theme')).toBe('light');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await until('the second section is marked', async () => (await page.locator('[aria-current]').textContent()) === 'What the ledgers say');
  await page.keyboard.press('k');
  await until(
    'the first section is marked',
    async () => (await page.locator('[aria-current]').textContent()) === 'Two hundred years of walls',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  expect(await heard()).toEqual([]);
  await page.keyboard.press('q');
  expect(await heard()).toHaveLength(6); // and is left alone again
});

test('panels open one at a time, take the focus and give it back; Esc closes them before the reader; what is written is no shortcut', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await openReader(page);
  await waitForReader(page);
  const focused = () => page.locator('.reader').evaluate((view) => (view.getRootNode() as ShadowRoot).activeElement?.className);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await keys.getByText('Next section').waitFor();
  await expect.poll(focused).toContain('panel');
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Text and colours' }).waitFor();
  await expect.poll(() => page.locator('.panel').count()).toBe(1);
  await page.keyboard.press('Escape');
  await until('the panel is closed', async () => (await page.locator('.panel').count()) === 0);
  await expect.poll(focused).toBe('scroller');

  await page.setViewportSize({ width: 320, height: 640 });
  const size = () => page.locator('.reader').evaluate((view) => Number.parseInt(view.style.getPropertyValue('--text-size'), 10));
  // What an earlier reader was set to is remembered, and comes a moment later where the machine is slow.
  const kept = (await chromium.storage('sync'))['reader-settings:1'] as { textSize: number } | undefined;
  const before = kept?.textSize ?? 20;
  await expect.poll(size).toBe(before);
  const menu = page.getByRole('button', { name: 'More' });
  await menu.click();
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Larger text' }).click();
  await expect.poll(size).toBe(before + 1);
  await menu.click();
  await page.mouse.click(160, 620); // below it
  await until('the menu is closed', async () => (await page.locator('.panel').count()) === 0);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
});

test('space and arrows scroll the text from the first moment', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await openReader(page);
  await waitForReader(page);
  await page.keyboard.press('Space');
  await until('the text has scrolled', () => page.locator('.scroller').evaluate((element) => element.scrollTop > 300));
  await until('the controls step back', async () => (await page.locator('.reader').getAttribute('data-quiet')) === 'true');
  let at = 300;
  await until('the controls come back', async () => {
    await page.mouse.move(at++, 300);
    return (await page.locator('.reader').getAttribute('data-quiet')) === 'false';
  });
});

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
  await openReader(page);
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
  await openReader(page);
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
  await openReader(page);
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
  await openReader(page);
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
  await openReader(page);
  expect((await waitForReader(page)).title).toContain('river town');
  const paper = () => page.locator('.reader').evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(paper).toBe('rgb(250, 247, 241)');
});

test('looks are remembered, saving is said, and the site can be switched on', async () => {
  chromium.serve('other.test', '/a', article);
  const first = await chromium.newPage('http://news.test/a');
  await openReader(first);
  await first.getByRole('button', { name: 'Text and colours' }).click();
  await first.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await first.getByRole('button', { name: 'More' }).click();
  await first.getByRole('switch', { name: 'Always read news.test' }).click();
  await first.getByText('Articles of news.test now open in the reader.').waitFor();
  await first.keyboard.press('Escape'); // the menu
  await first.getByRole('button', { name: 'Save', exact: true }).click();
  await first.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await first.keyboard.press('Escape');
  await waitForNoReader(first);

  const second = await chromium.newPage('http://other.test/a');
  await openReader(second);
  await waitForReader(second);
  await expect.poll(() => second.locator('.reader').getAttribute('data-theme')).toBe('dark');
  await expect
    .poll(() => second.locator('.reader').evaluate((element) => getComputedStyle(element).backgroundColor))
    .toBe('rgb(30, 29, 27)');
});

test('where there is nothing to read, it says so and leaves the page as it is', async () => {
  const page = await chromium.newPage('http://news.test/empty');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  expect(await openReader(page, 'automatic')).toMatchObject({ ok: false });
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await openReader(page)).toMatchObject({ ok: false });
  await page.getByRole('button', { name: 'Read this page anyway' }).click();
  await page.getByRole('heading', { name: 'There is no text here to read' }).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('an update of the extension leaves the text readable, and says why it cannot be saved', async () => {
  const page = await chromium.newPage('http://news.test/a');
  await openReader(page);
  await waitForReader(page);
  const running = await chromium.worker();
  await running.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50));
  await until('the old extension is gone', async () => {
    await page.bringToFront();
    await page.keyboard.press('s');
    return (await page.locator('.save-button').getAttribute('aria-disabled')) === 'true' && (await page.locator('.status p').count()) > 0;
  });
  await page.getByText('Clean Copy was updated. Reload the page to save articles.').waitFor();
  await page.keyboard.press('+');
  await page.keyboard.press('a'); // words that were never asked for while there was an answer
  await page.getByRole('dialog', { name: 'Text and colours' }).waitFor();
  expect((await waitForReader(page)).title).toContain('river town');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
});
