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
  // The button opens the reader here; the popup follows while the reader is open.
  await until('the button opens the reader', () => chromium.buttonOpensReader(page));
  await chromium.clickToolbarButton(page);
  await waitForReader(page);
  await until('the button opens the popup', async () => !(await chromium.buttonOpensReader(page)));
  const popup = await chromium.openPopup(page);
  await popup.getByRole('heading', { name: 'The ferry is late' }).waitFor();
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await popup.getByRole('link', { name: 'The ferry is late' }).waitFor();
  await popup.getByRole('button', { name: 'Saved', exact: true }).click();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await popup.getByRole('link', { name: 'The ferry is late' }).waitFor();
  await popup.getByRole('switch').click();
  await until('the site is kept', async () => Object.keys(await chromium.storage('sync')).includes(`site:${host}`));
  await popup.getByRole('switch', { checked: true }).click();
  await until('the site is gone', async () => !Object.keys(await chromium.storage('sync')).includes(`site:${host}`));
  await popup.getByRole('button', { name: 'Close reader' }).click();
  await waitForNoReader(page);
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
  await again.getByRole('switch').click();
  await waitForReader(page);
  await again.getByRole('button', { name: 'Close reader' }).waitFor();
  await again.getByRole('switch', { checked: true }).click();
  await page.close();
});

test('a popup that is closed at once has saved the article all the same', async () => {
  chromium.serve(host, '/news/tug', storyPage('The tug is early', { subject: 'tug' }));
  const page = await chromium.newPage(`http://${host}/news/tug`);
  await until('the article is recognised', async () => (await chromium.buttonTitle(page)).startsWith('Read this article'));
  const popup = (await chromium.clickToolbarButton(page)) as Page;
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await popup.close();
  await until('it is saved', async () => JSON.stringify(await chromium.storage()).includes('"title":"The tug is early"'));
  await page.close();
});

test('a row of the list is deleted and taken back', async () => {
  const page = await chromium.newPage(`http://${host}/`);
  const popup = await chromium.openPopup(page);
  const row = popup.getByRole('link', { name: 'The tug is early' });
  await popup.getByRole('button', { name: 'Remove “The tug is early”' }).click();
  await row.waitFor({ state: 'detached' });
  await popup.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  await page.close();
});

test('over a page of ours, or of the browser, it says why there is nothing to read', async () => {
  const library = await chromium.openExtensionPage('library.html');
  const popup = await chromium.openPopup(library);
  await popup.getByText('This page is part of Clean Copy.').waitFor();
  await popup.close();
  await library.goto('chrome://version');
  await (await chromium.openPopup(library)).getByText('This page belongs to the browser').waitFor();
});
