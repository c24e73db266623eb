// @ts-check
// Scores the section headings of an extraction against headings labelled by hand.
import { createHash } from 'node:crypto';
import { harmonic } from './measures.mjs';

/**
 * @typedef {{ level: number, text: string }} Heading
 * @typedef {{ text?: string, hash?: string, kind: 'native' | 'pseudo', level: number }} LabelledHeading
 *   `hash` stands in place of `text` where the label is `hashed`: the first 16 hexadecimal digits of SHA-256 over the folded text
 * @typedef {{ headings: LabelledHeading[], notHeadings?: { text?: string, hash?: string, reason: string }[], optional?: string[], hashed?: boolean }} Label
 * @typedef {object} HeadingScore
 * @property {LabelledHeading[]} wanted
 * @property {boolean[]} found for each of `wanted`
 * @property {{ text: string, reason: string }[]} falses extracted, though no label, nor optional
 * @property {number} pairs found headings that follow one another
 * @property {number} ordered of those pairs, the ones in the right order
 * @property {number} agreeing of those, the ones with the right step in depth
 */

/** @param {string | undefined} text @returns {string} without what does not matter: case, white space, quote style, invisible characters, a colon at the end */
export function foldHeading(text) {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]|\uFE0F/g, '')
    .replace(/[\u2018\u2019\u201B\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201F\u2033]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:\uFF1A]+$/, '')
    .trim()
    .toLowerCase();
}

/** @param {string} folded */
const hashOf = (folded) => createHash('sha256').update(folded).digest('hex').slice(0, 16);

/**
 * The longest common subsequence.
 *
 * @param {readonly string[]} a
 * @param {readonly string[]} b
 * @returns {[number, number][]} pairs of indices
 */
function align(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (/** @type {number} */ i, /** @type {number} */ j) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      /** @type {Uint16Array} */ (lengths[i])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  /** @type {[number, number][]} */
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/**
 * Pairs headings in order first, so that repeated ones ("Pros") meet in their place, then what is left by text alone.
 *
 * @param {readonly string[]} wanted
 * @param {readonly string[]} got
 * @returns {number[]} for each of `wanted` its index in `got`, or -1
 */
function pairHeadings(wanted, got) {
  const at = wanted.map(() => -1);
  for (const [i, j] of align(wanted, got)) at[i] = j;
  const used = new Set(at);
  wanted.forEach((key, i) => {
    if (at[i] !== -1) return;
    const j = got.findIndex((other, index) => other === key && !used.has(index));
    at[i] = j;
    used.add(j);
  });
  return at;
}

/** @param {Label} label @param {readonly Heading[]} extracted @returns {HeadingScore} */
export function scoreHeadings(label, extracted) {
  const keyOf = (/** @type {{ text?: string, hash?: string }} */ { text, hash }) => hash ?? foldHeading(text);
  const got = extracted.map(({ level, text }) => ({ level, text, key: foldHeading(text) })).filter(({ key }) => key);
  if (label.hashed) for (const heading of got) heading.key = hashOf(heading.key);
  const keys = label.headings.map(keyOf);
  const at = pairHeadings(
    keys,
    got.map(({ key }) => key),
  );
  const used = new Set(at);
  const optional = new Set((label.optional ?? []).map((text) => (label.hashed ? text : foldHeading(text))));
  const reasons = new Map((label.notHeadings ?? []).map((not) => [keyOf(not), not.reason]));
  const falses = got
    .filter(({ key }, index) => !used.has(index) && !optional.has(key))
    .map(({ key, text }) => ({ text, reason: reasons.get(key) ?? (keys.includes(key) ? 'duplicate' : 'unlabelled') }));

  const levels = label.headings.map(({ level }) => level);
  const hits = at.flatMap((place, index) => (place >= 0 ? [{ place, wanted: levels[index] ?? 0, found: got[place]?.level ?? 0 }] : []));
  const pairs = hits.slice(1).map((second, index) => ({ first: /** @type {typeof second} */ (hits[index]), second }));
  const ordered = pairs.filter(({ first, second }) => second.place > first.place);
  return {
    wanted: label.headings,
    found: at.map((place) => place >= 0),
    falses,
    pairs: pairs.length,
    ordered: ordered.length,
    agreeing: ordered.filter(({ first, second }) => Math.sign(second.wanted - first.wanted) === Math.sign(second.found - first.found))
      .length,
  };
}

/**
 * Over many pages.
 *
 * @param {readonly HeadingScore[]} scores
 * @returns {{ precision: number, recall: number, f1: number, native: number, pseudo: number, plainKept: number, depth: number }} shares 0 to 1, NaN where nothing counts:
 *   `native` and `pseudo` are recalls, `plainKept` pages without section headings on which none was found, `depth` neighbouring pairs in order and of the right relative depth
 */
export function sumHeadings(scores) {
  const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole ? part / whole : Number.NaN);
  const all = scores.flatMap(({ wanted, found }) => wanted.map(({ kind }, index) => ({ kind, found: found[index] === true })));
  const recallOf = (/** @type {typeof all} */ list) => share(list.filter(({ found }) => found).length, list.length);
  const hits = all.filter(({ found }) => found).length;
  const total = (/** @type {(score: HeadingScore) => number} */ count) => scores.reduce((sum, score) => sum + count(score), 0);
  const plain = scores.filter(({ wanted }) => !wanted.length);
  const precision = share(hits, hits + total(({ falses }) => falses.length));
  const recall = recallOf(all);
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    native: recallOf(all.filter(({ kind }) => kind === 'native')),
    pseudo: recallOf(all.filter(({ kind }) => kind === 'pseudo')),
    plainKept: share(plain.filter(({ falses }) => !falses.length).length, plain.length),
    depth: share(
      total(({ agreeing }) => agreeing),
      total(({ pairs }) => pairs),
    ),
  };
}
