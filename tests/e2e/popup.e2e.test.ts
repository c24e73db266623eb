import type { Page } from 'playwright';
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

test('a saved article is found, and opens in the library', async () => {
  const page = await chromium.newPage(`http://${host}/`);
  const popup = await chromium.openPopup(page);
  await popup.getByText('This page does not look like an article.').waitFor();
  await popup.getByRole('button', { name: 'Read this page anyway' }).waitFor();
  await popup.getByRole('searchbox').fill('zeppelin');
  await popup.getByRole('link', { name: 'The ferry is late' }).waitFor({ state: 'detached' });
  await popup.getByRole('searchbox').fill('ferry');
  const opened = chromium.context.waitForEvent('page');
  await popup.getByRole('link', { name: 'The ferry is late' }).click();
  const library = await opened;
  await library.getByRole('heading', { name: 'The ferry is late' }).waitFor();
  expect(library.url()).toMatch(/library\.html\?id=[0-9a-f]{32}$/);
});

test('a page that is no article is read anyway', async () => {
  const found = Array.from(
    { length: 12 },
    (_, index) => `<li><a href="/news/${index}">The ferry was late again on day ${index} of the strike</a></li>`,
  );
  chromium.serve(host, '/search', `<!doctype html><title>Search results</title><h1>Search results</h1><ul>${found.join('')}</ul>`);
  const page = await chromium.newPage(`http://${host}/search?q=ferry`);
  const popup = await chromium.openPopup(page);
  await popup.getByRole('button', { name: 'Read this page anyway' }).click();
  expect((await waitForReader(page)).text).toContain('late again on day 3');
  await chromium.runCommand('save-article', page);
  await until('what is read anyway is saved', async () => JSON.stringify(await chromium.storage()).includes('"title":"Search results"'));
  await page.close();
});

test('with the button set to open the popup, the popup reads, and switching the site on reads the article in front', async () => {
  const options = await chromium.openExtensionPage('options.html');
  await options.getByRole('radio', { name: 'Open the popup' }).check();
  await options.close();
  const page = await chromium.newPage(`http://${host}/news/ferry`);
  await until('the button opens the popup on an article', async () => {
    const titles = await chromium.buttonTitle(page);
    return titles.startsWith('Read this article') && !(await chromium.buttonOpensReader(page));
  });
  const popup = (await chromium.clickToolbarButton(page)) as Page;
  await popup.getByRole('button', { name: 'Read', exact: true }).click();
  await waitForReader(page);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);

  const again = await chromium.openPopup(page);
  await again.getByRole('switch').check();
  await waitForReader(page);
  await again.getByRole('button', { name: 'Close reader' }).waitFor();
  await again.getByRole('switch').uncheck();
  await page.close();
});
