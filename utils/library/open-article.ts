import type { ArticleSummary, ArticleVersion } from '../article/article';
import { digest } from './article-address';
import { type ParsedArticle, parseArticle } from './parse-article';
import { keyOf, parseBody, parseMeta, summaryOf, versionsOf } from './records';
import { localArea, type StorageArea } from './storage-area';

/** What became of opening a saved article. */
export type SavedArticle =
  | ({ state: 'whole'; summary: ArticleSummary; version: ArticleVersion; versions: ArticleVersion[] } & ParsedArticle)
  /** The text does not match what was saved, or is gone. `text`: what is left of it, plain, to show or export. */
  | { state: 'damaged'; summary: ArticleSummary; text: string | null }
  /** Saved as a link: its text was never fetched. */
  | { state: 'no-text'; summary: ArticleSummary }
  | { state: 'not-found' };

/** Plain words of what may be broken markup, without letting any of it live. */
function plainText(json: string): string | null {
  const [, html] = /"contentHtml":"((?:[^"\\]|\\.)*)/.exec(json) ?? [];
  const unescaped = (html ?? '').replace(/\\u[0-9a-f]{4}|\\./gi, (escaped) => (escaped === '\\"' ? '"' : ' '));
  return new DOMParser().parseFromString(unescaped, 'text/html').body.textContent?.replace(/\s+/g, ' ').trim() || null;
}

function decode(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null; // damaged: the caller says so
    throw error;
  }
}

/**
 * Loads one saved article, checks it against what was saved, and sanitises it again. Rejects when storage cannot be read.
 *
 * @param rev which of its texts; null, or one that it has no more: the newest
 */
export async function getArticle(id: string, area: StorageArea = localArea(), rev: string | null = null): Promise<SavedArticle> {
  const meta = parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)]);
  if (!meta) return { state: 'not-found' };
  const summary = summaryOf(meta);
  const versions = versionsOf(meta);
  const version = versions.find((one) => one.rev === rev) ?? versions.at(-1);
  if (!meta.text || !version) return { state: 'no-text', summary };
  const bodyKey = keyOf.body(id, version.rev);
  const body = parseBody((await area.get(bodyKey))[bodyKey]);
  if (!body) return { state: 'damaged', summary, text: null };
  const intact = body.json.length === version.length && (await digest(body.json)) === version.hash;
  const parsed = intact ? parseArticle(decode(body.json)) : null;
  return parsed ? { state: 'whole', summary, version, versions, ...parsed } : { state: 'damaged', summary, text: plainText(body.json) };
}
