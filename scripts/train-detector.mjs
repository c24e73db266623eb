// Makes the detector's weights again from labelled pages, and reports how it does.
//   npm run train:detector -- --pages DIR [--keep FILE]
// DIR holds html/<id>.html.gz, truth/<id>.json, metadata.json and set-aside.json. The weights that ship were made from pages of WCXB,
// the Web Content eXtraction Benchmark by Murrough Foley (CC-BY-4.0). --keep stores the signals' values in FILE, or reads them from it.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { findChromium, quietChromium } from './find-browser.mjs';
import { logistic, trainModel } from './logistic-regression.mjs';

const WEIGHTS = path.resolve(import.meta.dirname, '../utils/pipeline/detect/article-weights.json');
const PENALTY = 5;
const FOLDS = 5;
// What the levels promise on pages of unseen sites.
const OFFER_RECALL = 0.982;
const AUTOMATIC_PRECISION = 0.977;
// F1 is flat near its top: the lower end finds more articles of few signals, which news stories often are.
const F1_GIVEN_UP = 0.004;

const { values: options } = parseArgs({ options: { pages: { type: 'string' }, keep: { type: 'string' } } });
if (!options.pages) {
  console.error('usage: npm run train:detector -- --pages DIR [--keep FILE]');
  process.exit(2);
}
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Runs every signal on every page, in an isolated world of the page at its own address, with no script and no network. */
async function readPages() {
  const bundle = await build({
    entryPoints: ['tests/bench/signals-entry.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
  });
  const code = bundle.outputFiles[0].text;
  const { files } = readJson(path.join(options.pages, 'metadata.json'));
  const setAside = new Set(Object.values(readJson(path.join(options.pages, 'set-aside.json'))).flat());
  const ids = Object.keys(files).filter((id) => !setAside.has(id) && fs.existsSync(path.join(options.pages, `html/${id}.html.gz`)));
  const browser = await chromium.launch({ executablePath: findChromium(), args: quietChromium });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  let body = null;
  await page.route('**/*', (route) => {
    if (!body || !route.request().isNavigationRequest()) return route.abort();
    const answer = { body, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "script-src 'none'" } };
    body = null;
    return route.fulfill(answer);
  });
  const rows = [];
  for (const id of ids) {
    const { url } = readJson(path.join(options.pages, `truth/${id}.json`));
    body = gunzipSync(fs.readFileSync(path.join(options.pages, `html/${id}.html.gz`)));
    await page.goto(/^https?:/.test(url) ? url : `https://page.invalid/${id}`, { waitUntil: 'domcontentloaded' });
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `${code};readSignals(document)`,
      contextId,
      returnByValue: true,
    });
    rows.push({ id, isArticle: files[id].page_type === 'article', domain: files[id].domain, ...result.value });
    if (rows.length % 100 === 0) console.error(`${rows.length}/${ids.length}`);
  }
  await browser.close();
  return rows;
}

/** A number from 0 to 1 that depends on the text alone: pages of one site share it. */
function spreadOf(text) {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
const siteOf = (domain) => domain.split('.').slice(-2).join('.');

/** A page with JSON-LD counts twice, once as if it had none: many pages have none, and its absence must not speak against them. */
function toExamples(rows) {
  return rows.flatMap(({ values, isArticle }) => {
    const plain = values.map(([name, value]) => (name.startsWith('JSON-LD') ? 0 : value));
    const whole = values.map(([, value]) => value);
    if (whole.every((value, at) => value === plain[at])) return [{ values: whole, isArticle, weight: 1 }];
    return [
      { values: whole, isArticle, weight: 0.6 },
      { values: plain, isArticle, weight: 0.4 },
    ];
  });
}

const scoreOf = ({ bias, weights }, { values }) => logistic(values.reduce((sum, [, value], at) => sum + value * weights[at], bias));

/** The score as the levels see it: a limit holds it down. */
const held = (score, row, level) =>
  row.limits.some(([, most]) => level === 'automatic' || (level === 'article' && most === 'offer')) ? 0 : score;

function measure(rows, scores, level, threshold) {
  const said = rows.filter((row) => held(scores.get(row.id), row, level) >= threshold);
  const right = said.filter((row) => row.isArticle).length;
  const articles = rows.filter((row) => row.isArticle).length;
  const precision = said.length ? right / said.length : 1;
  const recall = right / articles;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall) || 0,
    flagged: (said.length - right) / (rows.length - articles),
  };
}

/** The lowest score for `automatic` that is precise enough, nearly the best F1 for `article`, the highest for `offer` that finds enough. */
function chooseLevels(rows, scores) {
  const candidates = [...scores.values()].sort((a, b) => a - b);
  const best = (level, worth) =>
    candidates.reduce((top, at) =>
      worth(measure(rows, scores, level, at), at) > worth(measure(rows, scores, level, top), top) ? at : top,
    );
  const bestF1 = measure(
    rows,
    scores,
    'article',
    best('article', ({ f1 }) => f1),
  ).f1;
  return {
    offer: best('offer', ({ recall }, at) => (recall >= OFFER_RECALL ? at : -1)),
    article: candidates.find((at) => measure(rows, scores, 'article', at).f1 >= bestF1 - F1_GIVEN_UP),
    automatic: best('automatic', ({ precision, recall }) => (precision >= AUTOMATIC_PRECISION ? recall : -1)),
  };
}

function crossValidate(rows) {
  const scores = new Map();
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (row) => Math.floor(spreadOf(`fold ${siteOf(row.domain)}`) * FOLDS) === fold;
    const model = trainModel(toExamples(rows.filter((row) => !inFold(row))), PENALTY);
    for (const row of rows.filter(inFold)) scores.set(row.id, scoreOf(model, row));
  }
  return scores;
}

function report(title, rows, scores, levels) {
  console.log(`${title}: ${rows.length} pages`);
  for (const [level, threshold] of Object.entries(levels)) {
    const figures = Object.entries(measure(rows, scores, level, threshold)).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    console.log(`  ${level.padEnd(10)} at ${threshold.toFixed(3)}  ${figures.join('  ')}`);
  }
}

const kept = options.keep && fs.existsSync(options.keep);
const rows = kept ? readJson(options.keep) : await readPages();
if (options.keep && !kept) fs.writeFileSync(options.keep, JSON.stringify(rows));
const names = rows[0].values.map(([name]) => name);

const isHeldOut = (row) => spreadOf(`held ${siteOf(row.domain)}`) < 0.2;
const training = rows.filter((row) => !isHeldOut(row));
const heldOut = rows.filter(isHeldOut);
const trainingScores = crossValidate(training);
const trainingLevels = chooseLevels(training, trainingScores);
const trainingModel = trainModel(toExamples(training), PENALTY);
report('Training part, cross-validated by site', training, trainingScores, trainingLevels);
report(
  'Held-out sites, weights and levels of the training part',
  heldOut,
  new Map(heldOut.map((row) => [row.id, scoreOf(trainingModel, row)])),
  trainingLevels,
);

const allScores = crossValidate(rows);
const levels = chooseLevels(rows, allScores);
const model = trainModel(toExamples(rows), PENALTY);
report('All pages, cross-validated by site', rows, allScores, levels);
report('All pages, the weights that ship', rows, new Map(rows.map((row) => [row.id, scoreOf(model, row)])), levels);

const round = (value) => Math.round(value * 100) / 100;
const shipped = {
  bias: round(model.bias),
  levels: {},
  weights: Object.fromEntries(names.map((name, at) => [name, round(model.weights[at])])),
};
for (const [level, threshold] of Object.entries(levels)) shipped.levels[level] = Math.round(threshold * 1000) / 1000;
fs.writeFileSync(WEIGHTS, `${JSON.stringify(shipped, null, 2)}\n`);
