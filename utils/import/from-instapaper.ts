import { csvRows } from './csv';
import { entryOf, tagsOf, textOf, timeOf } from './fields';
import type { ImportEntry, Importer } from './imported';

/** Tags of newer files stand as a list in JSON, `["a","b"]`. */
function instapaperTags(value: string | undefined): string[] {
  const text = textOf(value).replace(/^\[|\]$/g, '');
  return tagsOf(text, /,/).map((tag) => tag.replace(/^["']|["']$/g, ''));
}

/** Instapaper's CSV: `URL,Title,Selection,Folder,Timestamp`, newer ones with `Tags`. A folder of one's own becomes a tag. */
export const instapaper: Importer = {
  id: 'instapaper',
  recognises: ({ files }, start) =>
    files.length === 1 && /^\ufeff?"?url"?,"?title"?,"?selection"?,"?folder"?/i.test(start.split(/\r?\n/)[0] ?? ''),
  async *read({ files }): AsyncGenerator<ImportEntry> {
    for (const file of files) {
      let row = 1;
      for await (const cells of csvRows(await file.blob())) {
        row++;
        const folder = textOf(cells.get('folder'));
        const isOwn = !/^(unread|archive|starred)?$/i.test(folder);
        yield entryOf(`${file.path}:${row}`, {
          url: cells.get('url'),
          title: cells.get('title'),
          excerpt: textOf(cells.get('selection')),
          savedAt: timeOf(cells.get('timestamp')),
          tags: [...instapaperTags(cells.get('tags')), ...(isOwn ? [folder] : [])],
          state: /^archive$/i.test(folder) ? 'archived' : 'unread',
          favourite: /^starred$/i.test(folder),
        });
      }
    }
  },
};
