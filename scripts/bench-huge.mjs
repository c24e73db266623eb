// @ts-check
// Times detector and pipeline on pages made huge in one way each, at 1, 2 and 4 times a size, and says how time grows with it (an exponent
// of 1 is linear) and how long the page's thread was kept busy at a time: the pipeline runs in slices, as it does in such pages.
//
//   npm run bench:huge [-- --only NAME] [--scale 0.25]
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { bundle } from './bench/bundle.mjs';
import { findChromium, quietChromium } from './find-browser.mjs';

const { values: opt } = parseArgs({ options: { only: { type: 'string' }, scale: { type: 'string', default: '1' } } });
const scale = Number(opt.scale);
const sentence = 'The ferry crossed the harbour at noon, past the moored boats and the long grey wall, and nobody on the quay looked up. ';
/** Paragraphs that differ, as those of an article do: a run of the same ones counts as the page's text once more. @param {number} at */
const paragraphAt = (at) => `<p>Ferry ${at}. ${sentence.repeat(3)}</p>`;
const beginning = Array.from({ length: 9 }, (_, at) => paragraphAt(at)).join('');
/** @param {number} count @param {(at: number) => string} make */
const each = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join('');

/** What is huge, and how often its part stands there at four times the size: as issue and threats name them. @type {Record<string, { most: number, make: (count: number) => string }>} */
const pages = {
  'paragraphs (10 MB)': { most: 28_000, make: (count) => each(count, paragraphAt) },
  'nodes (200,000)': { most: 100_000, make: (count) => beginning + '<div><span>a b</span></div>'.repeat(count) },
  'links (100,000)': { most: 100_000, make: (count) => beginning + '<a href="/a">a link to read</a> '.repeat(count) },
  'link list (100,000)': {
    most: 100_000,
    make: (count) => `${beginning}<ul>${'<li><a href="/a">a link to read</a></li>'.repeat(count)}</ul>`,
  },
  'headings (20,000)': { most: 20_000, make: (count) => each(count, (at) => `<h2>On the quay ${at}</h2>${paragraphAt(at)}`) },
  'bold lines (20,000)': {
    most: 20_000,
    make: (count) => each(count, (at) => `<p><b>On the quay at noon ${at}</b></p>${paragraphAt(at)}`),
  },
  'one text (5 MB)': { most: 42_000, make: (count) => `<p>${sentence.repeat(count)}</p>` },
  'line breaks (50,000)': { most: 50_000, make: (count) => `<div>${`${sentence}<br>`.repeat(count)}</div>` },
  'pictures (20,000)': {
    most: 20_000,
    make: (count) => each(count, (at) => `<div><img src="/a${at}.png" width="800" height="500"></div>${paragraphAt(at)}`),
  },
  'table rows (50,000)': {
    most: 50_000,
    make: (count) => `${beginning}<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(count)}</table>`,
  },
  'notes (20,000)': {
    most: 20_000,
    make: (count) =>
      each(count, (at) => `<p>Ferry ${at}. ${sentence}<sup><a href="#n${at}" id="r${at}">${at}</a></sup></p>`) +
      `<ol>${each(count, (at) => `<li id="n${at}">A note. <a href="#r${at}">↩</a></li>`)}</ol>`,
  },
  'forms (20,000)': {
    most: 20_000,
    make: (count) => beginning + '<form><input name=parentNode><label>a</label></form>'.repeat(count),
  },
  // The parser stops nesting at some 512; scripts do not. Chromium's own layout ends its process before 5,000.
  'depth (50,000)': { most: 50_000, make: (count) => `${beginning}<div id="deep" hidden data-depth="${count}"></div>` },
  'inline depth (4,000)': { most: 4000, make: (count) => `${beginning}<p id="deep" data-depth="${count}" data-tag="b"></p>` },
};

const deepen = `{ const at = document.getElementById('deep'); if (at) { let box = at; const tag = at.dataset.tag || 'div';
  for (let n = Number(at.dataset.depth); n > 0; n--) { const child = document.createElement(tag); box.append(child); box = child; } box.textContent = 'The end.'; } }`;

const code = await bundle('huge', { minify: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: quietChromium });

/** @typedef {{ detect: number, read: number, longest: number, outcome: string }} Measured milliseconds */

/** @param {string} body @returns {Promise<Measured>} */
async function measure(body) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "script-src 'none'" } })
      : route.abort(),
  );
  const cdp = await tab.context().newCDPSession(tab);
  try {
    await tab.goto('https://huge.invalid/news/one', { waitUntil: 'domcontentloaded', timeout: 60_000 });
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const crashed = new Promise((_, reject) => tab.on('crash', () => reject(new Error('the page crashed'))));
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('more than 120 s')), 120_000).unref());
    const run = cdp.send('Runtime.evaluate', {
      expression: `${code};${deepen};document.body.offsetHeight;measureHuge()`,
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    });
    const { result, exceptionDetails } = await /** @type {typeof run} */ (Promise.race([run, crashed, late]));
    if (exceptionDetails)
      throw new Error((exceptionDetails.exception?.description ?? exceptionDetails.text).split('\n').slice(0, 3).join(' '));
    return result.value;
  } finally {
    await tab.close();
  }
}

/** Between the first and the last of three sizes, each twice the one before. @param {number[]} times */
const exponent = (times) => (Math.log2(/** @type {number} */ (times[2]) / /** @type {number} */ (times[0])) / 2).toFixed(2);

console.log(`${browser.version()}; milliseconds at a quarter, half and all of each page\n`);
for (const [name, { most, make }] of Object.entries(pages)) {
  if (opt.only && !name.includes(opt.only)) continue;
  /** @type {Measured[]} */
  const all = [];
  try {
    for (const share of [0.25, 0.5, 1]) {
      const count = Math.round(most * share * scale);
      const head = '<!doctype html><html lang="en"><title>The ferry</title><body><article><h1>The ferry</h1>';
      all.push(await measure(`${head}${make(count)}</article></body></html>`));
    }
    const row = /** @type {const} */ (['detect', 'read']).map((key) => {
      const times = all.map((each) => each[key]);
      return `${key} ${times.map((time) => time.toFixed(0)).join(' ')} (^${exponent(times)})`;
    });
    console.log(
      `${name.padEnd(24)} ${row.join('   ')}   longest task ${all.map(({ longest }) => longest).join(' ')}   ${all.at(-1)?.outcome}`,
    );
  } catch (error) {
    console.log(`${name.padEnd(24)} ${/** @type {Error} */ (error).message} after ${all.map(({ read }) => read.toFixed(0)).join(' ')}`);
  }
}
await browser.close();
