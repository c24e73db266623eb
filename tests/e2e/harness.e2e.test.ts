import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until } from './reader-dom';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium({ build: 'shipped' });
});
afterAll(() => chromium.close());

test('the extension is loaded, and made-up hosts lead to the local server', async () => {
  chromium.serve('site-a.test', '/', '<title>A</title>');
  chromium.serve('site-b.test', '/slow', { body: '<title>B</title><p>one', more: [{ after: 300, body: '<p>two' }] });
  const page = await chromium.newPage('http://site-a.test/');
  expect(await page.title()).toBe('A');
  await page.goto('http://site-b.test/slow');
  expect(await page.locator('p').allInnerTexts()).toEqual(['one', 'two']);
  expect(await chromium.tabId(page)).toBeGreaterThan(0);
});

test('a stopped service worker is woken', async () => {
  await chromium.stopWorker();
  expect(await (await chromium.worker()).evaluate(() => 'awake')).toBe('awake');
  expect(await chromium.storage()).toBeTypeOf('object');
});

test('offline means offline', async () => {
  const page = await chromium.newPage();
  await chromium.goOffline();
  await expect(page.goto('http://site-a.test/')).rejects.toThrow();
  await chromium.goOffline(false);
  await until('the site is there again', () =>
    page.goto('http://site-a.test/').then(
      () => true,
      () => false,
    ),
  );
});
