import { articleId, digest } from './article-address';
import { parseArticleFields, record, summarise, type UnsafeArticle } from './article-fields';
import { parseMarks } from './marks';
import { keyOf, type MetaRecord, parseBody, parseMeta, parseTrash, revTime, SCHEMA_VERSION, type TextOf } from './records';

/** What can be wrong with one article. */
export type ArticleFault =
  /** Its record cannot be read; its text can, and gives a new one. */
  | 'record-lost'
  /** Its record cannot be read, and it has no text that can. */
  | 'record-unreadable'
  /** Its text is gone, or is not what was saved. */
  | 'text-damaged'
  /** The same of an earlier text. */
  | 'earlier-damaged'
  /** It was deleted, and what undo would bring back cannot be read. */
  | 'trash-unreadable';

/** What is wrong with an article, and what mends it: the keys to write, and those whose values are set aside and go. */
export interface Verdict {
  fault: ArticleFault;
  /** As the list would show it; its id where nothing says. */
  title: string;
  set: Record<string, unknown>;
  aside: string[];
}

type Items = Readonly<Record<string, unknown>>;

/** What is stored of one article. `revs`: of the bodies there are, whoever they belong to. */
export interface StoredArticle {
  id: string;
  items: Items;
  revs: readonly string[];
}

/** Every key that may hold something of an article. */
export const keysOf = (id: string, revs: readonly string[]): string[] => [
  keyOf.meta(id),
  keyOf.trash(id),
  ...revs.map((rev) => keyOf.body(id, rev)),
];

function decode(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null; // damaged, which is what is being asked
    throw error;
  }
}

/** Whether a body is there and is the one that was saved. */
async function isWhole({ id, items }: StoredArticle, { rev, length, hash }: TextOf): Promise<boolean> {
  const body = parseBody(items[keyOf.body(id, rev)]);
  return body !== null && body.json.length === length && (await digest(body.json)) === hash;
}

/** The article in a body that nothing vouches for; null where it is none, or another one. */
async function articleIn({ id, items }: StoredArticle, rev: string): Promise<{ article: UnsafeArticle; text: TextOf } | null> {
  const json = parseBody(items[keyOf.body(id, rev)])?.json;
  const article = json === undefined ? null : parseArticleFields(decode(json));
  if (json === undefined || !article || (await articleId(article.url)) !== id) return null;
  return { article, text: { rev, length: json.length, hash: await digest(json) } };
}

/** A record made anew from the newest text that can be read, with the marks that can. */
async function rebuild(stored: StoredArticle, damaged: unknown): Promise<MetaRecord | null> {
  const { savedAt } = record(damaged);
  const newestFirst = [...stored.revs].sort((a, b) => (revTime(b) ?? 0) - (revTime(a) ?? 0));
  for (const rev of newestFirst) {
    const found = await articleIn(stored, rev);
    if (!found) continue;
    const summary = summarise(found.article, stored.id, typeof savedAt === 'number' ? savedAt : (revTime(rev) ?? 0));
    return { ...summary, ...parseMarks(damaged), v: SCHEMA_VERSION, text: found.text, earlier: [] };
  }
  return null;
}

/** The record without what is damaged: with its newest whole text, or as a link where it has none. */
async function withoutDamage(stored: StoredArticle, meta: MetaRecord, damaged: ReadonlySet<string>): Promise<MetaRecord> {
  const earlier = meta.earlier.filter(({ rev }) => !damaged.has(rev));
  if (!meta.text || !damaged.has(meta.text.rev)) return { ...meta, earlier };
  for (const version of earlier.toReversed()) {
    const found = await articleIn(stored, version.rev);
    if (!found) continue;
    const summary = summarise(found.article, meta.id, version.savedAt);
    return { ...meta, ...summary, text: found.text, earlier: earlier.filter(({ rev }) => rev !== version.rev) };
  }
  return { ...meta, text: null, earlier };
}

/** @param key of the record that names the texts; `store` makes its value of a meta */
async function judgeTexts(
  stored: StoredArticle,
  key: string,
  meta: MetaRecord,
  store: (meta: MetaRecord) => unknown,
): Promise<Verdict | null> {
  const damaged = new Set<string>();
  for (const text of [...(meta.text ? [meta.text] : []), ...meta.earlier]) if (!(await isWhole(stored, text))) damaged.add(text.rev);
  if (damaged.size === 0) return null;
  return {
    fault: meta.text && damaged.has(meta.text.rev) ? 'text-damaged' : 'earlier-damaged',
    title: meta.title || meta.url,
    set: { [key]: store(await withoutDamage(stored, meta, damaged)) },
    aside: [key, ...[...damaged].map((rev) => keyOf.body(stored.id, rev))],
  };
}

/** What an unreadable record still calls its article. */
function nameIn(value: unknown, id: string): string {
  const { title, url } = record(value);
  const known = [title, url].find((name) => typeof name === 'string' && name !== '');
  return typeof known === 'string' ? known : id;
}

/** The record of a saved article cannot be read: its texts may be. */
async function judgeLost(stored: StoredArticle, value: unknown): Promise<Verdict> {
  const { id, revs } = stored;
  const key = keyOf.meta(id);
  const rebuilt = await rebuild(stored, value);
  if (rebuilt) return { fault: 'record-lost', title: rebuilt.title || rebuilt.url, set: { [key]: rebuilt }, aside: [key] };
  return { fault: 'record-unreadable', title: nameIn(value, id), set: {}, aside: [key, ...revs.map((rev) => keyOf.body(id, rev))] };
}

/**
 * Says what is wrong with one article, and what would mend it: as much of it stays as can be read, and the rest is set aside.
 *
 * @returns null where all is well
 */
export async function judgeArticle(stored: StoredArticle): Promise<Verdict | null> {
  const { id, items, revs } = stored;
  const [metaKey, trashKey] = [keyOf.meta(id), keyOf.trash(id)];
  if (metaKey in items) {
    const meta = parseMeta(items[metaKey]);
    return meta?.id === id ? judgeTexts(stored, metaKey, meta, (mended) => mended) : judgeLost(stored, items[metaKey]);
  }
  if (!(trashKey in items)) return null;
  const trash = parseTrash(items[trashKey]);
  if (trash?.meta.id === id) return judgeTexts(stored, trashKey, trash.meta, (mended) => ({ ...trash, meta: mended }));
  return { fault: 'trash-unreadable', title: nameIn(record(items[trashKey]).meta, id), set: {}, aside: keysOf(id, revs) };
}
