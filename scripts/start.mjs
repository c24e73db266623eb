// @ts-check
// `npm start [-- <address or file>]`: sets everything up, builds, and opens a browser with the article in the reader.
// With no display it leaves a picture and the article's text in `.start/` instead.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inReader } from './in-reader.mjs';
import { bundledArticle, giveUp, root, say, setUp, wxt } from './set-up.mjs';

/** @param {ShadowRoot} reader @returns {string} the article as it is seen, in lines */
function visibleText(reader) {
  const article = /** @type {HTMLElement} */ (reader.querySelector('article') ?? reader.querySelector('main'));
  return article.innerText;
}

const { chromium } = setUp({ forTests: false });
const wanted = process.argv[2] ?? bundledArticle;
if (!/^https?:\/\//.test(wanted) && !fs.existsSync(wanted))
  giveUp(`There is no file ${wanted}. Give an http(s) address or the path of an HTML file.`);
wxt('build');

// Only now is there certainly a Playwright to load.
const { openReader, visit } = await import('./reader-browser.mjs');
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const { context, page, address, close } = await visit(chromium, wanted, headless).catch((error) =>
  giveUp(`${error.message}: ${error.cause?.message.split('\n', 1)[0]}`),
);
const open = await openReader(page);

if (headless) {
  const out = path.join(root, '.start');
  fs.mkdirSync(out, { recursive: true });
  await page.screenshot({ path: path.join(out, 'reader.png') });
  fs.writeFileSync(path.join(out, 'article.txt'), (await inReader(page, visibleText, null)) ?? '');
  say('There is no display here. The picture of the page is .start/reader.png, the text of the article .start/article.txt.');
} else {
  say(open ? 'The reader is open. Close the browser to end.' : 'Close the browser to end.');
  await new Promise((resolve) => context.on('close', () => resolve(null)));
}
await close();
if (!open) giveUp(`Clean Copy sees no article at ${address}; its popup offers to read the page anyway.`);
say('Done.');
process.exit(0);
