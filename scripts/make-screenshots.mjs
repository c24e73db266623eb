// @ts-check
// Takes the README's pictures and the stores', of the bundled article: `npm run build && node scripts/make-screenshots.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import { openReader, visit } from './reader-browser.mjs';
import { shelfFile } from './release/shelf.mjs';
import { bundledArticle, root, setUp } from './set-up.mjs';

const out = path.join(root, 'tests/screenshots');
fs.mkdirSync(path.join(out, 'store'), { recursive: true });
const { chromium } = setUp({ forTests: false });
const { context, page, close } = await visit(chromium, bundledArticle, true);
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
/** @param {string} file */
const own = (file) => `chrome-extension://${new URL(worker.url()).host}/${file}`;

/** What appears has come to rest, and what steps back has done so. */
const rest = 1500;
/** The size that the Chrome Web Store asks for. */
const store = { width: 1280, height: 800 };

/** @param {import('playwright').Page} of @param {string} name @param {{ width: number, height: number }} size */
async function shoot(of, name, size) {
  await of.setViewportSize(size);
  await of.waitForTimeout(rest);
  await of.screenshot({ path: path.join(out, `${name}.jpg`), type: 'jpeg', quality: 85 });
}
const readme = { width: 1280, height: 900 };

// The page, and the reader over it.
await page.waitForLoadState('load');
await shoot(page, 'page', readme);
await shoot(page, 'store/1-page', store);
await openReader(page);
await page.mouse.move(640, 600);
await shoot(page, 'reader-light', readme);
await shoot(page, 'store/2-reader', store);
await page.keyboard.press('s');

// The library, with what was saved there and what an import brought.
const options = await context.newPage();
await options.goto(own('options.html'));
await options
  .locator('input[accept*=".zip"]')
  .setInputFiles({ name: 'wallabag.json', mimeType: 'application/json', buffer: Buffer.from(shelfFile()) });
await options.getByRole('button', { name: /^Import \d+ articles/ }).click();
await options.getByText(/articles imported/).waitFor();
await options.close();
const library = await context.newPage();
await library.goto(own('library.html'));
await shoot(library, 'library', { width: 1000, height: 560 });
await shoot(library, 'store/4-library', store);

// Last, since the extension's own pages go by the reader's colours.
await page.bringToFront();
await page.keyboard.press('t');
await page.keyboard.press('t'); // light, then sepia
await page.keyboard.press('a');
await page.waitForTimeout(5000); // what the keys said at the foot is gone
await shoot(page, 'store/3-looks', store);
await page.keyboard.press('Escape');
await page.keyboard.press('t'); // dark
for (let step = 0; step < 3; step++) await page.mouse.wheel(0, 600);
await page.waitForTimeout(5000);
await shoot(page, 'reader-dark', readme);
await shoot(page, 'store/5-dark', store);
await close();
