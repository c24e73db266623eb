import { parseReadingPosition } from '../article/reading-position';
import type { ImportEntry, Importer, ImportSource } from '../import/imported';
import { addFault, type FaultList, type Known, noFaults, upToMost } from '../import/survey';
import { record } from '../library/article-fields';
import { endImport, type ImportRun, importBatch, type NewArticle, startImport } from '../library/import-articles';
import { keepPosition } from '../library/positions';
import { LONGEST_ARTICLE } from '../library/write-articles';
import type { LibraryFailure, Writer } from '../library/writer';
import { toNewArticle } from './to-new-article';

/** Articles that one write carries, and how much text at the most, in UTF-16 units: nothing waits long for the lock. */
const batch = { articles: 50, text: 4 * 1024 * 1024 };

/** How far an import has come, and in the end what it did. */
export interface ImportProgress {
  /** Entries of the file that were looked at. */
  read: number;
  added: number;
  withText: number;
  /** In the library already. */
  saved: number;
  /** Seen earlier in the file. */
  repeated: number;
  faults: FaultList;
}

/** How an import ended. `cancelled` and `failed` leave what was added, to be kept or taken back. */
export type ImportEnd =
  | { state: 'done' | 'cancelled'; run: ImportRun; progress: ImportProgress }
  | { state: 'failed'; run: ImportRun | null; progress: ImportProgress; reason: LibraryFailure };

interface Pending {
  articles: NewArticle[];
  positions: Map<string, unknown>;
  text: number;
}

const nothing = (): Pending => ({ articles: [], positions: new Map(), text: 0 });

/** Ends the loop with a reason that the user can be told. */
class WriteFailed extends Error {
  override name = 'WriteFailed';
  constructor(readonly reason: LibraryFailure) {
    super(`The import could not be written: ${reason}`);
  }
}

/** One entry of the file into what waits to be written, or into the faults. */
async function take(entry: ImportEntry, known: Known, seen: Set<string>, pending: Pending, progress: ImportProgress): Promise<void> {
  if (entry.kind === 'fault') return addFault(progress.faults, entry.fault, entry.where);
  const id = await known.idOf(entry.item.url);
  if (id === null) return;
  const isRepeated = seen.has(id);
  seen.add(id);
  if (isRepeated || known.isSaved(id)) {
    progress[isRepeated ? 'repeated' : 'saved']++;
    return;
  }
  const article = toNewArticle(entry.item, id, Date.now());
  if (!article) return addFault(progress.faults, 'unreadable', entry.item.url);
  const size = (article.json?.length ?? 0) + article.earlier.reduce((sum, { json }) => sum + json.length, 0);
  if (size > LONGEST_ARTICLE) return addFault(progress.faults, 'too-large', entry.item.url);
  pending.articles.push(article);
  pending.positions.set(id, record(entry.item.backup).position);
  pending.text += size;
}

/**
 * Reads a file and adds what is not saved yet. Nothing that is there is changed.
 *
 * @param options.onProgress called after each write; it may wait, so that the page can breathe
 */
export async function runImport(
  writer: Writer,
  importer: Importer,
  source: ImportSource,
  known: Known,
  { signal, onProgress }: { signal: AbortSignal; onProgress(progress: ImportProgress): Promise<void> },
): Promise<ImportEnd> {
  const progress: ImportProgress = { read: 0, added: 0, withText: 0, saved: 0, repeated: 0, faults: noFaults() };
  const started = await startImport(writer, source.name);
  if (!started.ok) return { state: 'failed', run: null, progress, reason: started.reason };
  const run = started.value;
  const seen = new Set<string>();
  let pending = nothing();
  let batches = 0;

  const write = async () => {
    if (pending.articles.length > 0) {
      const written = await importBatch(writer, run, batches++, pending.articles);
      if (!written.ok) throw new WriteFailed(written.reason);
      progress.added += written.value;
      progress.withText += pending.articles.filter(({ json }) => json !== null).length;
      for (const [id, value] of pending.positions) {
        const position = parseReadingPosition(value);
        if (position) await keepPosition(id, position, writer.area);
      }
      pending = nothing();
    }
    await onProgress({ ...progress });
  };

  try {
    for await (const entry of upToMost(importer.read(source, true))) {
      if (signal.aborted) break;
      progress.read++;
      await take(entry, known, seen, pending, progress);
      if (pending.articles.length >= batch.articles || pending.text >= batch.text || progress.read % 500 === 0) await write();
    }
    if (!signal.aborted) await write();
    await endImport(writer, run);
    return { state: signal.aborted ? 'cancelled' : 'done', run, progress };
  } catch (error) {
    console.error('The import failed', error);
    return { state: 'failed', run, progress, reason: error instanceof WriteFailed ? error.reason : 'failed' };
  }
}
