import type { ArticleMarks, ArticleSummary, ArticleVersion } from '../article/article';
import { isArticleId } from './article-address';
import { parseSummaryFields, record, type SummaryFields } from './article-fields';
import { parseMarks } from './marks';

/**
 * The library's keys in `storage.local`:
 *
 *     schema            { v }                      a higher one than ours makes the library read-only; a lower one is raised by the
 *                                                  first write, and records of lower versions are understood for good
 *     body:<id>:<rev>   BodyRecord                 written before the meta that names it, or with it
 *     meta:<id>         MetaRecord                 the commit; names the revs of its bodies
 *     trash:<id>        TrashRecord                a deleted article's meta, for undo
 *     aside:<id>        AsideRecord                what a repair took out: to be had as a file, never read again
 *     ids               string[]                   only where the area cannot list its keys; derived, see `keys.ts`
 *     sweptAt           number                     when the sweeper last ran, in milliseconds since 1970
 */
export const SCHEMA_VERSION = 2;

export const keyOf = {
  meta: (id: string) => `meta:${id}`,
  body: (id: string, rev: string) => `body:${id}:${rev}`,
  trash: (id: string) => `trash:${id}`,
  aside: (id: string) => `aside:${id}`,
};

/** Where an article's text is (`rev`: which `body:<id>:<rev>`), and what it must be. */
export type TextOf = Omit<ArticleVersion, 'savedAt'>;

/** Small: the lists load all of them. Version 1 had no marks, no earlier texts, and always a text. */
export interface MetaRecord extends SummaryFields, ArticleMarks {
  v: number;
  /** Null for what was imported as a link and not fetched yet. */
  text: TextOf | null;
  /** Texts that a newer one took the place of and that the user kept, oldest first. */
  earlier: ArticleVersion[];
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

const isKnown = (v: unknown): boolean => typeof v === 'number' && Number.isInteger(v) && v >= 1 && v <= SCHEMA_VERSION;

function parseText(value: unknown): TextOf | null {
  const { rev, length, hash } = record(value);
  if (typeof rev !== 'string' || revTime(rev) === null || typeof length !== 'number' || typeof hash !== 'string') return null;
  return { rev, length, hash };
}

/** Before the library noted when each text was saved, it was known from its name. */
export function parseVersion(value: unknown): ArticleVersion | null {
  const text = parseText(value);
  const { savedAt } = record(value);
  return text && { ...text, savedAt: typeof savedAt === 'number' && savedAt > 0 ? savedAt : (revTime(text.rev) ?? 0) };
}

/** A meta of any version up to ours, in today's shape. Null when the value is none. */
export function parseMeta(value: unknown): MetaRecord | null {
  const raw = record(value);
  const fields = parseSummaryFields(value);
  if (!fields || !isArticleId(fields.id) || !isKnown(raw.v)) return null;
  const text = parseText(raw.v === 1 ? raw : raw.text);
  if (!text && (raw.v === 1 || raw.text !== null)) return null;
  const earlier = (Array.isArray(raw.earlier) ? raw.earlier : []).map(parseVersion);
  if (earlier.includes(null)) return null;
  return { ...fields, ...parseMarks(value), v: SCHEMA_VERSION, text, earlier: earlier as ArticleVersion[] };
}

/** Every text of an article, oldest first; the last is the one that is read. */
export const versionsOf = ({ text, earlier, savedAt }: Pick<MetaRecord, 'text' | 'earlier' | 'savedAt'>): ArticleVersion[] =>
  text ? [...earlier, { ...text, savedAt }] : earlier;

/** The revs of all bodies that belong to an article. */
export const revsOf = (meta: Pick<MetaRecord, 'text' | 'earlier'> | null | undefined): string[] =>
  meta ? [...(meta.text ? [meta.text] : []), ...meta.earlier].map(({ rev }) => rev) : [];

export function parseTrash(value: unknown): TrashRecord | null {
  const { v, meta, deletedAt } = record(value);
  const parsed = parseMeta(meta);
  return parsed && isKnown(v) && typeof deletedAt === 'number' ? { v: SCHEMA_VERSION, meta: parsed, deletedAt } : null;
}

export function parseBody(value: unknown): BodyRecord | null {
  const { v, id, rev, json } = record(value);
  if (!isKnown(v) || typeof id !== 'string' || typeof rev !== 'string' || typeof json !== 'string') return null;
  return { v: SCHEMA_VERSION, id, rev, json };
}

/** Longest excerpt of a list, in UTF-16 units: three lines. */
const longestExcerpt = 300;

/** What the lists show of a stored article. */
export function summaryOf({ v: _v, text, earlier: _earlier, ...summary }: MetaRecord): ArticleSummary {
  const excerpt = summary.excerpt.slice(0, longestExcerpt).toWellFormed();
  return { ...summary, excerpt, hasText: text !== null, rev: text?.rev ?? null };
}
