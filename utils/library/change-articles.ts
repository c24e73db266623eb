import { isArticleId } from './article-address';
import { noteId } from './keys';
import { applyMarks, type MarksChange, tagKey } from './marks';
import { keyOf, type MetaRecord, parseMeta, parseTrash, SCHEMA_VERSION, type TrashRecord } from './records';
import { listSummaries } from './saved-articles';
import { claimSchema, failureOf, type LibraryFailure, tidy, type Writer } from './writer';

/** One article's marks, and what is to become of them. */
export interface ArticleEdit {
  id: string;
  change: MarksChange;
}

/** What an act on many articles did. Each article is done wholly or not at all. */
export interface BulkResult<Done> {
  done: Done[];
  /** Not done: not saved (any more), or not written, and why. */
  left: { id: string; reason: LibraryFailure }[];
}

/** Articles whose records one write carries: few enough that nothing waits long for the lock, many enough for 10,000 in a few seconds. */
const chunkSize = 200;

/** Runs an act chunk by chunk, each under the lock by itself, so that a save need not wait for all of them. */
async function inChunks<Item extends { id: string }, Done>(
  writer: Writer,
  items: readonly Item[],
  act: (chunk: readonly Item[], result: BulkResult<Done>) => Promise<void>,
): Promise<BulkResult<Done>> {
  const result: BulkResult<Done> = { done: [], left: [] };
  for (let start = 0; start < items.length; start += chunkSize) {
    const chunk = items.slice(start, start + chunkSize);
    const part: BulkResult<Done> = { done: [], left: [] };
    try {
      await writer.locked(async () => {
        await claimSchema(writer);
        await act(chunk, part);
      });
      result.done.push(...part.done);
      result.left.push(...part.left);
    } catch (error) {
      console.error('The library could not be written', error);
      const reason = failureOf(error);
      result.left.push(...chunk.map(({ id }) => ({ id, reason })));
    }
  }
  return result;
}

const oncePerId = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  [...new Map(items.map((item) => [item.id, item])).values()].filter(({ id }) => isArticleId(id));

/**
 * Changes the marks of saved articles, each on what is stored at that moment: two windows that edit one article do not undo each other.
 *
 * @returns `done`: the edits that take it back; an article on which nothing differed is in neither list
 */
export function changeArticles(writer: Writer, edits: readonly ArticleEdit[]): Promise<BulkResult<ArticleEdit>> {
  return inChunks<ArticleEdit, ArticleEdit>(writer, oncePerId(edits), async (chunk, result) => {
    const stored = await writer.area.get(chunk.map(({ id }) => keyOf.meta(id)));
    const metas: Record<string, MetaRecord> = {};
    for (const { id, change } of chunk) {
      const meta = parseMeta(stored[keyOf.meta(id)]);
      if (!meta) {
        result.left.push({ id, reason: 'not-found' });
        continue;
      }
      const changed = applyMarks(meta, change, writer.now());
      if (!changed) continue;
      metas[keyOf.meta(id)] = { ...meta, ...changed.marks };
      result.done.push({ id, change: changed.undo });
    }
    if (Object.keys(metas).length > 0) await writer.area.set(metas);
  });
}

/**
 * Gives the articles with one of the tags `from` the tag `to` in its place: renames, merges, or (null) takes the tags away.
 *
 * @returns as `changeArticles`
 */
export async function replaceTags(writer: Writer, from: readonly string[], to: string | null): Promise<BulkResult<ArticleEdit>> {
  const wanted = new Set(from.map(tagKey));
  const having = (await listSummaries(writer.area)).filter(({ tags }) => tags.some((tag) => wanted.has(tagKey(tag))));
  const change: MarksChange = { removeTags: from, ...(to !== null && { addTags: [to] }) };
  return changeArticles(
    writer,
    having.map(({ id }) => ({ id, change })),
  );
}

/** Moves articles to the trash, where `restoreArticles` finds them for thirty days. */
export function deleteArticles(writer: Writer, ids: readonly string[]): Promise<BulkResult<string>> {
  return inChunks<{ id: string }, string>(writer, oncePerId(ids.map((id) => ({ id }))), async (chunk, result) => {
    const stored = await writer.area.get(chunk.map(({ id }) => keyOf.meta(id)));
    const trash: Record<string, TrashRecord> = {};
    for (const { id } of chunk) {
      const meta = parseMeta(stored[keyOf.meta(id)]);
      if (!meta) {
        result.left.push({ id, reason: 'not-found' });
        continue;
      }
      trash[keyOf.trash(id)] = { v: SCHEMA_VERSION, meta, deletedAt: writer.now() };
      result.done.push(id);
    }
    if (result.done.length === 0) return;
    await writer.area.set(trash);
    await writer.area.remove(result.done.map(keyOf.meta));
  });
}

/** Undo of a delete. Where an article was saved again meanwhile, that newer one stays. */
export function restoreArticles(writer: Writer, ids: readonly string[]): Promise<BulkResult<string>> {
  return inChunks<{ id: string }, string>(writer, oncePerId(ids.map((id) => ({ id }))), async (chunk, result) => {
    const stored = await writer.area.get(chunk.flatMap(({ id }) => [keyOf.meta(id), keyOf.trash(id)]));
    const metas: Record<string, MetaRecord> = {};
    for (const { id } of chunk) {
      const trash = parseTrash(stored[keyOf.trash(id)]);
      const saved = parseMeta(stored[keyOf.meta(id)]);
      if (!saved && !trash) {
        result.left.push({ id, reason: 'not-found' });
        continue;
      }
      if (!saved && trash) {
        metas[keyOf.meta(id)] = trash.meta;
        await noteId(writer.area, id);
      }
      result.done.push(id);
    }
    const restored = Object.values(metas);
    if (restored.length === 0) return;
    await writer.area.set(metas);
    await tidy(writer.area.remove(restored.map(({ id }) => keyOf.trash(id))));
  });
}
