import { digest } from './article-address';
import { parseArticleFields, summarise } from './article-fields';
import { keyOf, newRev, parseBody, parseMeta, SCHEMA_VERSION } from './records';
import { LONGEST_ARTICLE } from './write-articles';
import { claimSchema, type LibraryResult, readKey, refuse, tryLocked, type Writer } from './writer';

/**
 * Gives a saved link the text that was fetched for it. Its time of saving and its marks stay, and so does its title where the page has none.
 *
 * @param value an `Article`, checked here
 * @returns not-found where the article is gone, or has a text by now
 */
export async function giveText(writer: Writer, id: string, value: unknown): Promise<LibraryResult<null>> {
  const fields = parseArticleFields(value);
  if (!fields) return refuse('failed');
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    const link = parseMeta(await readKey(writer, keyOf.meta(id)));
    if (!link || link.text) return refuse('not-found');
    const article = {
      ...fields,
      url: link.url,
      title: fields.title || link.title,
      publishedTime: fields.publishedTime ?? link.publishedTime,
    };
    const json = JSON.stringify(article);
    if (json.length > LONGEST_ARTICLE) return refuse('too-large');
    const rev = newRev(writer.now(), writer.random());
    const key = keyOf.body(id, rev);
    await writer.area.set({ [key]: { v: SCHEMA_VERSION, id, rev, json } });
    if (parseBody(await readKey(writer, key))?.json !== json) throw new Error('The body read back is not the one written');
    const text = { rev, length: json.length, hash: await digest(json) };
    await writer.area.set({ [keyOf.meta(id)]: { ...link, ...summarise(article, id, link.savedAt), v: SCHEMA_VERSION, text } });
    return { ok: true, value: null };
  });
}
