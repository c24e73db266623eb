import type { ArticleSummary } from '../article/article';
import { isArticleId } from './article-address';
import { parseSummary, record } from './article-fields';

/**
 * The library's keys in `storage.local`:
 *
 *     schema            { v }                      a higher one than ours makes the library read-only
 *     body:<id>:<rev>   BodyRecord                 written first
 *     meta:<id>         MetaRecord                 written second: the commit; names the body's rev
 *     trash:<id>        TrashRecord                a deleted article's meta, for undo
 *     quar:<id>         a meta without its body, set aside by the sweeper
 *     ids               string[]                   only where the area cannot list its keys; derived, see `keys.ts`
 *     sweptAt           number                     when the sweeper last ran, in milliseconds since 1970
 */
export const SCHEMA_VERSION = 1;

export const keyOf = {
  meta: (id: string) => `meta:${id}`,
  body: (id: string, rev: string) => `body:${id}:${rev}`,
  trash: (id: string) => `trash:${id}`,
  quarantine: (id: string) => `quar:${id}`,
};

/** Small: the lists load all of them. */
export interface MetaRecord extends ArticleSummary {
  v: number;
  /** Which `body:<id>:<rev>` is the article's text. */
  rev: string;
  /** Of the body's `json`: UTF-16 units, and SHA-256. */
  length: number;
  hash: string;
}

export interface BodyRecord {
  v: number;
  id: string;
  rev: string;
  /** The article in our own encoding: what a browser's storage does to objects must not matter. */
  json: string;
}

export interface TrashRecord {
  v: number;
  meta: MetaRecord;
  /** Milliseconds since 1970. */
  deletedAt: number;
}

/** A rev begins with the time it was made, so that the sweeper knows an orphan's age from its key. */
export const newRev = (now: number, random: string): string => `${now.toString(36)}-${random}`;

/** Milliseconds since 1970, or null when it is no rev of ours. */
export function revTime(rev: string): number | null {
  const [, time] = /^([0-9a-z]{8,9})-[\w-]+$/.exec(rev) ?? [];
  return time === undefined ? null : Number.parseInt(time, 36);
}

/** Null when the value is no meta of this version. */
export function parseMeta(value: unknown): MetaRecord | null {
  const { v, rev, length, hash } = record(value);
  const summary = parseSummary(value);
  if (!summary || !isArticleId(summary.id) || v !== SCHEMA_VERSION) return null;
  if (typeof rev !== 'string' || revTime(rev) === null || typeof length !== 'number' || typeof hash !== 'string') return null;
  return { ...summary, v, rev, length, hash };
}

export function parseTrash(value: unknown): TrashRecord | null {
  const { v, meta, deletedAt } = record(value);
  const parsed = parseMeta(meta);
  return parsed && v === SCHEMA_VERSION && typeof deletedAt === 'number' ? { v, meta: parsed, deletedAt } : null;
}

export function parseBody(value: unknown): BodyRecord | null {
  const { v, id, rev, json } = record(value);
  if (v !== SCHEMA_VERSION || typeof id !== 'string' || typeof rev !== 'string' || typeof json !== 'string') return null;
  return { v, id, rev, json };
}

export function summaryOf({
  id,
  url,
  title,
  byline,
  siteName,
  publishedTime,
  lang,
  dir,
  excerpt,
  wordCount,
  savedAt,
}: MetaRecord): ArticleSummary {
  return { id, url, title, byline, siteName, publishedTime, lang, dir, excerpt, wordCount, savedAt };
}
