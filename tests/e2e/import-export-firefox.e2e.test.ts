import { strToU8, zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';

/** The extension's own interfaces, as `Page.evaluate` finds them in a page of the extension. */
declare const browser: typeof import('wxt/browser').browser;

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await startFirefox({ build: 'shipped' });
  page = await firefox.openExtensionPage('options.html');
});
afterAll(() => firefox.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Puts a file into the field for one, as choosing it would. */
const choose = (name: string, content: string) =>
  page.evaluate(
    (fileName, encoded) => {
      const input = document.querySelector<HTMLInputElement>('input[accept*=".zip"]');
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0))], fileName));
      if (!input) throw new Error('There is no field for a file');
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    content,
  );

const press = (words: string) =>
  until(`the button "${words}" is pressed`, () =>
    page.evaluate((text) => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text);
      button?.click();
      return button !== undefined;
    }, words),
  );
const shows = (words: string) => until(`"${words}" is shown`, () => page.evaluate((text) => document.body.innerText.includes(text), words));
const titles = async () =>
  Object.entries(await firefox.storage())
    .flatMap(([key, meta]) => (key.startsWith('meta:') ? [(meta as { title: string }).title] : []))
    .sort();

test('a Pocket export comes in, leaves as a backup, and the backup brings it back', async () => {
  const csv =
    'title,url,time_added,tags,status\nÉlan,https://news.test/a,1700000000,sea|deep,unread\nB,https://news.test/b,1600000000,,archive\n';
  await shows('Bring articles in');
  await choose('pocket.zip', base64(zipSync({ 'part_000000.csv': strToU8(csv) })));
  await press('Import 2 articles');
  await shows('2 articles imported');
  expect(await titles()).toEqual(['B', 'Élan']);

  await page.evaluate(() => {
    // What would be downloaded is kept for the test; everything before it is as it ships.
    const { createObjectURL } = URL;
    URL.createObjectURL = (file) => {
      (file as Blob).arrayBuffer().then((buffer) => {
        document.documentElement.dataset.downloaded = btoa(String.fromCharCode(...new Uint8Array(buffer)));
      });
      return createObjectURL(file);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await press('Back up everything');
  await shows('A backup of 2 articles was written');
  const backup = await until('the file is there', () => page.evaluate(() => document.documentElement.dataset.downloaded));
  expect(Buffer.from(backup, 'base64').subarray(0, 2).toString()).toBe('PK');

  await page.evaluate(() => browser.storage.local.clear());
  expect(await titles()).toEqual([]);
  await press('Close');
  await choose('backup.zip', backup);
  await shows('A Clean Copy backup');
  await press('Import 2 articles');
  await shows('2 articles imported');
  expect(await titles()).toEqual(['B', 'Élan']);
  await press('Undo this import');
  await shows('Undone. 2 articles are gone again.');
  expect(await titles()).toEqual([]);
});
