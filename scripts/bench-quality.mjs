// @ts-check
// Measures extraction, headings, detection and metadata on stored pages, side by side with Readability and Defuddle.
//   npm run bench:quality -- --pages DIR --truth PATH [--headings FILE] [--metadata FILE] [--sample N | --ids FILE] [--json FILE] [--worst N]
// `--headings` and `--metadata` are looked for beside the truth; `--worst` also lists the N worst articles, with what is missing and what is too much.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { casesOf } from './bench/cases.mjs';
import { quantile, shingleOverlap } from './bench/measures.mjs';
import { layTable } from './bench/print-table.mjs';
import { format, isMet, rows, textF1 } from './bench/quality-rows.mjs';
import { runContenders } from './bench/run-contenders.mjs';
import { findPages, shuffle } from './bench/stored-pages.mjs';
import { describeWorst } from './bench/worst-pages.mjs';
import { giveUp } from './set-up.mjs';

/** @typedef {import('./bench/run-contenders.mjs').Contender} Contender */

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string' },
    truth: { type: 'string' },
    headings: { type: 'string' },
    metadata: { type: 'string' },
    sample: { type: 'string' },
    ids: { type: 'string' },
    json: { type: 'string' },
    worst: { type: 'string', default: '0' },
  },
});

function choosePages() {
  const { pages: folder, truth, headings, metadata, ids, sample } = options;
  if (!folder || !truth)
    return giveUp(
      'npm run bench:quality -- --pages DIR --truth PATH [--headings FILE] [--metadata FILE] [--sample N | --ids FILE] [--json FILE]',
    );
  const all = findPages({ pages: folder, truth, headings, metadata });
  if (ids) {
    const wanted = new Set(fs.readFileSync(ids, 'utf8').split(/\s+/));
    return all.filter(({ id }) => wanted.has(id));
  }
  return sample ? shuffle(all).slice(0, Number(sample)) : all;
}

const pages = choosePages();
if (!pages.length) giveUp('There is no page there whose truth is known.');
/** @type {Contender[]} */
const contenders = ['ours', 'readability', 'defuddle'];
const started = Date.now();
const results = await runContenders(pages, contenders, {
  onProgress: (done) =>
    done % 100 === 0 && console.error(`${done} of ${pages.length} pages, ${Math.round((Date.now() - started) / 1000)} s`),
});

const parts = {
  all: pages,
  learned: pages.filter(({ heldBack }) => !heldBack),
  heldBack: pages.filter(({ heldBack }) => heldBack),
};
const measured = rows.map((row) => {
  const of = (/** @type {Contender} */ contender) => ({
    all: row.measure(casesOf(contender, parts.all, results)),
    learned: row.measure(casesOf(contender, parts.learned, results)),
    heldBack: row.measure(casesOf(contender, parts.heldBack, results)),
  });
  return { row, ours: of('ours'), readability: of('readability'), defuddle: of('defuddle') };
});

const articles = pages.filter(({ type }) => type === 'article');
const count = (/** @type {typeof pages} */ part) =>
  `${part.length} pages, ${part.filter(({ type }) => type === 'article').length} of them articles`;
console.log(`${count(pages)}; held back from the block model: ${count(parts.heldBack)}.\n`);
const verdict = (/** @type {(typeof rows)[0]} */ row, /** @type {number} */ value) =>
  Number.isFinite(value) ? (isMet(row, value) ? 'met' : 'NOT met') : '';
console.log(
  layTable([
    ['', 'to reach', 'all pages', '', 'learned from', 'held back', '', 'Readability', 'Defuddle'],
    ...measured.map(({ row, ours, readability, defuddle }) => [
      row.name,
      `${row.bound === 'least' ? '≥' : '≤'} ${format(row, row.target)}`,
      format(row, ours.all),
      verdict(row, ours.all),
      format(row, ours.learned),
      format(row, ours.heldBack),
      verdict(row, ours.heldBack),
      format(row, readability.all),
      format(row, defuddle.all),
    ]),
  ]),
);
console.log(
  '\nOn the articles: four words at a time, as the article-extraction-benchmark counts; milliseconds of the extraction and of the detector.',
);
const ms = (/** @type {(number | null)[]} */ times, /** @type {number} */ share) =>
  quantile(
    times.filter((time) => time !== null),
    share,
  ).toFixed(1);
console.log(
  layTable([
    ['', 'F1', 'precision', 'recall', 'ms, median', '95th percentile', 'detector, median', '95th percentile'],
    ...contenders.map((contender) => {
      const cases = casesOf(contender, articles, results);
      const { precision, recall, f1 } = shingleOverlap(cases.map(({ page, own }) => ({ found: own.text, wanted: page.text })));
      const extraction = cases.map(({ own }) => own.extractMs);
      const detector = cases.map(({ own }) => own.detectMs);
      return [
        contender,
        ...[f1, precision, recall].map((share) => share.toFixed(3)),
        ...[ms(extraction, 0.5), ms(extraction, 0.95), ms(detector, 0.5), ms(detector, 0.95)],
      ];
    }),
  ]),
);
for (const contender of contenders) {
  const failed = pages.filter(({ id }) => results.get(id)?.[contender]?.error);
  if (failed.length) console.log(`\n${contender} failed on ${failed.length} pages: ${failed.map(({ id }) => id).join(' ')}`);
}
console.log(`\n${Math.round((Date.now() - started) / 1000)} s.`);

if (Number(options.worst)) console.log(describeWorst(articles, results, Number(options.worst)));
/** @param {typeof pages[0]} page @returns {Record<string, number>} */
const f1sOf = (page) =>
  Object.fromEntries(
    contenders.flatMap((contender) => casesOf(contender, [page], results).map(({ own }) => [contender, textF1(own, page)])),
  );
if (options.json)
  fs.writeFileSync(
    options.json,
    JSON.stringify({
      date: new Date().toISOString(),
      rows: measured.map(({ row: { name, bound, target }, ...values }) => ({ name, bound, target, ...values })),
      pages: Object.fromEntries(pages.map((page) => [page.id, { ...results.get(page.id), f1: f1sOf(page) }])),
    }),
  );
