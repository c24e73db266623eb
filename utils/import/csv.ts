import Papa from 'papaparse';
import { UnreadableFile } from './imported';

/** Read at a time. Characters. */
const chunkSize = 1024 * 1024;
/** Chunks without an end of a row: no list of articles, or one with a quote that never closes. */
const mostEmptyChunks = 8;

/** One row by its column's names, in lower case. */
export type Row = ReadonlyMap<string, string>;

/** Hands over what another side asks for, one batch at a time: the other side is only asked again when all was taken. */
interface Batch {
  rows: string[][];
  resume(): void;
}

/**
 * Rows of a CSV file, read piece by piece.
 *
 * @throws UnreadableFile where no rows can be found in it
 */
export async function* csvRows(file: Blob): AsyncGenerator<Row> {
  let wake: (next: Batch | Error | null) => void = () => undefined;
  let next = new Promise<Batch | Error | null>((resolve) => {
    wake = resolve;
  });
  let empty = 0;
  let stopped = false;
  Papa.parse<string[], File>(file as File, {
    skipEmptyLines: 'greedy',
    chunkSize,
    chunk({ data }, parser) {
      if (stopped) return parser.abort();
      empty = data.length === 0 ? empty + 1 : 0;
      if (empty > mostEmptyChunks) {
        wake(new UnreadableFile('damaged'));
        return parser.abort();
      }
      parser.pause();
      wake({ rows: data, resume: () => parser.resume() });
    },
    complete: () => wake(null),
    error: (error) => wake(error),
  });
  let names: string[] | null = null;
  try {
    for (;;) {
      const batch = await next;
      if (batch instanceof Error) throw batch;
      if (batch === null) return;
      for (const cells of batch.rows) {
        if (names === null)
          names = cells.map((name) =>
            name
              .replace(/^\ufeff/, '')
              .trim()
              .toLowerCase(),
          );
        else yield new Map(names.map((name, at) => [name, cells[at] ?? '']));
      }
      next = new Promise((resolve) => {
        wake = resolve;
      });
      batch.resume();
    }
  } finally {
    stopped = true;
  }
}
