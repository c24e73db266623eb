// @ts-check
// The table of what extraction has to reach: each row's measure and target.
import { scoreHeadings, sumHeadings } from './heading-measures.mjs';
import { foldCase, harmonic, mean, quantile, sameDay, sameNames, snippetShare, wordOverlap } from './measures.mjs';

/**
 * @typedef {import('./stored-pages.mjs').StoredPage} StoredPage
 * @typedef {import('./run-contenders.mjs').Result} Result
 * @typedef {{ page: StoredPage, own: Result, readability: Result | undefined }} Case one contender's work on a page, and Readability's on the same
 * @typedef {object} Row
 * @property {string} name
 * @property {'least' | 'most'} bound which side of the target is good
 * @property {number} target
 * @property {'share' | 'percent' | 'ratio'} unit how it is printed; a percentage is kept as a share, 0 to 1, too
 * @property {boolean} [timing] depends on the machine: left out where runs are compared
 * @property {(cases: readonly Case[]) => number} measure NaN where nothing counts
 */

/** Readability is better on a page when its F1 is higher by more than this. */
const CLEARLY = 0.02;

/** @template Item @param {readonly Item[]} list @param {(item: Item) => boolean} test @returns {number} */
const shareOf = (list, test) => (list.length ? list.filter(test).length / list.length : Number.NaN);

/** @param {readonly Case[]} cases */
const articlesOf = (cases) => cases.filter(({ page }) => page.type === 'article');
/** @param {readonly Case[]} cases */
const othersOf = (cases) => cases.filter(({ page }) => page.type !== 'article');

/** @type {WeakMap<Result, number>} one result is asked for by several rows and parts */
const f1s = new WeakMap();
/** @param {Result} result @param {StoredPage} page @returns {number} word-F1 of its text */
export function textF1(result, page) {
  const f1 = f1s.get(result) ?? wordOverlap(result.text, page.text).f1;
  f1s.set(result, f1);
  return f1;
}
/** @param {Case} one */
const f1Of = ({ page, own }) => textF1(own, page);

/** @param {readonly Case[]} cases */
const headingsOf = (cases) =>
  sumHeadings(cases.flatMap(({ page, own }) => (page.headings ? [scoreHeadings(page.headings, own.headings)] : [])));

const levels = ['none', 'offer', 'article', 'automatic'];

/**
 * @param {readonly Case[]} cases
 * @param {'offer' | 'article' | 'automatic'} level the level from which on a page counts as an article; a contender without levels has one answer for all
 */
function detection(cases, level) {
  const says = (/** @type {Case} */ { own }) =>
    own.level === null ? own.isArticle === true : levels.indexOf(own.level) >= levels.indexOf(level);
  const judged = cases.filter(({ own }) => own.isArticle !== null);
  const recall = shareOf(articlesOf(judged), says);
  const precision = shareOf(judged.filter(says), ({ page }) => page.type === 'article');
  return { recall, precision, f1: harmonic(precision, recall), flagged: shareOf(othersOf(judged), says) };
}

/** @param {readonly Case[]} cases @param {'extractMs' | 'detectMs'} time @returns {number[]} for each page, the time as a multiple of Readability's */
const ratios = (cases, time) =>
  cases.flatMap(({ own, readability }) => {
    const [mine, theirs] = [own[time], readability?.[time]];
    return mine !== null && theirs ? [mine / theirs] : [];
  });

/** @type {readonly Row[]} */
export const rows = [
  { name: 'article word-F1, mean', bound: 'least', target: 0.957, unit: 'share', measure: (cases) => mean(articlesOf(cases).map(f1Of)) },
  {
    name: 'articles with F1 below 0.8',
    bound: 'most',
    target: 0.04,
    unit: 'percent',
    measure: (cases) => shareOf(articlesOf(cases), (one) => f1Of(one) < 0.8),
  },
  {
    name: 'articles with F1 below 0.5',
    bound: 'most',
    target: 0.015,
    unit: 'percent',
    measure: (cases) => shareOf(articlesOf(cases), (one) => f1Of(one) < 0.5),
  },
  {
    name: 'clutter snippets kept',
    bound: 'most',
    target: 0.028,
    unit: 'percent',
    measure: (cases) =>
      mean(
        articlesOf(cases)
          .filter(({ page }) => page.without.length)
          .map(({ page, own }) => snippetShare(own.text, page.without)),
      ),
  },
  {
    name: 'articles on which Readability is clearly better',
    bound: 'most',
    target: 0.05,
    unit: 'percent',
    measure: (cases) =>
      shareOf(
        articlesOf(cases).filter(({ readability }) => readability),
        (one) => textF1(/** @type {Result} */ (one.readability), one.page) > f1Of(one) + CLEARLY,
      ),
  },
  { name: 'headings, precision', bound: 'least', target: 0.94, unit: 'share', measure: (cases) => headingsOf(cases).precision },
  { name: 'headings, recall', bound: 'least', target: 0.94, unit: 'share', measure: (cases) => headingsOf(cases).recall },
  { name: 'pseudo-headings, recall', bound: 'least', target: 0.9, unit: 'share', measure: (cases) => headingsOf(cases).pseudo },
  {
    name: 'pages without section headings kept free of false ones',
    bound: 'least',
    target: 0.9,
    unit: 'share',
    measure: (cases) => headingsOf(cases).plainKept,
  },
  {
    name: 'order and relative depth of neighbouring headings',
    bound: 'least',
    target: 0.98,
    unit: 'share',
    measure: (cases) => headingsOf(cases).depth,
  },
  { name: 'detection, balanced: F1', bound: 'least', target: 0.94, unit: 'share', measure: (cases) => detection(cases, 'article').f1 },
  { name: 'detection, "offer": recall', bound: 'least', target: 0.98, unit: 'share', measure: (cases) => detection(cases, 'offer').recall },
  {
    name: 'detection, "offer": non-articles flagged',
    bound: 'most',
    target: 0.18,
    unit: 'percent',
    measure: (cases) => detection(cases, 'offer').flagged,
  },
  {
    name: 'detection, "automatic": precision',
    bound: 'least',
    target: 0.98,
    unit: 'share',
    measure: (cases) => detection(cases, 'automatic').precision,
  },
  {
    name: 'detection, "automatic": recall',
    bound: 'least',
    target: 0.88,
    unit: 'share',
    measure: (cases) => detection(cases, 'automatic').recall,
  },
  {
    name: 'title exact (case and space folded)',
    bound: 'least',
    target: 0.86,
    unit: 'share',
    measure: (cases) =>
      shareOf(
        articlesOf(cases).filter(({ page }) => page.title),
        ({ page, own }) => foldCase(own.title) === foldCase(page.title),
      ),
  },
  {
    name: 'byline exact, where one is given',
    bound: 'least',
    target: 0.8,
    unit: 'share',
    measure: (cases) =>
      shareOf(
        articlesOf(cases).filter(({ page }) => page.byline),
        ({ page, own }) => sameNames(own.byline, page.byline ?? ''),
      ),
  },
  {
    name: 'date exact, where one is given',
    bound: 'least',
    target: 0.84,
    unit: 'share',
    measure: (cases) =>
      shareOf(
        articlesOf(cases).filter(({ page }) => sameDay(page.date, page.date ?? '')),
        ({ page, own }) => sameDay(own.publishedTime, page.date ?? ''),
      ),
  },
  {
    name: 'whole pipeline, median of the ratio to Readability',
    bound: 'most',
    target: 1.8,
    unit: 'ratio',
    timing: true,
    measure: (cases) => quantile(ratios(articlesOf(cases), 'extractMs'), 0.5),
  },
  {
    name: 'whole pipeline, 95th percentile of the ratio',
    bound: 'most',
    target: 1.8,
    unit: 'ratio',
    timing: true,
    measure: (cases) => quantile(ratios(articlesOf(cases), 'extractMs'), 0.95),
  },
  {
    name: 'detection, first call, median of the ratio to isProbablyReaderable',
    bound: 'most',
    target: 5,
    unit: 'ratio',
    timing: true,
    measure: (cases) => quantile(ratios(cases, 'detectMs'), 0.5),
  },
];

/** @param {Row} row @param {number} value @returns {boolean} */
export const isMet = ({ bound, target }, value) => (bound === 'least' ? value >= target : value <= target);

/** @param {Row} row @param {number} value @returns {string} */
export function format({ unit }, value) {
  if (!Number.isFinite(value)) return '–';
  return unit === 'percent' ? `${(100 * value).toFixed(1)}%` : value.toFixed(unit === 'ratio' ? 2 : 3);
}
