import type { BackupArticle } from '../export/backup-files';
import { digest } from '../library/article-address';
import { readPositions } from '../library/positions';
import { keyOf, type MetaRecord, parseBody, parseMeta, revsOf, type TextOf } from '../library/records';
import type { StorageArea } from '../library/storage-area';

/** Articles read at a time: some megabytes at most. */
const batchSize = 20;

/** How a backup went, filled in while it is read. */
export interface BackupCount {
  articles: number;
  /** Texts that were no longer what had been saved. */
  damaged: number;
}

/** A text as it was saved; null where it is not that any more. */
async function textOf(bodies: Record<string, unknown>, id: string, { rev, length, hash }: TextOf): Promise<string | null> {
  const json = parseBody(bodies[keyOf.body(id, rev)])?.json;
  return json !== undefined && json.length === length && (await digest(json)) === hash ? json : null;
}

/**
 * Every article as it is kept, a few at a time, however many there are. What is saved or deleted meanwhile may or may not be among them.
 *
 * @param ids as `listIds` gives them
 */
export async function* articlesToBackUp(area: StorageArea, ids: readonly string[], count: BackupCount): AsyncGenerator<BackupArticle> {
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize);
    const stored = await area.get(some.map(keyOf.meta));
    const metas = some.map((id) => parseMeta(stored[keyOf.meta(id)])).filter((meta): meta is MetaRecord => meta !== null);
    const bodies = await area.get(metas.flatMap((meta) => revsOf(meta).map((rev) => keyOf.body(meta.id, rev))));
    const positions = await readPositions(
      metas.map(({ id }) => id),
      area,
    );
    for (const { v: _v, text, earlier, ...saved } of metas) {
      const json = text && (await textOf(bodies, saved.id, text));
      const older = await Promise.all(earlier.map(async (one) => ({ json: await textOf(bodies, saved.id, one), savedAt: one.savedAt })));
      const whole = older.filter((one): one is { json: string; savedAt: number } => one.json !== null);
      count.articles++;
      if ((text && json === null) || whole.length < older.length) count.damaged++;
      yield {
        id: saved.id,
        saved: { ...saved },
        json,
        earlier: whole,
        position: positions.get(saved.id) ?? null,
      };
    }
  }
}
