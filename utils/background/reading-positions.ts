import { parseReadingPosition } from '../article/reading-position';
import { isArticleId } from '../library/article-address';
import { changeArticles } from '../library/change-articles';
import { keepPosition } from '../library/positions';
import { keyOf, parseMeta } from '../library/records';
import { localArea } from '../library/storage-area';
import { libraryWriter } from '../library/writer';

/** Share of the text that is worth a write to the library. */
const step = 0.01;

/** A saved article follows its reader: it was begun, and is read so far. What is archived stays archived. */
async function followReading(id: string, progress: number, readAt: number): Promise<void> {
  const stored = parseMeta((await localArea().get(keyOf.meta(id)))[keyOf.meta(id)]);
  if (!stored) return;
  const isBegun = stored.state === 'unread' && progress > 0;
  if (!isBegun && Math.abs(stored.progress - progress) < step) return;
  await changeArticles(libraryWriter(), [{ id, change: { progress, readAt, ...(isBegun && { state: 'reading' }) } }]);
}

/** Keeps where an article was left, saved or not, with the time it is by our clock. What is no position, or of no article, is passed over. */
export async function keepReadingPosition(id: unknown, value: unknown): Promise<void> {
  const position = parseReadingPosition(value);
  if (!position || !isArticleId(id)) return;
  const now = Date.now();
  await keepPosition(id, { ...position, at: now });
  await followReading(id, position.progress, now);
}
