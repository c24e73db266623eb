import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { plainPage, storyPage } from './stories';

const host = 'site-a.test';
let chromium: Chromium;

beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve(host, '/news/ferry', storyPage('The ferry is late'));
  chromium.serve(host, '/', plainPage('The Harbour'));
});
afterAll(() => chromium.close());

test('on an article: save, remove, take back, and always read', async () => {
  const page = await chromium.newPage(`http://${host}/news/ferry`);
  const popup = await chromium.openPopup(page).catch(async () => {
    // The button opens the reader here; the popup follows while the reader is open.
    await chromium.clickToolbarButton(page);
    await waitForReader(page);
    return chromium.openPopup(page);
  });
  await popup.getByRole('heading', { name: 'The ferry is late' }).waitFor();
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await popup.getByRole('link', { name: 'The ferry is late' }).waitFor();
  await popup.getByRole('button', { name: 'Saved', exact: true }).click();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await popup.getByRole('link', { name: 'The ferry is late' }).waitFor();
  await popup.getByRole('switch').check();
  await until('the site is kept', async () => Object.keys(await chromium.storage('sync')).includes(`site:${host}`));
  await popup.getByRole('switch').uncheck();
  await until('the site is gone', async () => !Object.keys(await chromium.storage('sync')).includes(`site:${host}`));
  if (await popup.getByRole('button', { name: 'Close reader' }).isVisible()) {
    await popup.getByRole('button', { name: 'Close reader' }).click();
    await waitForNoReader(page);
  }
});

test('a saved article opens in the library', async () => {
  const page = await chromium.newPage(`http://${host}/`);
  const popup = await chromium.openPopup(page);
  await popup.getByText('This page does not look like an article.').waitFor();
  await popup.getByRole('button', { name: 'Read this page anyway' }).waitFor();
  const opened = chromium.context.waitForEvent('page');
  await popup.getByRole('link', { name: 'The ferry is late' }).click();
  const library = await opened;
  await library.getByRole('heading', { name: 'The ferry is late' }).waitFor();
  expect(library.url()).toMatch(/library\.html\?id=[0-9a-f]{32}$/);
});
