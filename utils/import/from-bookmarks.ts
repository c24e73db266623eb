import { entryOf, tagsOf, timeOf } from './fields';
import type { ImportEntry, Importer } from './imported';
import { linksOf } from './link-list';

/** Folders that every browser has, and that say nothing of what is in them. */
const plainFolders =
  /^(bookmarks?( (bar|menu|toolbar|manager))?|other bookmarks|mobile bookmarks|favou?rites( bar)?|imported.*|unsorted.*|recently added.*)$/i;

/** Bookmarks as every browser writes them, and Pinboard, Raindrop and others besides. Folders become tags. */
export const bookmarks: Importer = {
  id: 'bookmarks',
  recognises: ({ files }, start) => files.length === 1 && /<!DOCTYPE\s+NETSCAPE-Bookmark-file/i.test(start),
  async *read({ files }): AsyncGenerator<ImportEntry> {
    for (const file of files)
      for (const { link, where, headings } of await linksOf(file)) {
        const url = link.getAttribute('href') ?? '';
        if (/^(javascript|place|about|chrome|data|file):/i.test(url.trim())) continue; // the browser's own, never an article
        yield entryOf(where, {
          url,
          title: link.textContent ?? '',
          savedAt: timeOf(link.getAttribute('add_date')),
          tags: [...tagsOf(link.getAttribute('tags'), /,/), ...headings.filter((heading) => !plainFolders.test(heading))],
          // Pinboard and others mark so what is yet to be read.
          state: link.getAttribute('toread') === '0' ? 'archived' : 'unread',
        });
      }
  },
};
