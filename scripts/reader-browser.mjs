// @ts-check
// Opens an address or a file in a Chromium with the built extension, in the reader. Used by `npm start` and for the README's pictures.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { quietChromium } from './find-browser.mjs';
import { inReader } from './in-reader.mjs';
import { bundledArticle, root } from './set-up.mjs';

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

/** @param {number} milliseconds */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Starts the browser with a fresh profile and goes there.
 *
 * @param {string} executablePath of a Chromium
 * @param {string} wanted an http(s) address, or the path of an HTML file, which is served under a made-up host
 * @param {boolean} headless
 * @throws where the address cannot be opened
 */
export async function visit(executablePath, wanted, headless) {
  const folder = path.join(root, '.output/chrome-mv3');
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-'));
  const file = path.resolve(wanted);
  const site = /^https?:\/\//.test(wanted) ? undefined : await serveFile(file);
  const host = file === bundledArticle ? 'tidewater-courier.test' : 'local-file.test';
  const address = site ? `http://${host}/2026/09/${path.basename(path.dirname(file))}/` : wanted;
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
  const page = context.pages()[0] ?? (await context.newPage());

  /** Gives back what was taken; the browser may be closed already. */
  const close = async () => {
    await context.close();
    site?.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    await close();
    throw new Error(`${address} could not be opened`, { cause: error });
  }
  return { context, page, address, close };
}

/**
 * Opens the reader as a click on the toolbar button does.
 *
 * @param {import('playwright').Page} page the one in front
 * @returns {Promise<boolean>} whether it came: within 8 seconds or not at all
 */
export async function openReader(page) {
  const context = page.context();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  for (let tries = 0; tries < 40; tries++) {
    if (await inReader(page, (reader) => reader.querySelector('h1') !== null, null)) return true;
    // Once the tab is known to show an article its button has no popup, and a click opens the reader.
    await worker.evaluate(async () => {
      const { action, tabs } = /** @type {any} */ (globalThis).chrome;
      const [tab] = await tabs.query({ active: true });
      if (tab && !(await action.getPopup({ tabId: tab.id })).endsWith('.html')) action.onClicked.dispatch(tab);
    });
    await wait(200);
  }
  return false;
}
