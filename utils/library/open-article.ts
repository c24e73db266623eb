import type { ArticleSummary } from '../article/article';
import { digest } from './article-address';
import { type ParsedArticle, parseArticle } from './parse-article';
import { keyOf, parseBody, parseMeta, summaryOf } from './records';
import { localArea, type StorageArea } from './storage-area';

/** What became of opening a saved article. */
export type SavedArticle =
  | ({ state: 'whole'; summary: ArticleSummary } & ParsedArticle)
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

/** Loads one saved article, checks it against what was saved, and sanitises it again. Rejects when storage cannot be read. */
export async function getArticle(id: string, area: StorageArea = localArea()): Promise<SavedArticle> {
  const meta = parseMeta((await area.get(keyOf.meta(id)))[keyOf.meta(id)]);
  if (!meta) return { state: 'not-found' };
  const summary = summaryOf(meta);
  if (!meta.text) return { state: 'no-text', summary };
  const bodyKey = keyOf.body(id, meta.text.rev);
  const body = parseBody((await area.get(bodyKey))[bodyKey]);
  if (!body) return { state: 'damaged', summary, text: null };
  const intact = body.json.length === meta.text.length && (await digest(body.json)) === meta.text.hash;
  const parsed = intact ? parseArticle(decode(body.json)) : null;
  return parsed ? { state: 'whole', summary, ...parsed } : { state: 'damaged', summary, text: plainText(body.json) };
}
