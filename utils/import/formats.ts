import { backup } from './from-backup';
import { bookmarks } from './from-bookmarks';
import { instapaper } from './from-instapaper';
import { omnivore } from './from-omnivore';
import { pocketCsv, pocketHtml } from './from-pocket';
import { wallabag } from './from-wallabag';
import { type Importer, type ImportSource, UnreadableFile } from './imported';

/** Every kind of file that can be read. The first that recognises a file reads it. */
export const importers: readonly Importer[] = [backup, pocketCsv, pocketHtml, omnivore, wallabag, instapaper, bookmarks];

/** Enough of a file to tell what it is: wallabag's records begin with what could be anyone's. Bytes. */
const startLength = 64 * 1024;

/** What tells most of an archive, first. */
const tellingFiles = [/^clean-copy-backup\.json$/, /\.csv$/i, /(^|\/)metadata_[^/]*\.json$/i, /\.json$/i, /\.html?$/i, /./];

/**
 * Who can read it.
 *
 * @throws UnreadableFile where nobody can, or the archive is damaged
 */
export async function recognise(source: ImportSource): Promise<Importer> {
  const telling = tellingFiles.map((name) => source.files.find(({ path }) => name.test(path))).find(Boolean);
  const start = telling ? await (await telling.blob()).slice(0, startLength).text() : '';
  const importer = importers.find((candidate) => candidate.recognises(source, start));
  if (!importer) throw new UnreadableFile('unknown-format');
  return importer;
}
