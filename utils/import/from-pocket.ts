import { csvRows } from './csv';
import { entryOf, fromEach, tagsOf, timeOf } from './fields';
import type { ImportEntry, Importer, ImportSource, SourceFile } from './imported';
import { linksOf } from './link-list';

const csvFiles = ({ files }: ImportSource): SourceFile[] => files.filter(({ path }) => /\.csv$/i.test(path));

async function* readCsv(file: SourceFile): AsyncGenerator<ImportEntry> {
  let row = 1;
  for await (const cells of csvRows(await file.blob())) {
    row++;
    yield entryOf(`${file.path}:${row}`, {
      url: cells.get('url'),
      title: cells.get('title'),
      savedAt: timeOf(cells.get('time_added')),
      tags: tagsOf(cells.get('tags'), /\|/),
      state: cells.get('status')?.trim() === 'archive' ? 'archived' : 'unread',
    });
  }
}

/** Pocket's last export: a zip of `part_000000.csv`, columns `title,url,time_added,tags,status`, once with a `cursor` among them. */
export const pocketCsv: Importer = {
  id: 'pocket_csv',
  recognises: (source, start) => csvFiles(source).length > 0 && /(^|[,"\ufeff])time_added([",]|$)/im.test(start.split(/\r?\n/)[0] ?? ''),
  read: (source) =>
    fromEach(
      csvFiles(source).sort((a, b) => (a.path < b.path ? -1 : 1)),
      readCsv,
    ),
};

/** Pocket's older export, `ril_export.html`: headings "Unread" and "Read Archive", each over a list of links. */
export const pocketHtml: Importer = {
  id: 'pocket_html',
  recognises: ({ files }, start) => files.length === 1 && /<title>\s*Pocket Export/i.test(start),
  async *read({ files }): AsyncGenerator<ImportEntry> {
    for (const file of files)
      for (const { link, where, headings } of await linksOf(file)) {
        yield entryOf(where, {
          url: link.getAttribute('href'),
          title: link.textContent ?? '',
          savedAt: timeOf(link.getAttribute('time_added')),
          tags: tagsOf(link.getAttribute('tags'), /,/),
          state: /archive/i.test(headings.at(-1) ?? '') ? 'archived' : 'unread',
        });
      }
  },
};
