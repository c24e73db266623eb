import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';
import { storyPage } from './stories';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox({ build: 'shipped' });
  for (const path of ['/news/one', '/news/two']) firefox.serve('site-a.test', path, storyPage(`Story at ${path}`));
});
afterAll(() => firefox.close());

interface Status {
  page: string;
  reading: boolean;
  savedId: string | null;
}

test('an article is recognised, read and saved', async () => {
  const page = await firefox.newPage(firefox.url('site-a.test', '/news/one'));
  const tabId = await firefox.tabId(page);
  const status = () => firefox.send('ui-bg:tab-status', { tabId }) as Promise<Status>;
  await until('it is recognised', async () => (await status()).page === 'article');
  expect(await firefox.send('ui-bg:open-reader', { tabId, anyway: false })).toEqual({ ok: true, value: null });
  await until('the reader is open', async () => (await status()).reading);
  expect(await firefox.send('ui-bg:save-tab', { tabId })).toMatchObject({ ok: true });
  expect((await status()).savedId).not.toBeNull();
  expect(Object.values(await firefox.storage())).toContainEqual(expect.objectContaining({ title: 'Story at /news/one' }));
  await page.close();
});

test('articles of a switched-on site open by themselves', async () => {
  expect(await firefox.send('ui-bg:set-always-read', { host: 'site-a.test', on: true, tabId: null })).toEqual({ ok: true, value: null });
  const page = await firefox.newPage(firefox.url('site-a.test', '/news/two'));
  const tabId = await firefox.tabId(page);
  await until('the reader is open', async () => ((await firefox.send('ui-bg:tab-status', { tabId })) as Status).reading);
  await until('the curtain is lifted', () => page.evaluate(() => getComputedStyle(document.documentElement).clipPath === 'none'));
  await page.close();
});
