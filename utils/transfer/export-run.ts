import { backupFiles } from '../export/backup-files';
import type { ExportArticle, ExportContext } from '../export/export-article';
import type { ExportFormat } from '../export/export-formats';
import { type Download, exportArticles, zipOf } from '../export/exporters';
import { listIds } from '../library/keys';
import { getArticle } from '../library/open-article';
import { localArea, type StorageArea } from '../library/storage-area';
import { articlesToBackUp, type BackupCount } from './articles-to-back-up';

/** What became of the articles that were to go out. */
export interface ExportCount {
  written: number;
  /** Links without a text, and texts that are damaged. */
  left: number;
}

async function* read(ids: readonly string[], count: ExportCount, onArticle: (count: ExportCount) => void): AsyncGenerator<ExportArticle> {
  for (const id of ids) {
    const found = await getArticle(id);
    if (found.state === 'whole') {
      yield { article: found.article, summary: found.summary, body: found.fragment };
      count.written++;
    } else count.left++;
    onArticle(count);
  }
}

/**
 * Saved articles as one file.
 *
 * @param title of the whole where there are several; one article's file is named by its own
 * @returns no file where there is no text to put in one
 */
export async function exportSaved(
  format: ExportFormat,
  ids: readonly string[],
  { title, context, onArticle = () => undefined }: { title: string; context: ExportContext; onArticle?(count: ExportCount): void },
): Promise<{ download: Download | null; count: ExportCount }> {
  const count: ExportCount = { written: 0, left: 0 };
  const [only] = ids;
  const alone = ids.length === 1 && only !== undefined ? await getArticle(only) : null;
  if (ids.length === 0 || (alone && alone.state !== 'whole')) return { download: null, count: { written: 0, left: ids.length } };
  const name = alone ? alone.article.title : title;
  const download = await exportArticles(format, { articles: read(ids, count, onArticle), count: ids.length, title: name }, context);
  return { download, count };
}

/** Name of a backup: its day, as everyone's file lists sort it. */
export const backupName = (now: number): string => `Clean Copy backup ${new Date(now).toISOString().slice(0, 10)}.zip`;

async function* told<Item>(items: AsyncIterable<Item>, onItem: (count: number) => void): AsyncGenerator<Item> {
  let count = 0;
  for await (const item of items) {
    onItem(++count);
    yield item;
  }
}

/** The whole library as one file that comes back identical. */
export async function backUp(
  now: number,
  { area = localArea(), onArticle = () => undefined }: { area?: StorageArea; onArticle?(count: number): void } = {},
): Promise<{ download: Download; count: BackupCount; total: number }> {
  const ids = await listIds(area);
  const count: BackupCount = { articles: 0, damaged: 0 };
  const files = backupFiles(told(articlesToBackUp(area, ids, count), onArticle), ids.length, now);
  return { download: zipOf(backupName(now), files, now), count, total: ids.length };
}
