import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { payloads } from '../hostile/payloads';
import { contentWorld } from './content-world';
import { type Chromium, startChromium } from './harness';
import { arm, hostilePage, provoke } from './hostile-scene';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';

let chromium: Chromium;
const families = Object.entries(payloads);
const host = 'attack.test';

beforeAll(async () => {
  chromium = await startChromium({ build: 'shipped' });
  // Where a payload goes to by itself, it stays: such an answer is no new page.
  for (const path of ['/', '/r', '/p', '/f']) chromium.serve('evil.test', path, { body: '', status: 204 });
});
afterAll(() => chromium.close());

const ranIn = (page: Page) => page.evaluate(() => Reflect.get(window, 'ran') as unknown);

/** The ways a user opens the reader. */
const ways: readonly ((page: Page) => Promise<unknown>)[] = [
  (page) => chromium.clickToolbarButton(page),
  (page) => chromium.runCommand('toggle-reader', page),
  (page) => chromium.chooseMenu('read-page', page),
];

describe('an article full of payloads, read over its page, saved, and read in the library', () => {
  test.each(families.map(([family, list], at) => [family, list, ways[at % ways.length]] as const))('%s', async (family, list, open) => {
    const path = `/news/${family}`;
    chromium.serve(host, path, hostilePage(list));
    const page = await chromium.context.newPage();
    const world = contentWorld(chromium, page);
    const surprises: string[] = [];
    page.on('dialog', (dialog) => {
      surprises.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`http://${host}${path}`, { waitUntil: 'networkidle' });
    await until('it was found to be an article', () => chromium.buttonOpensReader(page));
    page.on('framenavigated', (frame) => surprises.push(`${frame.url()}`));
    page.on('pageerror', (error) => surprises.push(String(error)));
    chromium.context.on('page', (other) => surprises.push(other.url()));
    await page.evaluate(() => document.documentElement.querySelector<HTMLElement>(':focus')?.blur()); // closing the reader gives the focus back
    await page.evaluate(arm);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const own = new Set(chromium.server.requests);
    const from = chromium.server.requests.length;

    await open?.(page);
    const { title, text } = await waitForReader(page);
    expect(title).toBe('The ferry attacked');
    for (const at of list.keys()) expect(text).toContain(`Part ${at} ends.`);
    expect(await inReader(page, provoke, null)).toEqual([]);
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 4000);
    expect(await (await world)('globalThis.ran')).toBeUndefined();

    await clickInReader(page, '.save-button');
    await until('it is saved', async () => Object.keys(await chromium.storage()).some((key) => key.startsWith('meta:')));
    await page.keyboard.press('Escape');
    await waitForNoReader(page);
    expect(await ranIn(page)).toEqual([]);
    expect(surprises).toEqual([]);
    expect(chromium.server.requests.slice(from).filter((request) => !own.has(request))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });

  test('put unsanitised into a page of ours, its policy alone lets none run or ask for anything', async () => {
    const library = await chromium.openExtensionPage('library.html');
    const from = chromium.server.requests.length;
    await library.evaluate(
      (list) => {
        const boxes = list.map(() => document.body.appendChild(document.createElement('div')));
        for (const markup of list) boxes.pop()?.setHTMLUnsafe(markup);
      },
      families.flatMap(([, list]) => list.filter((markup) => !markup.includes('refresh'))),
    ); // which leads away and is no request of the page
    await library.evaluate(() => new Promise((settle) => setTimeout(settle, 300)));
    expect(await library.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
    expect(chromium.server.requests.slice(from)).toEqual([]);
    await library.close();
  });

  test('saved, they run nothing in the library and ask nothing of the web', async () => {
    const library = await chromium.openExtensionPage('library.html');
    const surprises: string[] = [];
    library.on('dialog', (dialog) => surprises.push(dialog.message()));
    library.on('pageerror', (error) => surprises.push(String(error)));
    const rows = library.locator('.row-title');
    await expect.poll(() => rows.count()).toBe(families.length);
    const from = chromium.server.requests.length;
    for (let at = 0; at < families.length; at++) {
      await rows.nth(at).click();
      await library.getByText('Part 0 begins').waitFor();
      expect(await library.locator('article').evaluate(provoke)).toEqual([]);
      expect(await library.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
      await library.goBack();
    }
    expect(surprises).toEqual([]);
    expect(chromium.server.requests.slice(from)).toEqual([]);
    await library.close();
  });
});
