import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './harness-firefox';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox();
});
afterAll(() => firefox.close());

test('the extension is loaded, and made-up hosts lead to the local server', async () => {
  firefox.serve('site-a.test', '/', '<title>A</title>');
  const page = await firefox.newPage(firefox.url('site-a.test', '/'));
  expect(await page.title()).toBe('A');
  expect(await firefox.tabId(page)).toBeGreaterThan(0);
  expect(await firefox.storage()).toBeTypeOf('object');
});
