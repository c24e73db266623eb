import type { ArticleMarks, ArticleVersion } from '../article/article';
import { articleId, digest } from './article-address';
import { parseArticleFields, summarise, type UnsafeArticle } from './article-fields';
import { noteId } from './keys';
import { freshMarks } from './marks';
import {
  type BodyRecord,
  keyOf,
  type MetaRecord,
  newRev,
  parseBody,
  parseMeta,
  parseTrash,
  revsOf,
  SCHEMA_VERSION,
  type TextOf,
  versionsOf,
} from './records';
import { claimSchema, type LibraryResult, readKey, refuse, tidy, tryLocked, type Writer } from './writer';

/** Largest article, in UTF-16 units of its JSON: some hundred times a long one. */
export const LONGEST_ARTICLE = 8 * 1024 * 1024;

/** How many earlier texts an article keeps. */
export const MOST_EARLIER = 30;

/** How a save treats what is there already. */
export interface SaveOptions {
  /** Keeps the text that the new one takes the place of, where the two differ. */
  keepEarlier?: boolean;
  /** For imports: the time of saving, and the marks, of an article that is not saved yet. */
  savedAt?: number;
  marks?: ArticleMarks;
}

/** An article made ready to be stored. */
interface Prepared {
  id: string;
  article: UnsafeArticle;
  json: string;
  hash: string;
}

async function prepare(value: unknown, url: string): Promise<Prepared | 'too-large' | 'failed'> {
  const address = URL.parse(url);
  const id = await articleId(url);
  if (!address || !id) return 'failed';
  address.hash = /^#[!/]/.test(address.hash) ? address.hash : '';
  const article = parseArticleFields({ ...(value as object), url: address.href });
  if (!article) return 'failed';
  const json = JSON.stringify(article);
  return json.length > LONGEST_ARTICLE ? 'too-large' : { id, article, json, hash: await digest(json) };
}

/**
 * Writes a body and the meta that names it, in one step: each takes Chromium the longer the more keys there are. Both areas do such a step
 * wholly or not at all; and were it cut in two, the body comes first. Reads the body back, and puts the old meta in its place again where it
 * is not what was written.
 */
async function commit(writer: Writer, { json }: Prepared, meta: MetaRecord & { text: TextOf }, old: unknown): Promise<void> {
  const { id } = meta;
  const { rev } = meta.text;
  const [bodyKey, metaKey] = [keyOf.body(id, rev), keyOf.meta(id)];
  const body: BodyRecord = { v: SCHEMA_VERSION, id, rev, json };
  await writer.area.set({ [bodyKey]: body, [metaKey]: meta });
  if (parseBody(await readKey(writer, bodyKey))?.json === json) return;
  await (old === undefined ? writer.area.remove(metaKey) : writer.area.set({ [metaKey]: old }));
  throw new Error('The body read back is not the one written');
}

/** The texts that are kept behind a new one; null where there are too many, or they are too long. */
function earlierOf(old: MetaRecord | null, hash: string, keep: boolean): ArticleVersion[] | null {
  if (!old?.text) return old?.earlier ?? [];
  if (!keep || old.text.hash === hash) return old.earlier;
  const earlier = versionsOf(old);
  const length = earlier.reduce((sum, version) => sum + version.length, 0);
  return earlier.length > MOST_EARLIER || length > LONGEST_ARTICLE ? null : earlier;
}

/** What a page saved once more keeps of its old self; one that was archived is wanted again. */
function keptMarks(old: MetaRecord): ArticleMarks {
  const { state, favourite, tags, progress, readAt, archivedAt } = old;
  return state === 'archived' ? { ...freshMarks, favourite, tags, readAt } : { state, favourite, tags, progress, readAt, archivedAt };
}

/**
 * Saves an article, or the new state of one that is saved; tags and other marks stay. Answers once it is wholly stored and was read back.
 * Saving the same twice is harmless, so a caller without an answer may try again.
 *
 * @param value an `Article`, checked here
 * @param url the address the browser says the page has; http(s)
 * @returns its id
 */
export async function saveArticle(
  writer: Writer,
  value: unknown,
  url: string,
  options: SaveOptions = {},
): Promise<LibraryResult<{ id: string }>> {
  const prepared = await prepare(value, url);
  if (typeof prepared === 'string') return refuse(prepared);
  const { id, article, hash } = prepared;
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    const stored = await writer.area.get([keyOf.meta(id), keyOf.trash(id)]);
    const old = parseMeta(stored[keyOf.meta(id)]);
    const earlier = earlierOf(old, hash, options.keepEarlier === true);
    if (!earlier) return refuse('versions-full');
    const deleted = parseTrash(stored[keyOf.trash(id)]);
    await noteId(writer.area, id);
    const text: TextOf = { rev: newRev(writer.now(), writer.random()), length: prepared.json.length, hash };
    const meta = {
      ...summarise(article, id, old ? writer.now() : (options.savedAt ?? writer.now())),
      ...(old ? keptMarks(old) : (options.marks ?? freshMarks)),
      v: SCHEMA_VERSION,
      text,
      earlier,
    };
    await commit(writer, prepared, meta, stored[keyOf.meta(id)]);

    const kept = new Set(revsOf(meta));
    const gone = [...revsOf(old), ...revsOf(deleted?.meta)].filter((rev) => !kept.has(rev)).map((rev) => keyOf.body(id, rev));
    if (deleted) gone.push(keyOf.trash(id));
    if (gone.length > 0) await tidy(writer.area.remove(gone));
    return { ok: true, value: { id } };
  });
}

/** What the library has under an address, or null. One read, however large the library is. */
export async function savedUnder(area: Writer['area'], url: string): Promise<MetaRecord | null> {
  const id = await articleId(url);
  if (id === null) return null;
  const key = keyOf.meta(id);
  return parseMeta((await area.get(key))[key]);
}

/** Id of the saved article with this address, or null. */
export const savedIdOf = async (area: Writer['area'], url: string): Promise<string | null> => (await savedUnder(area, url))?.id ?? null;
