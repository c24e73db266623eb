// @ts-check
// The measures of text and metadata: ports of the benchmarks' own `evaluate.py` (WCXB, Murrough Foley, CC-BY-4.0; article-extraction-benchmark).

/** @typedef {{ precision: number, recall: number, f1: number }} Overlap */

/** @param {readonly number[]} list @returns {number} NaN for an empty list */
export const mean = (list) => (list.length ? list.reduce((sum, value) => sum + value, 0) / list.length : Number.NaN);

/** @param {readonly number[]} list @param {number} share 0 to 1 @returns {number} the value that this share of the list does not exceed; NaN for an empty list */
export function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Words as Python's `\w+` finds them: letters, numbers and the underscore. @param {string | null | undefined} text */
const wordsOf = (text) => (text ?? '').match(/[\p{L}\p{N}_]+/gu) ?? [];

/** @param {readonly string[]} list @returns {Map<string, number>} */
function countEach(list) {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** @param {readonly string[]} found @param {readonly string[]} wanted @returns {number} how many stand in both, each as often as in the one that has fewer */
function countCommon(found, wanted) {
  const left = countEach(wanted);
  let common = 0;
  for (const [item, count] of countEach(found)) common += Math.min(count, left.get(item) ?? 0);
  return common;
}

/** @param {number} precision @param {number} recall */
export const harmonic = (precision, recall) => (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall));

/**
 * WCXB's measure: the words of both texts, without order or case.
 *
 * @param {string} found
 * @param {string} wanted
 * @returns {Overlap} two empty texts agree
 */
export function wordOverlap(found, wanted) {
  const [a, b] = [wordsOf(found.toLowerCase()), wordsOf(wanted.toLowerCase())];
  if (!a.length || !b.length) {
    const same = a.length === b.length ? 1 : 0;
    return { precision: same, recall: same, f1: same };
  }
  const common = countCommon(a, b);
  const [precision, recall] = [common / a.length, common / b.length];
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** @param {string} text @returns {string[]} every four words that stand together; a shorter text is one piece */
function shingles(text) {
  const words = wordsOf(text);
  const pieces = [];
  for (let at = 0; at < Math.max(1, words.length - 3); at++) if (words.length) pieces.push(words.slice(at, at + 4).join(' '));
  return pieces;
}

/**
 * The article-extraction-benchmark's measure over many pages: four words at a time, in the case they stand in.
 *
 * @param {readonly { found: string, wanted: string }[]} pages
 * @returns {Overlap} means over the pages that have something to be precise, or complete, about
 */
export function shingleOverlap(pages) {
  const precisions = [];
  const recalls = [];
  for (const { found, wanted } of pages) {
    const [a, b] = [shingles(found), shingles(wanted)];
    const common = countCommon(a, b);
    if (a.length) precisions.push(common / a.length);
    if (b.length) recalls.push(common / b.length);
  }
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** @param {string} text @param {readonly string[]} snippets @returns {number} the share of the snippets that the text holds */
export function snippetShare(text, snippets) {
  if (!snippets.length) return 1;
  const lower = text.toLowerCase();
  return snippets.filter((snippet) => lower.includes(snippet.toLowerCase())).length / snippets.length;
}

/** @param {string | null | undefined} text @returns {string} with case and white space folded */
export const foldCase = (text) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** @param {string | null | undefined} text @returns {string} folded further: accents, and the shapes of quotation marks and dashes */
const foldMarks = (text) =>
  foldCase(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc`]/g, "'");

const notNames = new Set(['by', 'and', 'with', 'written', 'author', 'authors', 'von', 'par', 'por', 'the']);

/** @param {string | null | undefined} byline @returns {Set<string>} */
const nameWords = (byline) => new Set(wordsOf(foldMarks(byline)).filter((word) => !notNames.has(word)));

/** @param {string | null} found @param {string} wanted @returns {boolean} whether both name the same people, in any order: "By Jane Doe and Al Poe" is "Al Poe, Jane Doe" */
export function sameNames(found, wanted) {
  const [a, b] = [nameWords(found), nameWords(wanted)];
  return b.size > 0 && a.size === b.size && [...b].every((word) => a.has(word));
}

/**
 * @param {string | null | undefined} text
 * @returns {string | null} the day a date names, `YYYY-MM-DD`, or the month where it names no day
 */
export function dayOf(text) {
  if (!text) return null;
  const iso = /^\s*(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text);
  if (iso) return iso.slice(1).filter(Boolean).join('-');
  const isStamp = /^\s*\d{10}(\d{3})?\s*$/.test(text);
  const date = new Date(isStamp ? Number(text.trim().padEnd(13, '0')) : text);
  if (Number.isNaN(date.getTime())) return null;
  const pad = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** @param {string | null} found @param {string} wanted @returns {boolean} whether the dates name the same day, or, where only a month is wanted, the same month */
export function sameDay(found, wanted) {
  const [a, b] = [dayOf(found), dayOf(wanted)];
  return a !== null && b !== null && (a === b || a.startsWith(`${b}-`));
}
