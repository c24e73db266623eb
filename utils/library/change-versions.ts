import type { ArticleVersion } from '../article/article';
import { digest, isArticleId } from './article-address';
import { parseArticleFields, summarise } from './article-fields';
import { keyOf, type MetaRecord, parseBody, parseMeta, parseVersion, versionsOf } from './records';
import { claimSchema, type LibraryResult, readKey, refuse, tryLocked, type Writer } from './writer';

const oldestFirst = (a: ArticleVersion, b: ArticleVersion): number => a.savedAt - b.savedAt;

/** The meta with these texts; the newest is the one that is read. Null where that one is not whole. */
async function withVersions(writer: Writer, meta: MetaRecord, versions: readonly ArticleVersion[]): Promise<MetaRecord | null> {
  const [newest, ...others] = [...versions].sort(oldestFirst).reverse();
  if (!newest) return null;
  const earlier = others.reverse();
  if (newest.rev === meta.text?.rev) return { ...meta, earlier };
  const { savedAt, ...text } = newest;
  const body = parseBody(await readKey(writer, keyOf.body(meta.id, text.rev)));
  if (body?.json.length !== text.length || (await digest(body.json)) !== text.hash) return null;
  const article = parseArticleFields(JSON.parse(body.json));
  return article && { ...meta, ...summarise(article, meta.id, savedAt), text, earlier };
}

/** One write, that of the meta: nothing half done is ever stored. */
async function change(
  writer: Writer,
  id: unknown,
  choose: (versions: ArticleVersion[]) => Promise<readonly ArticleVersion[] | null>,
): Promise<LibraryResult<null>> {
  if (!isArticleId(id)) return refuse('not-found');
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    const meta = parseMeta(await readKey(writer, keyOf.meta(id)));
    const versions = meta && (await choose(versionsOf(meta)));
    if (!versions) return refuse('not-found');
    const changed = await withVersions(writer, meta, versions);
    if (!changed) return refuse('failed');
    await writer.area.set({ [keyOf.meta(id)]: changed });
    return { ok: true, value: null };
  });
}

/**
 * Takes one of several texts from a saved article; where it was the newest, the one before it is read again. The body stays until the
 * sweeper comes, for `restoreVersion`. Never the last one: that is what a delete is for.
 */
export const removeVersion = (writer: Writer, id: unknown, rev: unknown): Promise<LibraryResult<null>> =>
  change(writer, id, async (versions) => {
    const left = versions.filter((version) => version.rev !== rev);
    return left.length === versions.length || left.length === 0 ? null : left;
  });

/** Undo of `removeVersion`; not-found where the sweeper was there before. */
export const restoreVersion = (writer: Writer, id: unknown, removed: unknown): Promise<LibraryResult<null>> =>
  change(writer, id, async (versions) => {
    const version = parseVersion(removed);
    const body = version && isArticleId(id) && parseBody(await readKey(writer, keyOf.body(id, version.rev)));
    return body ? [...versions.filter(({ rev }) => rev !== version.rev), version] : null;
  });
