import { entryOf, fieldsOf, textOf, textOrNull, timeOf } from './fields';
import type { ImportEntry, Importer } from './imported';
import { listOf, readJson } from './json';

/** A number, a text of digits, or a truth value, as versions differ. */
const isSet = (value: unknown): boolean => value === true || value === 1 || value === '1';

/** Tags are names, or records with one. */
const tagName = (tag: unknown): string => textOf(tag) || textOf(fieldsOf(tag).get('label')) || textOf(fieldsOf(tag).get('name'));

/** wallabag's JSON: one list of records, with their text. */
export const wallabag: Importer = {
  id: 'wallabag',
  recognises: ({ files }, start) => files.length === 1 && /"is_archived"|"is_starred"|"hashed_url"/.test(start),
  async *read({ files }): AsyncGenerator<ImportEntry> {
    for (const file of files) {
      const list = listOf(await readJson(file));
      for (const [at, value] of list.entries()) {
        const record = fieldsOf(value);
        const authors = record.get('published_by');
        const tags = record.get('tags');
        const isArchived = isSet(record.get('is_archived'));
        yield entryOf(`${file.path}:${at + 1}`, {
          url: record.get('url') ?? record.get('given_url'),
          title: textOf(record.get('title')),
          savedAt: timeOf(record.get('created_at')),
          publishedTime: textOrNull(record.get('published_at')),
          byline: Array.isArray(authors) ? textOrNull(authors.map(textOf).filter(Boolean).join(', ')) : null,
          siteName: textOrNull(record.get('domain_name')),
          lang: textOrNull(record.get('language'))?.replace('_', '-') ?? null,
          html: textOrNull(record.get('content')),
          tags: Array.isArray(tags) ? tags.map(tagName).filter(Boolean) : [],
          state: isArchived ? 'archived' : 'unread',
          archivedAt: isArchived ? timeOf(record.get('archived_at')) : null,
          favourite: isSet(record.get('is_starred')),
        });
        list[at] = null; // its text is let go once it has been taken
      }
    }
  },
};
