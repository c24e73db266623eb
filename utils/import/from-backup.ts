import { entryOf, fieldsOf, fromEach, textOf } from './fields';
import type { ImportEntry, Importer, ImportSource, SourceFile } from './imported';
import { readJson } from './json';

/** Of the format that `export/backup-files.ts` writes. */
const newestVersion = 1;

const articleFiles = ({ files }: ImportSource): SourceFile[] => files.filter(({ path }) => /^articles\/[0-9a-f]{32}\.json$/.test(path));

/** A record that says where it came from: backups have the article's address within it. */
async function* readOne(file: SourceFile): AsyncGenerator<ImportEntry> {
  const record = fieldsOf(await readJson(file));
  const saved = fieldsOf(record.get('saved'));
  const hasText = record.get('article') !== undefined && record.get('article') !== null;
  yield entryOf(file.path, {
    url: saved.get('url'),
    title: textOf(saved.get('title')),
    tags: Array.isArray(saved.get('tags')) ? (saved.get('tags') as unknown[]).map(textOf) : [],
    state: saved.get('state') === 'archived' ? 'archived' : 'unread',
    favourite: saved.get('favourite') === true,
    html: hasText ? file.path : null,
    backup: Object.fromEntries(record),
  });
}

/** A backup of ours: a zip with one file an article, each with all that the library knows of it. */
export const backup: Importer = {
  id: 'backup',
  recognises: ({ files }, start) => {
    const [, version] = /"format":"clean-copy\/backup","version":(\d+)/.exec(start) ?? [];
    return Number(version) <= newestVersion && files.some(({ path }) => path === 'clean-copy-backup.json');
  },
  read: (source) => fromEach(articleFiles(source), readOne),
};
