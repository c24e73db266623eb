import type { ExportFile } from './export-article';

/** Shape of a backup; `import/from-backup.ts` reads it. Raise it when an older reader would lose something. */
const BACKUP_VERSION = 1;

/** All that the library has of one article. */
export interface BackupArticle {
  id: string;
  /** What the lists and the marks are made of. */
  saved: Record<string, unknown>;
  /** The article as the library keeps it, in JSON; null for a link. */
  json: string | null;
  /** Texts that `json` took the place of, oldest first. */
  earlier: readonly { json: string; savedAt: number }[];
  /** Where reading stopped. */
  position: unknown;
}

/** The library as the files of one zip: what it is, and one file an article, each text in it to the letter as it is kept. */
export async function* backupFiles(articles: AsyncIterable<BackupArticle>, count: number, now: number): AsyncGenerator<ExportFile> {
  const made = new Date(now).toISOString();
  yield {
    name: 'clean-copy-backup.json',
    content: `{"format":"clean-copy/backup","version":${BACKUP_VERSION},"made":"${made}","articles":${count}}\n`,
  };
  for await (const { id, saved, json, earlier, position } of articles) {
    const marks = `"saved":${JSON.stringify(saved)},"position":${JSON.stringify(position)}`;
    const texts = `"article":${json ?? 'null'},"earlier":[${earlier.map((text) => text.json).join(',')}]`;
    const times = `"earlierSavedAt":${JSON.stringify(earlier.map(({ savedAt }) => savedAt))}`;
    yield { name: `articles/${id}.json`, content: `{${marks},${texts},${times}}\n` };
  }
}
