// @ts-check
// Stored pages, what is known of them, and which of them a run takes.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { HELD_BACK, partOf } from './domain-parts.mjs';

/**
 * @typedef {import('./heading-measures.mjs').Label} Label
 * @typedef {object} StoredPage
 * @property {string} id
 * @property {string} file path of the HTML, gzipped or not
 * @property {string} url
 * @property {string} type `article` or a kind of page that is none
 * @property {string} domain
 * @property {boolean} heldBack the block model did not learn from this domain
 * @property {string} text the true text
 * @property {string[]} without snippets of clutter that an extraction must not hold
 * @property {string | null} title
 * @property {string | null} byline
 * @property {string | null} date
 * @property {Label | null} headings
 * @typedef {Omit<StoredPage, 'id' | 'file' | 'domain' | 'heldBack' | 'headings'>} Truth
 *
 * @typedef {object} WcxbFile
 * @property {string} [url]
 * @property {{ page_type?: string | { primary?: string } }} [_internal]
 * @property {{ main_content?: string, with?: string[], without?: string[], title?: string, author?: string, publish_date?: string } | null} [ground_truth]
 * @typedef {Record<string, { page_type?: string, domain?: string }>} Known `metadata.json`, by the page's id
 */

/** @param {string} file */
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
/** @param {string} file */
const readJsonIfThere = (file) => (fs.existsSync(file) ? readJson(file) : null);

/** @param {WcxbFile} truth @param {Known[string] | undefined} known @returns {Truth | null} */
function readTruth(truth, known) {
  const told = truth.ground_truth;
  if (!told || typeof told !== 'object') return null;
  const kind = truth._internal?.page_type;
  const type = (typeof kind === 'string' ? kind : kind?.primary) ?? known?.page_type ?? 'article';
  return {
    url: truth.url ?? '',
    type: type === 'category' ? 'collection' : type,
    text: told.main_content ?? '',
    without: told.without ?? [],
    title: told.title ?? null,
    byline: told.author ?? null,
    date: told.publish_date ?? null,
  };
}

/**
 * @param {string} file a folder with one file for each page (WCXB), or one file for all (article-extraction-benchmark: articles only, text only)
 * @param {Known} known
 * @returns {Map<string, Truth>}
 */
function readTruths(file, known) {
  /** @type {[string, Truth | null][]} */
  const entries = fs.statSync(file).isDirectory()
    ? fs
        .readdirSync(file)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [path.basename(name, '.json'), readTruth(readJson(path.join(file, name)), known[path.basename(name, '.json')])])
    : Object.entries(readJson(file)).map(([id, { url, articleBody }]) => [
        id,
        { url: url ?? '', type: 'article', text: articleBody ?? '', without: [], title: null, byline: null, date: null },
      ]);
  return new Map(entries.flatMap(([id, truth]) => (truth ? [[id, truth]] : [])));
}

/** @param {string} url @returns {string} */
const hostOf = (url) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');

/**
 * The stored pages whose truth is known, but for those that `set-aside.json` beside the truth names.
 *
 * @param {{ pages: string, truth: string, headings?: string, metadata?: string }} paths `headings` and `metadata` are looked for beside the truth where they are not given
 * @returns {StoredPage[]} in the order of their ids
 */
export function findPages({ pages, truth, headings, metadata }) {
  const beside = (/** @type {string} */ name) => path.join(path.dirname(path.resolve(truth)), name);
  /** @type {Known} */
  const known = readJsonIfThere(metadata ?? beside('metadata.json'))?.files ?? {};
  const truths = readTruths(truth, known);
  const aside = new Set(Object.values(readJsonIfThere(beside('set-aside.json')) ?? {}).flat());
  const given = headings ? readJson(headings) : (readJsonIfThere(beside('headings.json')) ?? {});
  // Their keys name the collection, then the page: "pages:0001".
  const labels = new Map(Object.entries(given).map(([key, label]) => [key.slice(key.lastIndexOf(':') + 1), /** @type {Label} */ (label)]));
  return fs
    .readdirSync(pages)
    .filter((name) => /\.html?(\.gz)?$/.test(name))
    .sort()
    .flatMap((name) => {
      const id = name.replace(/\.html?(\.gz)?$/, '');
      const told = truths.get(id);
      if (!told || aside.has(id)) return [];
      const domain = known[id]?.domain ?? hostOf(told.url);
      const url = /^https?:\/\//.test(told.url) ? told.url : `https://page.invalid/${id}`;
      const heldBack = partOf(domain) === HELD_BACK;
      return [{ ...told, id, file: path.join(pages, name), url, domain, heldBack, headings: labels.get(id) ?? null }];
    });
}

/** @param {string} id */
const dealt = (id) => createHash('sha256').update(id).digest('hex');

/** @template {{ id: string }} Page @param {readonly Page[]} pages @returns {Page[]} in an order that only their ids decide, and that has nothing to do with them */
export const shuffle = (pages) => [...pages].sort((a, b) => (dealt(a.id) < dealt(b.id) ? -1 : 1));

/** @param {string} file @returns {Buffer} the page's bytes */
export function readPage(file) {
  const bytes = fs.readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
