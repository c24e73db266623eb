// @ts-check
// Compares what extraction reaches on a fixed sample of stored pages with what it reached before.
//   node scripts/check-quality.mjs FOLDER [--update]    FOLDER holds html/, truth/, headings.json …; `--update` writes the baseline
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { casesOf } from './bench/cases.mjs';
import { format, rows } from './bench/quality-rows.mjs';
import { runContenders } from './bench/run-contenders.mjs';
import { findPages, shuffle } from './bench/stored-pages.mjs';
import { giveUp, root, say } from './set-up.mjs';

/** @typedef {{ pages: number, rows: Record<string, number> }} Baseline */

const BASELINE = path.join(root, 'scripts/quality-baseline.json');
/** Shares may fall by this much: about one page of the sample, so that a good change is not stopped by one odd page. */
const MARGIN = 0.005;
const ARTICLES = 150;
const OTHERS = 80;

/** @typedef {import('./bench/stored-pages.mjs').StoredPage} StoredPage */

/** @param {readonly StoredPage[]} pages @returns {StoredPage[]} in an order of chance that stays the same, those held back from the block model first */
const heldBackFirst = (pages) => shuffle(pages).sort((a, b) => Number(b.heldBack) - Number(a.heldBack));

/** @param {readonly StoredPage[]} pages @returns {StoredPage[]} every page with labelled headings, and others, most of them held back from the block model */
function takeSample(pages) {
  const labelled = pages.filter(({ headings }) => headings);
  const articles = pages.filter(({ headings, type }) => !headings && type === 'article');
  const others = pages.filter(({ headings, type }) => !headings && type !== 'article');
  return [...labelled, ...heldBackFirst(articles).slice(0, ARTICLES), ...heldBackFirst(others).slice(0, OTHERS)];
}

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean', default: false } } });
const folder = path.resolve(positionals[0] ?? '../shared/pages');
const sample = takeSample(findPages({ pages: path.join(folder, 'html'), truth: path.join(folder, 'truth') }));
if (!sample.length) giveUp(`There are no stored pages in ${folder}.`);
say(`measuring on ${sample.length} stored pages`);
const results = await runContenders(sample, ['ours', 'readability']);
const cases = casesOf('ours', sample, results);
const kept = rows.filter(({ timing }) => !timing);
const reached = kept.map((row) => ({ row, value: Math.round(row.measure(cases) * 10_000) / 10_000 }));
for (const { page, own } of cases) if (own.error) say(`${page.id} failed: ${own.error.split('\n')[0]}`);

if (options.update) {
  /** @type {Baseline} */
  const baseline = { pages: sample.length, rows: Object.fromEntries(reached.map(({ row, value }) => [row.name, value])) };
  fs.writeFileSync(BASELINE, `${JSON.stringify(baseline, null, 2)}\n`);
  for (const { row, value } of reached) say(`${row.name}: ${format(row, value)}`);
  say('the baseline is written');
  process.exit(0);
}

/** @type {Baseline} */
const baseline = JSON.parse(fs.readFileSync(BASELINE, 'utf8'));
if (baseline.pages !== sample.length)
  giveUp(`The baseline was measured on ${baseline.pages} pages, but ${sample.length} are there: measure it again with --update.`);
const fallen = reached.filter(({ row, value }) => {
  const before = baseline.rows[row.name];
  if (before === undefined) return true;
  return row.bound === 'least' ? !(value >= before - MARGIN) : !(value <= before + MARGIN);
});
for (const { row, value } of fallen) {
  const before = baseline.rows[row.name];
  say(`${row.name}: was ${before === undefined ? 'not measured' : format(row, before)}, now ${format(row, value)}`);
}
if (fallen.length) giveUp(`Quality fell in ${fallen.length} of ${kept.length} measures.`);
say(`Quality holds in all ${kept.length} measures.`);
