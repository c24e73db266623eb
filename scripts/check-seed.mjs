// @ts-check
// Extracts the seed page with the bundle of `npm run build:bench` and compares every field with what must come out.
//   node scripts/check-seed.mjs FOLDER    FOLDER holds seed/ and bench/
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { findChromium, quietChromium } from './find-browser.mjs';
import { root } from './set-up.mjs';

const shared = path.resolve(process.argv[2] ?? '../shared');
const bundle = path.join(root, '.output/bench/extract.js');
const page = fs.readFileSync(path.join(shared, 'seed/uae-times-now.html'), 'utf8');
const expected = JSON.parse(fs.readFileSync(path.join(shared, 'seed/uae-times-now.expected.json'), 'utf8'));
const url = 'https://uaetimesnow.example/world/russian-foreign-minister-lavrov-to-visit-north-korea/';

/** @param {string | null | undefined} text */
const fold = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Runs the bundle on the page at its own address, its scripts switched off. */
async function extract() {
  const browser = await chromium.launch({ executablePath: findChromium(), args: quietChromium });
  const tab = await browser.newPage();
  await tab.route('**/*', (route) =>
    route.request().url() === url
      ? route.fulfill({ body: page, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': "script-src 'none'" } })
      : route.abort(),
  );
  await tab.goto(url);
  await tab.evaluate(fs.readFileSync(bundle, 'utf8'));
  const article = await tab.evaluate(async () => {
    const { detectArticle, extractArticle } = /** @type {any} */ (globalThis);
    const isArticle = detectArticle(document);
    const found = await extractArticle(document);
    const parsed = new DOMParser().parseFromString(found?.contentHtml ?? '', 'text/html');
    return { ...found, isArticle, text: parsed.body.textContent ?? '' };
  });
  await browser.close();
  return article;
}

/** @param {any} article @returns {string[]} what is not as it must be */
function findFaults(article) {
  const faults = [];
  const text = fold(article.text);
  const same = (/** @type {string} */ name, /** @type {unknown} */ came, /** @type {unknown} */ wanted) => {
    if (JSON.stringify(came) !== JSON.stringify(wanted))
      faults.push(`${name} should be ${JSON.stringify(wanted)}, but is ${JSON.stringify(came)}`);
  };
  same('isArticle', article.isArticle, true);
  for (const field of ['title', 'siteName', 'byline', 'standfirst']) same(field, article[field], expected[field]);
  same('publishedTime (the day)', article.publishedTime?.slice(0, 10), expected.publishedTime);
  same(
    'headings',
    (article.headings ?? []).map((/** @type {{ text: string }} */ h) => h.text.replace(/:$/, '')),
    expected.headings,
  );
  for (const wanted of expected.mustContain) if (!text.includes(fold(wanted))) faults.push(`lost: ${wanted}`);
  for (const clutter of expected.mustNotContain) if (text.toLowerCase().includes(clutter.toLowerCase())) faults.push(`kept: ${clutter}`);
  if (expected.titleOnce && text.includes(fold(expected.title))) faults.push('the title is repeated in the text');
  return faults;
}

/** The same page through the benchmark's own runner and score. @returns {boolean} whether it is as it must be */
function scoreWithBench() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-bench-'));
  const bench = path.join(folder, 'bench');
  fs.cpSync(path.join(shared, 'bench'), bench, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', bench]);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: bench, stdio: ['ignore', 'ignore', 'inherit'] });
  const pages = path.join(folder, 'pages');
  fs.mkdirSync(pages);
  fs.writeFileSync(path.join(pages, 'uae-times-now.html'), page);
  fs.writeFileSync(path.join(folder, 'urls.json'), JSON.stringify({ 'uae-times-now': { url } }));
  const out = path.join(folder, 'out.json');
  const node = (/** @type {string[]} */ ...args) =>
    spawnSync(process.execPath, args, { cwd: bench, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  const chromiumPath = findChromium() ?? '';
  const extracted = node(
    'extract.mjs',
    '--pages',
    pages,
    '--urls',
    path.join(folder, 'urls.json'),
    '--extractor',
    bundle,
    '--out',
    out,
    '--chromium',
    chromiumPath,
  );
  const scored = extracted && node('score-seed.mjs', out, path.join(shared, 'seed/uae-times-now.expected.json'));
  fs.rmSync(folder, { recursive: true, force: true });
  return scored;
}

const faults = findFaults(await extract());
for (const fault of faults) console.error(`seed page: ${fault}`);
if (!scoreWithBench()) faults.push('the benchmark does not find the page as it must be');
console.log(faults.length ? `The seed page falls short in ${faults.length} points.` : 'The seed page is as it must be, in full.');
process.exit(faults.length ? 1 : 0);
