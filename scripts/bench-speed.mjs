// @ts-check
// Times the pipeline and the detector beside Readability and Defuddle, in one run, in Chromium.
//
//   npm run bench:speed -- --pages DIR [--urls DIR] [--limit N]
//
// PAGES holds stored pages (`<id>.html` or `.html.gz`), URLS their addresses (`<id>.json` with a `url`). Each contender meets each page
// as a fresh document at its own address, laid out, in a new isolated world, as a content script does: its detector's first call, then
// the first and second call of its pipeline. The order of contenders changes from page to page. Nothing but the document is loaded.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { compileEarlyInBench } from './compile-early.mjs';
import { findChromium, quietChromium } from './find-browser.mjs';

const { values: opt } = parseArgs({
  options: {
    pages: { type: 'string' },
    urls: { type: 'string' },
    truth: { type: 'string' },
    limit: { type: 'string', default: '150' },
    out: { type: 'string', default: '.output/chrome-mv3' },
  },
});
const CONTENDERS = ['ours', 'readability', 'defuddle'];

/** @typedef {{ detect: number | null, first: number, second: number }} Times milliseconds */
/** @typedef {{ first: Record<string, number>, second: Record<string, number> }} StageTimes milliseconds by stage */
/** @typedef {{ file: string, url: string }} StoredPage */

/** Every page, or `limit` of them spread evenly. @returns {StoredPage[]} */
function listPages() {
  if (!opt.pages) throw new Error('Give the folder of stored pages: --pages DIR');
  const folder = opt.pages;
  const addresses = opt.urls ?? opt.truth;
  const names = fs.readdirSync(folder).filter((name) => /\.html?(\.gz)?$/.test(name));
  const pages = names.sort().flatMap((name) => {
    const id = name.replace(/\.html?(\.gz)?$/, '');
    const record = addresses ? path.join(addresses, `${id}.json`) : '';
    const known = record && fs.existsSync(record) ? JSON.parse(fs.readFileSync(record, 'utf8')) : {};
    const kind = known._internal?.page_type?.primary ?? 'article';
    return kind === 'article' ? [{ file: path.join(folder, name), url: known.url ?? `https://page.invalid/${id}` }] : [];
  });
  const step = Math.max(1, pages.length / Number(opt.limit));
  return pages.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** @param {string} file */
const readPage = (file) => (file.endsWith('.gz') ? zlib.gunzipSync(fs.readFileSync(file)) : fs.readFileSync(file));

async function bundle() {
  const built = await build({
    entryPoints: ['tests/bench/speed-entry.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'esnext',
    minify: true,
    plugins: [compileEarlyInBench()],
  });
  return built.outputFiles[0]?.text ?? '';
}

/** @param {string} code the bundle of tests/bench/speed-entry.ts */
async function openBrowser(code) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: quietChromium });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  /** @type {Buffer} */
  let body = Buffer.alloc(0);
  await tab.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame()
      ? route.fulfill({ body, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "script-src 'none'" } })
      : route.abort(),
  );
  /** Opens the page afresh and calls a function of the bundle. @param {StoredPage} page @param {string} call */
  const run = async ({ file, url }, call) => {
    // Another site between two visits, and with it another process: no contender meets code that the one before it has warmed.
    body = Buffer.alloc(0);
    await tab.goto('https://between.invalid/');
    body = readPage(file);
    await tab.goto(url, { waitUntil: 'domcontentloaded', timeout: 20_000 });
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'speed' });
    /** @param {string} expression */
    const evaluate = (expression) => cdp.send('Runtime.evaluate', { expression, contextId: executionContextId, returnByValue: true });
    await evaluate(`${code};document.body.offsetHeight`);
    const { result, exceptionDetails } = await evaluate(call);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return { run, version: browser.version(), close: () => browser.close() };
}

/** @param {number[]} list @param {number} share 0 to 1 */
function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
/** @param {number[]} list */
const median = (list) => quantile(list, 0.5);

/**
 * One row: medians and 95th percentiles of ours and theirs, and what the one is of the other.
 * @param {string} what @param {number[]} ours @param {number[]} theirs
 */
function compare(what, ours, theirs) {
  const pairs = ours.map((value, index) => value / Math.max(0.01, theirs[index] ?? 0));
  const [a, b] = [median(ours), median(theirs)];
  const [c, d] = [quantile(ours, 0.95), quantile(theirs, 0.95)];
  return {
    what,
    median: `${a.toFixed(2)} / ${b.toFixed(2)} ms`,
    ratio: (a / b).toFixed(2),
    p95: `${c.toFixed(2)} / ${d.toFixed(2)} ms`,
    'p95 ratio': (c / d).toFixed(2),
    'median of ratios': median(pairs).toFixed(2),
  };
}

/** @param {string} name a file of the built extension */
function sizeOf(name) {
  const file = path.join(opt.out, name);
  return fs.existsSync(file) ? `${(zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length / 1024).toFixed(1)} KB gzipped` : 'not built';
}

const pages = listPages();
const browser = await openBrowser(await bundle());
/** @type {Record<string, Times>[]} */
const rows = [];
/** @type {StageTimes[]} */
const stageRows = [];
let failed = 0;
for (const [index, page] of pages.entries()) {
  /** @type {Record<string, Times>} */
  const row = {};
  try {
    for (let turn = 0; turn < CONTENDERS.length; turn++) {
      const contender = CONTENDERS[(index + turn) % CONTENDERS.length] ?? '';
      row[contender] = await browser.run(page, `measure('${contender}')`);
    }
    stageRows.push(await browser.run(page, 'measureStages()'));
    rows.push(row);
  } catch (error) {
    failed++;
    console.error(`${page.file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}
await browser.close();

/** @param {string} contender @param {'detect' | 'first' | 'second'} what */
const times = (contender, what) => rows.map((row) => row[contender]?.[what] ?? Number.NaN);
console.log(`${rows.length} articles, ${failed} failed, Chromium ${browser.version}; ours / theirs`);
console.table([
  compare('detector, first call / isProbablyReaderable', times('ours', 'detect'), times('readability', 'detect')),
  compare('pipeline, first call / Readability', times('ours', 'first'), times('readability', 'first')),
  compare('pipeline, second call / Readability', times('ours', 'second'), times('readability', 'second')),
  compare('pipeline, first call / Defuddle', times('ours', 'first'), times('defuddle', 'first')),
]);
/** @param {'first' | 'second'} call @param {string} stage */
const stageTimes = (call, stage) => stageRows.map((row) => row[call][stage] ?? 0);
/** @param {number[]} list */
const summary = (list) => `${median(list).toFixed(2)}, ${quantile(list, 0.95).toFixed(2)}`;
console.table(
  Object.keys(stageRows[0]?.first ?? {}).map((stage) => ({
    stage,
    'first call: median, p95, ms': summary(stageTimes('first', stage)),
    'second call: median, p95, ms': summary(stageTimes('second', stage)),
  })),
);
console.log(`detector.js ${sizeOf('detector.js')}, reader.js ${sizeOf('reader.js')}`);
