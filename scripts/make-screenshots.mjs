// @ts-check
// Takes the README's pictures of the bundled article: `npm run build && node scripts/make-screenshots.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import { openReader, visit } from './reader-browser.mjs';
import { bundledArticle, root, setUp } from './set-up.mjs';

const out = path.join(root, 'tests/screenshots');
fs.mkdirSync(out, { recursive: true });
const { chromium } = setUp({ forTests: false });
const { context, page, close } = await visit(chromium, bundledArticle, true);
const shoot = (/** @type {string} */ name) => page.screenshot({ path: path.join(out, `${name}.jpg`), type: 'jpeg', quality: 85 });

await page.waitForLoadState('load');
await shoot('page');
await openReader(page);
await page.mouse.move(640, 600);
await page.waitForTimeout(600); // what appears has come to rest
await shoot('reader-light');
await page.emulateMedia({ colorScheme: 'dark' });
await page.waitForTimeout(600);
for (let step = 0; step < 3; step++) await page.mouse.wheel(0, 600);
await page.waitForTimeout(1500);
await shoot('reader-dark');

// The extension's pages: the popup over the open reader, and the library with what was saved there.
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const own = (/** @type {string} */ file) => `chrome-extension://${new URL(worker.url()).host}/${file}`;
await page.emulateMedia({ colorScheme: 'light' });
await page.keyboard.press('s');
await page.waitForTimeout(800);
const library = await context.newPage();
await library.setViewportSize({ width: 1000, height: 420 });
await library.goto(own('library.html'));
await library.waitForTimeout(600);
await library.screenshot({ path: path.join(out, 'library.jpg'), type: 'jpeg', quality: 85 });
await close();
