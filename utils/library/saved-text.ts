import type { SavedText } from '../article/article';
import { parseArticleFields } from './article-fields';
import { keyOf, parseBody } from './records';
import { localArea, type StorageArea } from './storage-area';
import { savedUnder } from './write-articles';

/** The newest text saved under an address; null where there is none, or it cannot be read. */
export async function readSavedText(url: string, area: StorageArea = localArea()): Promise<SavedText | null> {
  const meta = await savedUnder(area, url);
  if (!meta?.text) return null;
  const key = keyOf.body(meta.id, meta.text.rev);
  const body = parseBody((await area.get(key))[key]);
  // A damaged text is told where it is opened; there is nothing to compare with.
  if (body?.json.length !== meta.text.length) return null;
  const article = parseArticleFields(JSON.parse(body.json));
  return article && { rev: meta.text.rev, savedAt: meta.savedAt, article };
}
