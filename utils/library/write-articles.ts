import { articleId, digest } from './article-address';
import { parseArticleFields, summarise } from './article-fields';
import { noteId } from './keys';
import { keyOf, type MetaRecord, newRev, parseBody, parseMeta, parseTrash, SCHEMA_VERSION, type TrashRecord } from './records';
import { type LibraryResult, tidy, tryLocked, type Writer } from './writer';

/** Largest article, in UTF-16 units of its JSON: some hundred times a long one. */
export const LONGEST_ARTICLE = 8 * 1024 * 1024;

const refuse = (reason: 'too-large' | 'not-found' | 'failed'): LibraryResult<never> => ({ ok: false, reason });

/** Throws where a later version of the extension wrote the library: what it means is not ours to guess. */
async function claimSchema(writer: Writer): Promise<void> {
  const { schema } = (await writer.area.get('schema')) as { schema?: { v?: unknown } };
  if (schema === undefined) await writer.area.set({ schema: { v: SCHEMA_VERSION } });
  else if (schema.v !== SCHEMA_VERSION) throw new Error(`The library has schema ${String(schema.v)}; this version knows ${SCHEMA_VERSION}`);
}

async function read(writer: Writer, key: string): Promise<unknown> {
  return (await writer.area.get(key))[key];
}

/**
 * Saves an article, or the new state of one that is saved. Answers once it is wholly stored: body first, read back, then the meta, which
 * is the commit. Saving the same twice is harmless, so a caller without an answer may try again.
 *
 * @param value an `Article`, checked here
 * @param url the address the browser says the page has; http(s)
 * @returns its id
 */
export async function saveArticle(writer: Writer, value: unknown, url: string): Promise<LibraryResult<{ id: string }>> {
  const address = URL.parse(url);
  const id = await articleId(url);
  if (!address || !id) return refuse('failed');
  address.hash = /^#[!/]/.test(address.hash) ? address.hash : '';
  const article = parseArticleFields({ ...(value as object), url: address.href });
  if (!article) return refuse('failed');
  const json = JSON.stringify(article);
  if (json.length > LONGEST_ARTICLE) return refuse('too-large');
  const hash = await digest(json);

  return tryLocked(writer, async () => {
    await claimSchema(writer);
    const old = parseMeta(await read(writer, keyOf.meta(id)));
    const deleted = parseTrash(await read(writer, keyOf.trash(id)));
    await noteId(writer.area, id);
    const now = writer.now();
    const rev = newRev(now, writer.random());
    const bodyKey = keyOf.body(id, rev);
    await writer.area.set({ [bodyKey]: { v: SCHEMA_VERSION, id, rev, json } });
    if (parseBody(await read(writer, bodyKey))?.json !== json) throw new Error('The body read back is not the one written');
    const meta: MetaRecord = { ...summarise(article, id, now), v: SCHEMA_VERSION, rev, length: json.length, hash };
    await writer.area.set({ [keyOf.meta(id)]: meta });

    if (deleted) await tidy(writer.area.remove([keyOf.trash(id), keyOf.body(id, deleted.meta.rev)]));
    if (old) await tidy(writer.area.remove(keyOf.body(id, old.rev)));
    return { ok: true, value: { id } };
  });
}

/** Moves an article to the trash, where `restoreArticle` finds it for thirty days. */
export function deleteArticle(writer: Writer, id: string): Promise<LibraryResult<null>> {
  return tryLocked(writer, async () => {
    const meta = parseMeta(await read(writer, keyOf.meta(id)));
    if (!meta) return refuse('not-found');
    await claimSchema(writer);
    const trash: TrashRecord = { v: SCHEMA_VERSION, meta, deletedAt: writer.now() };
    await writer.area.set({ [keyOf.trash(id)]: trash });
    await writer.area.remove(keyOf.meta(id));
    return { ok: true, value: null };
  });
}

/** Undo of a delete. Where the article was saved again meanwhile, that newer one stays. */
export function restoreArticle(writer: Writer, id: string): Promise<LibraryResult<{ id: string }>> {
  return tryLocked(writer, async () => {
    if (parseMeta(await read(writer, keyOf.meta(id)))) return { ok: true, value: { id } };
    const trash = parseTrash(await read(writer, keyOf.trash(id)));
    if (!trash) return refuse('not-found');
    await claimSchema(writer);
    await noteId(writer.area, id);
    await writer.area.set({ [keyOf.meta(id)]: trash.meta });
    await tidy(writer.area.remove(keyOf.trash(id)));
    return { ok: true, value: { id } };
  });
}

/** Id of the saved article with this address, or null. One read, however large the library is. */
export async function savedIdOf(area: Writer['area'], url: string): Promise<string | null> {
  const id = await articleId(url);
  if (id === null) return null;
  const key = keyOf.meta(id);
  return parseMeta((await area.get(key))[key]) ? id : null;
}
