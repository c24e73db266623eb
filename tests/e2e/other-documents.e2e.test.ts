import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';
import { storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser & {
  commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
};

let chromium: Chromium;
const host = 'files.test';

const pdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
  'trailer<</Root 1 0 R>>',
].join('\n');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** What a site may answer with that is no page of its own, what the reader says there (null: it cannot), and what the popup does. */
const files: readonly [kind: string, type: string, body: string | Uint8Array, said: RegExp | null, popup: RegExp][] = [
  ['text', 'text/plain', 'Only words. '.repeat(400), /cannot be read/, /something else/],
  ['JSON', 'application/json', '{"a":1}', /cannot be read/, /something else/],
  ['XML', 'application/xml', '<a><b>c</b></a>', null, /something else/],
  ['a feed', 'application/rss+xml', '<rss version="2.0"><channel><title>x</title></channel></rss>', /cannot be read/, /something else/],
  ['a drawing', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', null, /something else/],
  ['a picture', 'image/png', png, /cannot be read/, /something else/],
  ['a PDF', 'application/pdf', pdf, /cannot be read/, /something else/],
  ['nothing', 'text/html', '', /No article/, /not look like/],
  [
    'frames',
    'text/html',
    '<title>x</title><frameset cols="*,*"><frame src="/story"><frame src="/story"></frameset>',
    /No article/,
    /not look like/,
  ],
  ['a frame', 'text/html', '<title>x</title><iframe src="/story" style="position:fixed;inset:0"></iframe>', /No article/, /not look like/],
];

/** Addresses that are not of the web. */
const elsewhere: readonly [address: string, popup: RegExp][] = [
  [`view-source:http://${host}/story`, /belongs to the browser/],
  ['about:blank', /belongs to the browser/],
  ['chrome://version', /belongs to the browser/],
  ['data:text/html,<h1>Data</h1><p>Words.', /belongs to the browser/],
];

beforeAll(async () => {
  chromium = await startChromium({ build: 'shipped' });
  chromium.serve(host, '/story', storyPage('The ferry framed'));
  for (const [at, [, type, body]] of files.entries()) chromium.serve(host, `/${at}`, { body, headers: { 'content-type': type } });
});
afterAll(() => chromium.close());

/** What the button of the tab in front says, whose address may be hidden from us. */
const button = async () =>
  (await chromium.worker()).evaluate(async () => {
    const [{ id: tabId } = {}] = await chrome.tabs.query({ active: true });
    return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
  });
const pressKeys = async () =>
  (await chromium.worker()).evaluate(async () =>
    chrome.commands.onCommand.dispatch('toggle-reader', (await chrome.tabs.query({ active: true }))[0]),
  );
const refused = async () => {
  const { badge, title } = await button();
  return badge === '!' && /does not let/.test(title);
};
const message = (page: Page) => inReader(page, (root) => root.querySelector('dialog')?.textContent ?? '', null);

/** Opens an address, and notes what goes wrong in it. */
async function visit(address: string): Promise<{ page: Page; faults: string[] }> {
  const page = await chromium.context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && !line.text().includes('404') && faults.push(line.text()));
  await page.goto(address);
  return { page, faults };
}

async function popupSays(page: Page, words: RegExp): Promise<void> {
  const popup = await chromium.openPopup(page);
  await popup.getByText(words).waitFor();
  await popup.close();
}

/** The same tab goes to an article: nothing of what was said before is left, and it is read. */
async function readsNext(page: Page): Promise<void> {
  await page.goto(`http://${host}/story`);
  expect(await button()).toMatchObject({ badge: '' });
  await pressKeys();
  await waitForReader(page);
}

describe('what is no page of the web: nothing breaks, and it is said plainly, once', () => {
  test.each(files.map(([kind, , , ...words], at) => [kind, at, ...words] as const))('%s', async (_kind, at, said, words) => {
    const { page, faults } = await visit(`http://${host}/${at}`);
    await popupSays(page, words);
    await pressKeys();
    if (said) await until('the page says so', async () => said.test((await message(page)) ?? ''));
    else await until('the button says so', refused); // no dialog can be shown in it
    if (said) await clickInReader(page, 'button');
    await waitForNoReader(page);
    expect(await button()).toMatchObject({ badge: said ? '' : '!' });
    expect(faults).toEqual([]);
    await readsNext(page);
    await page.close();
  });

  test.each(elsewhere)('%s', async (address, words) => {
    const { page, faults } = await visit(address);
    await popupSays(page, words);
    await pressKeys();
    await until('the button says so', refused);
    expect(faults).toEqual([]);
    await readsNext(page);
    await page.close();
  });
});
