// @ts-check
// Draws public/icon/<state>-<size>.png. The pictures are kept; run this again after a change here: `node scripts/make-icons.mjs`.
import path from 'node:path';
import { chromium } from 'playwright';
import { findChromium, quietChromium } from './find-browser.mjs';
import { root } from './set-up.mjs';

const accent = '#3a76b6'; // the accent of tokens.css, between its day and night values: toolbars are of both kinds
const paper = '#fffaf0';
const grey = '#85898f'; // reads on white and on near-black toolbars alike
const gold = '#ffcf5c';
const red = '#d8412f';
const sizes = [16, 32, 48, 128];

/** A sheet, a headline and three lines, on a grid of 16 units so that every edge falls on a pixel at the smallest size. */
const sheet = (/** @type {string} */ fill, /** @type {string} */ ink, lines = [8, 8, 5]) =>
  `<rect x="2" y="0" width="12" height="16" rx="2.5" fill="${fill}"/><rect x="4" y="3" width="${lines[0]}" height="2" fill="${ink}"/>` +
  [7, 9, 11].map((y, index) => `<rect x="4" y="${y}" width="${lines[Math.min(index, 2)]}" height="1" fill="${ink}"/>`).join('');

/** What the toolbar button shows of its tab. */
const states = {
  /** A filled sheet: there is something to read. */
  article: sheet(accent, paper),
  /** An empty one: nothing here. */
  'no-article':
    `<rect x="3" y="1" width="10" height="14" rx="1.5" fill="none" stroke="${grey}" stroke-width="2"/>` +
    `<rect x="6" y="5" width="4" height="1" fill="${grey}"/><rect x="6" y="8" width="4" height="1" fill="${grey}"/>`,
  /** The filled sheet turned over: paper with ink on it. */
  reading: `<rect x="3" y="1" width="10" height="14" rx="1.5" fill="${paper}" stroke="${accent}" stroke-width="2"/>${[4, 6, 8, 10]
    .map((y, index) => `<rect x="5" y="${y}" width="${index === 3 ? 4 : 6}" height="1" fill="${accent}"/>`)
    .join('')}`,
  /** The filled sheet with a ribbon in it. */
  saved: `${sheet(accent, paper, [3, 3, 8])}<path d="M8 0h5v9l-2.5-2L8 9z" fill="${gold}"/>`,
  /** The same, with a mark on it: the page is no longer as it was saved. */
  changed:
    `${sheet(accent, paper, [3, 3, 3])}<path d="M8 0h5v9l-2.5-2L8 9z" fill="${gold}"/>` +
    `<circle cx="12" cy="12" r="3.5" fill="${red}" stroke="${paper}"/>`,
};

const browser = await chromium.launch({ executablePath: findChromium(), args: quietChromium });
const page = await browser.newPage();
for (const [state, drawing] of Object.entries(states))
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">${drawing}</svg>`,
    );
    await page.screenshot({ path: path.join(root, `public/icon/${state}-${size}.png`), omitBackground: true });
  }
await browser.close();
