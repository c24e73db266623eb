// @ts-check
// Runs Clean Copy and its peers side by side over stored pages.
import { bundle } from './bundle.mjs';
import { launch, openTab, withDeadline } from './stored-page-tab.mjs';
import { readPage } from './stored-pages.mjs';

/**
 * @typedef {import('./stored-pages.mjs').StoredPage} StoredPage
 * @typedef {'ours' | 'readability' | 'defuddle'} Contender
 * @typedef {object} Result what one contender made of one page
 * @property {string | null} title
 * @property {string | null} byline
 * @property {string | null} publishedTime
 * @property {string} text
 * @property {{ level: number, text: string }[]} headings
 * @property {boolean | null} isArticle null where it has no detector
 * @property {string | null} level the detector's, for ours alone
 * @property {{ state: 'whole' | 'partial', share: number, missing: string | null } | null} [completeness] for ours alone
 * @property {number | null} detectMs first call
 * @property {number | null} extractMs
 * @property {string | null} error
 * @typedef {{ name: string, script: string }} Script what defines `extractArticle`, and its name in the results
 * @typedef {Map<string, Partial<Record<Contender, Result>>>} Results by the page's id
 */

/** The entries of tests/bench/ they are bundled from. */
const entries = { ours: 'extract', readability: 'readability', defuddle: 'defuddle' };

/** Runs in the page, in a world of its own, on what the bundles define. */
const RUN = `(async () => {
  const result = { isArticle: null, level: null, detectMs: null, extractMs: null, completeness: null, error: null, article: null };
  try {
    if (globalThis.detectArticle) {
      const start = performance.now();
      result.isArticle = await globalThis.detectArticle(document);
      result.detectMs = performance.now() - start;
      result.level = globalThis.readDetection?.(document).level ?? null;
    }
    const start = performance.now();
    const article = await globalThis.extractArticle(document);
    result.extractMs = performance.now() - start;
    if (article) {
      const { title, byline, publishedTime, contentHtml, completeness = null } = article;
      result.article = { title, byline, publishedTime, contentHtml };
      result.completeness = completeness;
    }
  } catch (error) {
    result.error = String(error?.stack ?? error).slice(0, 600);
  }
  return JSON.stringify(result);
})()`;

/** @type {Result} */
const nothing = {
  title: null,
  byline: null,
  publishedTime: null,
  text: '',
  headings: [],
  isArticle: null,
  level: null,
  detectMs: null,
  extractMs: null,
  completeness: null,
  error: null,
};

/** @param {Awaited<ReturnType<typeof openTab>>} tab @param {string} contender @param {string} script @returns {Promise<Result>} */
async function runOne(tab, contender, script) {
  const { article, ...measured } = JSON.parse(await tab.runApart(contender, script, RUN));
  const rendered = await tab.render(article?.contentHtml ?? '');
  const { title, byline, publishedTime } = article ?? nothing;
  return { title: title || null, byline: byline || null, publishedTime: publishedTime || null, ...rendered, ...measured };
}

/**
 * @param {readonly StoredPage[]} pages
 * @param {readonly Contender[]} contenders
 * @param {Parameters<typeof runScripts>[2]} [options]
 * @returns {Promise<Results>}
 */
export async function runContenders(pages, contenders, options) {
  return runScripts(pages, await Promise.all(contenders.map(async (name) => ({ name, script: await bundle(entries[name]) }))), options);
}

/**
 * Each page is loaded once, each contender has a world of its own in it, and who comes first changes from page to page. (Clean Copy and
 * Defuddle leave the page as it is, Readability works on a clone.)
 *
 * @param {readonly StoredPage[]} pages
 * @param {readonly Script[]} scripts
 * @param {{ tabs?: number, onProgress?: (done: number) => void }} [options] `tabs`: pages at a time
 * @returns {Promise<Map<string, Record<string, Result>>>} by the page's id and the script's name; a page that fails, or takes over 20 s, has its `error`
 */
export async function runScripts(pages, scripts, { tabs = 2, onProgress } = {}) {
  const browser = await launch();
  /** @type {Map<string, Record<string, Result>>} */
  const results = new Map();
  const queue = pages.map((page, index) => ({ page, index }));
  const work = async () => {
    let tab = await openTab(browser);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { page, index } = next;
      const html = readPage(page.file);
      /** @type {Record<string, Result>} */
      const result = {};
      try {
        await withDeadline(tab.show(page.url, html), page.id);
        for (let turn = 0; turn < scripts.length; turn++) {
          const { name, script } = /** @type {(typeof scripts)[0]} */ (scripts[(index + turn) % scripts.length]);
          result[name] = await withDeadline(runOne(tab, name, script), `${name} on ${page.id}`);
        }
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown.message : String(thrown);
        for (const { name } of scripts) result[name] ??= { ...nothing, error };
        await tab.close();
        tab = await openTab(browser);
      }
      results.set(page.id, result);
      onProgress?.(results.size);
    }
    await tab.close();
  };
  try {
    await Promise.all(Array.from({ length: tabs }, work));
  } finally {
    await browser.close();
  }
  return results;
}
