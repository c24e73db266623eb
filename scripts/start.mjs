// @ts-check
// `npm start [-- <address or file>]`: sets everything up, builds, and opens a browser with the article in the reader.
// With no display it leaves a picture and the article's text in `.start/` instead.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { quietChromium } from './find-browser.mjs';
import { inReader } from './in-reader.mjs';
import { giveUp, root, say, setUp, wxt } from './set-up.mjs';

const bundled = path.join(root, 'tests/fixtures/bundled-article/page.html');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.css': 'text/css',
};

/**
 * Serves one HTML file at an address like an article's, and the files beside it.
 *
 * @param {string} file
 * @returns {Promise<{ port: number, close: () => void }>}
 */
async function serveFile(file) {
  const server = http.createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://x').pathname);
    const wanted = path.extname(name) ? path.join(path.dirname(file), name) : file;
    const type = types[/** @type {keyof typeof types} */ (path.extname(wanted))] ?? 'text/html; charset=utf-8';
    fs.readFile(wanted, (error, content) =>
      error ? response.writeHead(404).end() : response.writeHead(200, { 'content-type': type }).end(content),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { port: address.port, close: () => server.close() };
}

/** @param {ShadowRoot} reader @returns {string} the article as it is seen, in lines */
function visibleText(reader) {
  const article = /** @type {HTMLElement} */ (reader.querySelector('article') ?? reader.querySelector('main'));
  // biome-ignore lint/performance/useDomNodeTextContent: only this has the lines
  return article.innerText;
}

/** @param {number} milliseconds */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const { chromium: executablePath } = setUp({ firefox: false });
const wanted = process.argv[2] ?? bundled;
const isAddress = /^https?:\/\//.test(wanted);
const file = path.resolve(wanted);
if (!isAddress && !fs.existsSync(file)) giveUp(`There is no file ${file}. Give an http(s) address or the path of an HTML file.`);
wxt('build');

const { chromium } = await import('playwright');
const folder = path.join(root, '.output/chrome-mv3');
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-'));
const site = isAddress ? undefined : await serveFile(file);
const host = file === bundled ? 'tidewater-courier.test' : 'local-file.test';
const address = isAddress ? wanted : `http://${host}/2026/11/${path.basename(path.dirname(file))}/`;
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless,
  viewport: headless ? { width: 1280, height: 900 } : null,
  ignoreDefaultArgs: ['--disable-extensions', '--headless', '--enable-automation'],
  args: [
    ...(headless ? ['--headless=new', ...quietChromium] : ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]),
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    ...(site ? [`--host-resolver-rules=MAP *.test 127.0.0.1:${site.port}`] : []),
  ],
});

/** Opens the reader as a click on the toolbar button does. @returns {Promise<boolean>} whether it came */
async function openReader() {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  for (let tries = 0; tries < 40; tries++) {
    if (await inReader(page, (reader) => reader.querySelector('h1') !== null, null)) return true;
    // Once the tab is known to show an article its button has no popup, and a click opens the reader.
    await worker.evaluate(async () => {
      const { action, tabs } = /** @type {any} */ (globalThis).chrome;
      const [tab] = await tabs.query({ active: true });
      if (tab && (await action.getPopup({ tabId: tab.id })) === '') action.onClicked.dispatch(tab);
    });
    await wait(200);
  }
  return false;
}

const page = context.pages()[0] ?? (await context.newPage());
await page.goto(address, { waitUntil: 'domcontentloaded' }).catch((error) => giveUp(`${address} could not be opened: ${error.message}`));
const open = await openReader();

if (headless) {
  const out = path.join(root, '.start');
  fs.mkdirSync(out, { recursive: true });
  await page.screenshot({ path: path.join(out, 'reader.png') });
  const text = await inReader(page, visibleText, null);
  fs.writeFileSync(path.join(out, 'article.txt'), text ?? '');
  say('There is no display here. The picture of the page is .start/reader.png, the text of the article .start/article.txt.');
  await context.close();
} else {
  say(open ? 'The reader is open. Close the browser to end.' : 'Close the browser to end.');
  await new Promise((resolve) => context.on('close', () => resolve(null)));
}
site?.close();
fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
if (!open) giveUp(`Clean Copy sees no article at ${address}; its popup offers to read the page anyway.`);
say('Done.');
process.exit(0);
