import { entryOf, fieldsOf, shareOf, textOf, textOrNull, timeOf } from './fields';
import type { ImportEntry, Importer, ImportSource, SourceFile } from './imported';
import { listOf, readJson } from './json';
import { LARGEST_TEXT } from './limits';

const metadataFiles = ({ files }: ImportSource): SourceFile[] =>
  files
    .filter(({ path }) => /(^|\/)metadata_[^/]*\.json$/i.test(path))
    .sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));

/** Labels are names, or records with one. */
const labelName = (label: unknown): string => textOf(label) || textOf(fieldsOf(label).get('name'));

function stateOf(state: unknown, progress: number) {
  if (/^archived$/i.test(textOf(state))) return 'archived';
  return progress > 0 ? 'reading' : 'unread';
}

/** Omnivore's export: `metadata_0_to_19.json` and so on, and in its zip the texts as `content/<slug>.html`. */
export const omnivore: Importer = {
  id: 'omnivore',
  recognises: (source, start) =>
    metadataFiles(source).length > 0 || (source.files.length === 1 && /"(readingProgress|savedAt)"/.test(start) && /"slug"/.test(start)),
  async *read(source, withText): AsyncGenerator<ImportEntry> {
    const lists = metadataFiles(source);
    const texts = new Map(
      source.files.flatMap((file): [string, SourceFile][] => {
        const [, slug] = /(?:^|\/)content\/([^/]+)\.html?$/i.exec(file.path) ?? [];
        return slug === undefined ? [] : [[slug, file]];
      }),
    );
    for (const list of lists.length > 0 ? lists : source.files) {
      for (const [at, value] of listOf(await readJson(list)).entries()) {
        const where = `${list.path}:${at + 1}`;
        const record = fieldsOf(value);
        if (/^deleted$/i.test(textOf(record.get('state')))) continue;
        const text = texts.get(textOf(record.get('slug')));
        if (text && text.size > LARGEST_TEXT) yield { kind: 'fault', fault: 'too-large', where: text.path };
        const html = text && text.size <= LARGEST_TEXT ? await (withText ? text.blob().then((blob) => blob.text()) : text.path) : null;
        const progress = shareOf(record.get('readingProgress'));
        const labels = record.get('labels');
        yield entryOf(where, {
          url: record.get('url'),
          title: textOf(record.get('title')),
          byline: textOrNull(record.get('author')),
          excerpt: textOf(record.get('description')),
          savedAt: timeOf(record.get('savedAt')),
          publishedTime: textOrNull(record.get('publishedAt')),
          html: html || null,
          tags: Array.isArray(labels) ? labels.map(labelName).filter(Boolean) : [],
          state: stateOf(record.get('state'), progress),
          progress,
        });
      }
    }
  },
};
