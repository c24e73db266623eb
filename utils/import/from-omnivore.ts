import { entryOf, fieldsOf, fromEach, shareOf, textOf, textOrNull, timeOf } from './fields';
import { type ImportEntry, type Importer, type ImportFault, type ImportSource, type SourceFile, UnreadableFile } from './imported';
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

/** The files of the archive that hold a text, by the slug of their article. */
const textFiles = ({ files }: ImportSource): Map<string, SourceFile> =>
  new Map(
    files.flatMap((file): [string, SourceFile][] => {
      const [, slug] = /(?:^|\/)content\/([^/]+)\.html?$/i.exec(file.path) ?? [];
      return slug === undefined ? [] : [[slug, file]];
    }),
  );

/** The text of an article, or why it has none; without `withText`, only whether there is one. */
async function textIn(file: SourceFile | undefined, withText: boolean): Promise<{ html: string | null; fault: ImportFault | null }> {
  if (!file) return { html: null, fault: null };
  if (file.size > LARGEST_TEXT) return { html: null, fault: 'too-large' };
  if (!withText) return { html: file.path, fault: null };
  try {
    return { html: (await (await file.blob()).text()) || null, fault: null };
  } catch (error) {
    if (error instanceof UnreadableFile) return { html: null, fault: 'unreadable' };
    throw error;
  }
}

async function* readList(list: SourceFile, texts: ReadonlyMap<string, SourceFile>, withText: boolean): AsyncGenerator<ImportEntry> {
  for (const [at, value] of listOf(await readJson(list)).entries()) {
    const record = fieldsOf(value);
    if (/^deleted$/i.test(textOf(record.get('state')))) continue;
    const file = texts.get(textOf(record.get('slug')));
    const { html, fault } = await textIn(file, withText);
    if (file && fault) yield { kind: 'fault', fault, where: file.path }; // its article comes in as a link
    const progress = shareOf(record.get('readingProgress'));
    const labels = record.get('labels');
    yield entryOf(`${list.path}:${at + 1}`, {
      url: record.get('url'),
      title: textOf(record.get('title')),
      byline: textOrNull(record.get('author')),
      excerpt: textOf(record.get('description')),
      savedAt: timeOf(record.get('savedAt')),
      publishedTime: textOrNull(record.get('publishedAt')),
      html,
      tags: Array.isArray(labels) ? labels.map(labelName).filter(Boolean) : [],
      state: stateOf(record.get('state'), progress),
      progress,
    });
  }
}

/** Omnivore's export: `metadata_0_to_19.json` and so on, and in its zip the texts as `content/<slug>.html`. */
export const omnivore: Importer = {
  id: 'omnivore',
  recognises: (source, start) =>
    metadataFiles(source).length > 0 || (source.files.length === 1 && /"(readingProgress|savedAt)"/.test(start) && /"slug"/.test(start)),
  async *read(source, withText): AsyncGenerator<ImportEntry> {
    const lists = metadataFiles(source);
    const texts = textFiles(source);
    yield* fromEach(lists.length > 0 ? lists : source.files, (list) => readList(list, texts, withText));
  },
};
