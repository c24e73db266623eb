import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payloads } from '../hostile/payloads';
import { extensionFolder } from './build-extension';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, until, waitForReader } from './reader-dom';
import { savedLibrary } from './seed-library';
import { storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
/** Everything that the browser asked of any network, its own extension's background included. */
let netLog: string;
let scratch: string;
/** The id that Chromium gives to an unpacked extension. */
const idOf = (folder: string) =>
  [...crypto.createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');
const host = 'site-a.test';
const names = [
  ...fs.readFileSync(path.resolve(import.meta.dirname, '../../utils/messages.ts'), 'utf8').matchAll(/^ {2}'((?:page|ui)-bg:[\w-]+)'/gm),
].map(([, name]) => name as string);

beforeAll(async () => {
  scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-strangers-')));
  netLog = path.join(scratch, 'net.json');
  const stranger = path.join(scratch, 'stranger');
  fs.mkdirSync(stranger);
  fs.writeFileSync(path.join(stranger, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Stranger', version: '1' }));
  fs.writeFileSync(path.join(stranger, 'page.html'), '<!doctype html><title>Stranger</title>');
  const folders = `${extensionFolder('chrome', 'shipped')},${stranger}`;
  chromium = await startChromium({
    build: 'shipped',
    args: [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`, `--log-net-log=${netLog}`],
  });
  await until('the first start is over', async () => Object.keys(await chromium.storage()).length > 0);
  chromium.serve(
    host,
    '/news/one',
    storyPage('The ferry one').replace('</h1>', '</h1><figure><img src="/boats.png" alt="Boats" width="800" height="500"></figure>'),
  );
  chromium.serve(host, '/boats.png', {
    body: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    headers: { 'content-type': 'image/png' },
  });
});
afterAll(async () => {
  await chromium?.close();
  fs.rmSync(scratch, { recursive: true, force: true });
});

const kept = async () => JSON.stringify([await chromium.storage(), await chromium.storage('sync'), await chromium.storage('session')]);
const tabs = () => chromium.context.pages().length;

test('another extension gets no answer, to no message and on no port', async () => {
  expect(names.length).toBeGreaterThan(30);
  const before = await kept();
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${idOf(path.join(scratch, 'stranger'))}/page.html`);
  const open = tabs();
  const heard = await page.evaluate(
    async ([id, names]) => {
      const tell = (message: unknown) => chrome.runtime.sendMessage(id, message).then(JSON.stringify, (error: Error) => error.message);
      const answers = await Promise.all([
        ...names.map((name) => tell({ name, sent: { url: 'https://bank.test/', on: true, id: null } })),
        tell(null),
        tell('x'),
      ]);
      const port = chrome.runtime.connect(id, { name: 'x' });
      const end = await new Promise((resolve) => port.onDisconnect.addListener(() => resolve('disconnected')));
      return [...new Set([...answers, end])];
    },
    [chromium.extensionId, names] as const,
  );
  expect(heard).toEqual(['Could not establish connection. Receiving end does not exist.', 'disconnected']);
  expect(await kept()).toBe(before);
  expect(tabs()).toBe(open);
  // Nor can it show a page of ours in its own, or load a file.
  expect(
    await page.evaluate(async (id) => {
      const files = ['library.html', 'options.html', 'popup.html', 'reader.js', 'detector.js', 'manifest.json', 'icon/article-16.png'];
      return Promise.all(
        files.map((file) =>
          fetch(`chrome-extension://${id}/${file}`).then(
            () => file,
            () => 'refused',
          ),
        ),
      );
    }, chromium.extensionId),
  ).toEqual(Array.from({ length: 7 }, () => 'refused'));
  await page.close();
});

test('a page that speaks to us in every way there is changes nothing, and cannot tell that we are here', async () => {
  const page = await chromium.newPage(`http://${host}/news/one`);
  await until('it was looked at', () => chromium.buttonOpensReader(page));
  const before = await kept();
  const open = tabs();
  const seen = await page.evaluate(
    async ([id, names]) => {
      const messages = names.flatMap((name) => [
        { name, sent: {} },
        { name, sent: { url: location.href, on: true, id: null } },
        { type: name },
        name,
      ]);
      for (const message of messages) {
        window.postMessage(message, '*');
        for (const target of [window, document, document.documentElement])
          target.dispatchEvent(new CustomEvent(typeof message === 'string' ? message : 'message', { detail: message }));
        new BroadcastChannel('clean-copy').postMessage(message);
      }
      for (const key of ['r', 's', 'a'])
        document.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true }));
      const files = [
        'library.html',
        'reader.js',
        'detector.js',
        'manifest.json',
        'icon/article-16.png',
        '_locales/en/messages.json',
        'content-scripts/reader.css',
      ];
      const loaded = await Promise.all(
        files.flatMap((file) => [
          fetch(`chrome-extension://${id}/${file}`).then(
            () => file,
            () => '',
          ),
          new Promise<string>((resolve) => {
            const image = new Image();
            image.onload = () => resolve(file);
            image.onerror = () => resolve('');
            image.src = `chrome-extension://${id}/${file}`;
          }),
        ]),
      );
      return {
        loaded: loaded.filter(Boolean),
        globals: Object.getOwnPropertyNames(window).filter((name) => /clean.?copy|wxt/i.test(name)),
        attributes: [...document.querySelectorAll('*')]
          .flatMap((element) => element.getAttributeNames())
          .filter((name) => /clean|wxt|data-cc/.test(name)),
        children: document.documentElement.children.length,
        sheets: document.adoptedStyleSheets.length,
        runtime: typeof (window as unknown as { chrome?: { runtime?: unknown } }).chrome?.runtime,
      };
    },
    [chromium.extensionId, names] as const,
  );
  expect(seen).toEqual({ loaded: [], globals: [], attributes: [], children: 2, sheets: 0, runtime: 'undefined' });
  expect(await kept()).toBe(before);
  expect(tabs()).toBe(open);
  expect(await inReader(page, () => true, null)).toBeUndefined();
  await page.close();
});

/** Every payload in a page that is itself kept from running them. */
const every = Object.values(payloads).flat();
const calm = (page: Page) => page.evaluate(() => new Promise((settle) => setTimeout(settle, 200)));

test('a hostile article in the library, with the policy behind it switched off: nothing runs, nothing is asked of the web', async () => {
  const worker = await chromium.worker();
  const { items, ids } = savedLibrary(1);
  const id = ids[0] as string;
  // As no way of ours would store it: not sanitised.
  const [bodyKey = '', body] = Object.entries(items).find(([key]) => key.startsWith('body:')) ?? [];
  const article = JSON.parse((body as { json: string }).json);
  article.contentHtml = every.map((markup) => `<p>Before.</p>${markup}`).join('\n');
  const json = JSON.stringify(article);
  Object.assign(items[bodyKey] as object, { json });
  Object.assign(items[`meta:${id}`] as object, { length: json.length, hash: crypto.createHash('sha256').update(json).digest('hex') });
  await worker.evaluate(async (items) => chrome.storage.local.set(items), items);
  const page = await chromium.context.newPage();
  const cdp = await chromium.context.newCDPSession(page);
  await cdp.send('Page.enable');
  await cdp.send('Page.setBypassCSP', { enabled: true });
  const asked = chromium.server.requests.length;
  await page.goto(`chrome-extension://${chromium.extensionId}/library.html`);
  await page.locator('.row-title').first().click();
  await page.locator('article').getByText('Before.').first().waitFor();
  await page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
    for (const element of all(document))
      for (const type of ['mouseover', 'pointerenter', 'focus', 'toggle', 'error']) element.dispatchEvent(new Event(type));
  });
  await calm(page);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  expect(page.url()).toMatch(/^chrome-extension:.*library\.html/);
  expect(chromium.server.requests.slice(asked)).toEqual([]);
  await page.close();
  await worker.evaluate(async (keys) => chrome.storage.local.remove(keys), Object.keys(items));
});

test('over a whole session, nothing is asked of any network that the user did not ask for', async () => {
  const from = chromium.server.requests.length;
  const asked = () => chromium.server.requests.slice(from).filter((request) => !request.endsWith('/favicon.ico'));
  const page = await chromium.newPage(`http://${host}/news/one`);
  await until('it was looked at', () => chromium.buttonOpensReader(page));
  expect(asked()).toEqual([`${host}/news/one`, `${host}/boats.png`]);
  await chromium.clickToolbarButton(page);
  await waitForReader(page);
  await calm(page);
  const read = asked();
  expect([...new Set(read)]).toEqual([`${host}/news/one`, `${host}/boats.png`]); // the picture, as the page shows it
  await clickInReader(page, '.save-button');
  await until('its picture is kept', async () => asked().length > read.length);
  expect(asked().slice(read.length)).toEqual([`${host}/boats.png`]); // once more, to be kept
  await page.close();
  const saved = asked().length;
  const library = await chromium.openExtensionPage('library.html');
  await library.locator('.row-title').click();
  await library.locator('h1').getByText('The ferry one').waitFor();
  await calm(library);
  const options = await chromium.openExtensionPage('options.html');
  const waiting = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export all', exact: true }).click();
  await (await waiting).path();
  expect(asked().slice(saved)).toEqual([]);
  await Promise.all([library.close(), options.close()]);

  await chromium.context.close(); // the log is whole once the browser has ended
  const log = fs.readFileSync(netLog, 'utf8');
  const addresses = [...log.matchAll(/"url":"(https?:\/\/[^"]+)"/g)].map(([, address]) => new URL(address as string).host);
  expect(addresses.length).toBeGreaterThan(3);
  const browsersOwn = /(^|\.)(google|googleapis|gvt1)\.com$/;
  expect([...new Set(addresses)].filter((name) => !browsersOwn.test(name) && ![host, 'evil.test', 'news.test'].includes(name))).toEqual([]);
});
