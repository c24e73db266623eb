// @ts-check
// Takes the README's pictures of the bundled article: `npm run build && node scripts/make-screenshots.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import { openReader, visit } from './reader-browser.mjs';
import { bundledArticle, root, setUp } from './set-up.mjs';

const out = path.join(root, 'tests/screenshots');
fs.mkdirSync(out, { recursive: true });
const { chromium } = setUp({ forTests: false });
const { page, close } = await visit(chromium, bundledArticle, true);
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
await close();
