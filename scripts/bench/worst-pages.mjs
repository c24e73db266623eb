// @ts-check
// Which pages went wrong, and what is to be seen there.
import { scoreHeadings } from './heading-measures.mjs';
import { textF1 } from './quality-rows.mjs';

/**
 * @typedef {import('./stored-pages.mjs').StoredPage} StoredPage
 * @typedef {import('./run-contenders.mjs').Results} Results
 */

const LINES_SHOWN = 4;

/** @param {string} text @returns {string} letters and digits alone */
const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
/** @param {string} text */
const cut = (text) => (text.length > 140 ? `${text.slice(0, 140)}…` : text);

/** @param {string} text @param {string} other @returns {string[]} the paragraphs of `text` that do not stand in `other` */
function onlyIn(text, other) {
  const known = bare(other);
  return text.split(/\n+/).filter((line) => bare(line) && !known.includes(bare(line)));
}

/**
 * @param {readonly StoredPage[]} articles
 * @param {Results} results
 * @param {number} most how many of each kind
 * @returns {string} the articles with the lowest F1, then the pages with the most faults in their headings
 */
export function describeWorst(articles, results, most) {
  const cases = articles.flatMap((page) => {
    const { ours, readability } = results.get(page.id) ?? {};
    return ours ? [{ page, ours, f1: textF1(ours, page), theirs: readability ? textF1(readability, page) : Number.NaN }] : [];
  });
  const texts = [...cases]
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, most)
    .map(({ page, ours, f1, theirs }) => {
      const missing = onlyIn(page.text, ours.text);
      const extra = onlyIn(ours.text, page.text);
      return [
        `\n${page.id} ${page.url}\n  F1 ${f1.toFixed(3)}, Readability ${theirs.toFixed(3)}; missing ${missing.length} paragraphs, extra ${extra.length}${ours.error ? `; ${ours.error}` : ''}`,
        ...missing.slice(0, LINES_SHOWN).map((line) => `  - ${cut(line)}`),
        ...extra.slice(0, LINES_SHOWN).map((line) => `  + ${cut(line)}`),
      ].join('\n');
    });
  const headings = cases
    .flatMap(({ page, ours }) => (page.headings ? [{ page, score: scoreHeadings(page.headings, ours.headings) }] : []))
    .map(({ page, score }) => ({ page, score, missed: score.wanted.filter((_, index) => !score.found[index]) }))
    .sort((a, b) => b.missed.length + b.score.falses.length - (a.missed.length + a.score.falses.length))
    .slice(0, most)
    .map(({ page, score: { falses }, missed }) =>
      [
        `\n${page.id} ${page.url}\n  ${missed.length} missed, ${falses.length} false`,
        ...missed.slice(0, LINES_SHOWN).map(({ kind, text }) => `  - ${kind}: ${cut(text ?? '')}`),
        ...falses.slice(0, LINES_SHOWN).map(({ reason, text }) => `  + ${reason}: ${cut(text)}`),
      ].join('\n'),
    );
  return ['\nThe articles with the lowest F1', ...texts, '\nThe pages with the most faults in their headings', ...headings].join('\n');
}
