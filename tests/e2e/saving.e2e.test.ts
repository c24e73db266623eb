import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForReader } from './reader-dom';
import { storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
let chromium: Chromium;

beforeAll(async () => {
  chromium = await startChromium();
  for (let index = 0; index < 20; index++) chromium.serve(host, `/news/${index}`, storyPage(`Story ${index}`));
});
afterAll(() => chromium.close());

interface Stored {
  title: string;
  url: string;
  id: string;
  text: { rev: string; length: number };
}

/** The saved articles whose body is there and whole. */
async function wholeArticles(): Promise<Stored[]> {
  const items = await chromium.storage();
  const metas = Object.entries(items).flatMap(([key, value]) => (key.startsWith('meta:') ? [value as Stored] : []));
  return metas.filter(({ id, text }) => (items[`body:${id}:${text.rev}`] as { json: string } | undefined)?.json.length === text.length);
}

test('twenty saves at once from twenty tabs: none is lost', async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, (_, index) => chromium.newPage(`http://${host}/news/${index}`)));
  for (const page of pages) await chromium.tabId(page);
  await Promise.all(pages.map((page) => chromium.runCommand('save-article', page)));
  await until('all twenty are saved', async () => (await wholeArticles()).length === 20, 30_000);
  expect((await wholeArticles()).map(({ url }) => url).sort()).toEqual(pages.map((page) => page.url()).sort());
  for (const page of pages) await page.close();
});

test('saving the same page again updates it', async () => {
  chromium.serve(host, '/news/0', storyPage('Story 0, corrected'));
  const page = await chromium.newPage(`http://${host}/news/0?utm_source=mail`);
  await chromium.chooseMenu('save', page);
  await until('the new state is saved', async () => (await wholeArticles()).some(({ title }) => title === 'Story 0, corrected'));
  expect(await wholeArticles()).toHaveLength(20);
  expect(Object.keys(await chromium.storage()).filter((key) => key.startsWith('body:'))).toHaveLength(20);
  await page.close();
});

test('the worker may be stopped in the middle of saves: nothing is half saved, and saving again works', async () => {
  for (let round = 0; round < 6; round++) {
    chromium.serve(host, `/stopped/${round}`, storyPage(`Stopped ${round}`));
    const page = await chromium.newPage(`http://${host}/stopped/${round}`);
    await chromium.runCommand('save-article', page);
    await page.waitForTimeout(round * 15);
    await chromium.stopWorker();
    const metas = Object.keys(await chromium.storage()).filter((key) => key.startsWith('meta:'));
    expect(await wholeArticles()).toHaveLength(metas.length);
    await chromium.runCommand('save-article', page);
    await until('it is saved', async () => (await wholeArticles()).some(({ title }) => title === `Stopped ${round}`));
    await page.close();
  }
});

test('a page that lets no script in is said to be unavailable', async () => {
  const page = await chromium.openExtensionPage('popup.html');
  const reply = await page.evaluate(async () => {
    const tab = await chrome.tabs.getCurrent();
    return chrome.runtime.sendMessage({ name: 'ui-bg:save-tab', sent: { tabId: tab?.id ?? 0 } });
  });
  expect(reply).toEqual({ value: { ok: false, reason: 'unavailable' } });
  await page.close();
});

test('delete and undo', async () => {
  const page = await chromium.openExtensionPage('library.html');
  const [first] = await wholeArticles();
  const ask = (name: string) =>
    page.evaluate(([name, id]) => chrome.runtime.sendMessage({ name, sent: { ids: [id] } }), [name, first?.id] as const);
  expect(await ask('ui-bg:delete-articles')).toEqual({ value: { done: [first?.id], left: [] } });
  expect((await wholeArticles()).some(({ id }) => id === first?.id)).toBe(false);
  expect(await ask('ui-bg:restore-articles')).toEqual({ value: { done: [first?.id], left: [] } });
  expect((await wholeArticles()).some(({ id }) => id === first?.id)).toBe(true);
  await page.close();
});

test('what the reader saves is found again without the network', async () => {
  chromium.serve('site-b.test', '/a', storyPage('Kept for the train'));
  const page = await chromium.newPage('http://site-b.test/a');
  await chromium.runCommand('toggle-reader', page);
  const { title } = await waitForReader(page);
  expect(title).toBe('Kept for the train');
  await chromium.runCommand('save-article', page);
  const saved = await until('it is saved', async () => (await wholeArticles()).find(({ url }) => url === 'http://site-b.test/a'));
  await page.close();

  await chromium.goOffline();
  const library = await chromium.openExtensionPage(`library.html?id=${saved.id}`);
  await library.getByText('nobody on the quay thought that anything had changed').first().waitFor();
  expect(await library.getByRole('heading', { name: 'Kept for the train' }).count()).toBe(1);
  await library.close();
  await chromium.goOffline(false);
});
