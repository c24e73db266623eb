// @ts-check
// What each part of the pipeline adds: the measures of the pipeline with one part taken out, on stored articles.
//   npm run bench:ablation -- --pages DIR --truth DIR [--sample N] [--only "name of a variant"]
import { parseArgs } from 'node:util';
import { bundleVariant, variants } from './bench/ablation-variants.mjs';
import { wordOverlap } from './bench/measures.mjs';
import { layTable } from './bench/print-table.mjs';
import { format, rows } from './bench/quality-rows.mjs';
import { runScripts } from './bench/run-contenders.mjs';
import { findPages, shuffle } from './bench/stored-pages.mjs';
import { giveUp } from './set-up.mjs';

const { values: options } = parseArgs({
  options: { pages: { type: 'string' }, truth: { type: 'string' }, sample: { type: 'string' }, only: { type: 'string' } },
});
if (!options.pages || !options.truth) giveUp('npm run bench:ablation -- --pages DIR --truth DIR [--sample N] [--only NAME]');
const articles = findPages({ pages: options.pages ?? '', truth: options.truth ?? '' }).filter(({ type }) => type === 'article');
const pages = options.sample ? shuffle(articles).slice(0, Number(options.sample)) : articles;
const names = Object.keys(variants).filter((name) => !options.only || name.includes(options.only));
const results = await runScripts(pages, await Promise.all(names.map(bundleVariant)), {
  onProgress: (done) => done % 50 === 0 && console.error(`${done} of ${pages.length} pages`),
});

const shown = [
  'article word-F1, mean',
  'articles with F1 below 0.8',
  'clutter snippets kept',
  'headings, precision',
  'headings, recall',
  'pseudo-headings, recall',
];
const columns = rows.filter(({ name }) => shown.includes(name));
const casesOf = (/** @type {string} */ variant) =>
  pages.flatMap((page) => {
    const own = results.get(page.id)?.[variant];
    return own ? [{ page, own, readability: undefined }] : [];
  });

/** A text that holds this share of the truth's words is whole; below the second, badly cut. */
const WHOLE = 0.95;
const CUT = 0.7;

/** @param {string} variant how often `partial` is said of whole articles, and of those badly cut */
function partialShares(variant) {
  const judged = casesOf(variant)
    .filter(({ own, page }) => own.completeness && page.text.length > 400)
    .map(({ own, page }) => ({
      partial: own.completeness?.missing !== 'pages' && own.completeness?.state === 'partial',
      recall: wordOverlap(own.text, page.text).recall,
    }));
  return [judged.filter(({ recall }) => recall >= WHOLE), judged.filter(({ recall }) => recall < CUT)].map(
    (list) => `${list.filter(({ partial }) => partial).length} of ${list.length}`,
  );
}

console.log(`${pages.length} articles.\n`);
console.log(
  layTable([
    ['', ...columns.map(({ name }) => name), 'said to be partial: whole articles', 'badly cut ones'],
    ...names.map((name) => {
      const cases = casesOf(name);
      return [name, ...columns.map((row) => format(row, row.measure(cases))), ...partialShares(name)];
    }),
  ]),
);
