import { makeZip } from 'client-zip';
import type { ExportArticle, ExportContext, ExportFile } from './export-article';
import type { ExportFormat } from './export-formats';
import { fileStem, nameGiver } from './file-name';
import { toEpub } from './to-epub';
import { toHtml } from './to-html';
import { JSON_FORMAT, toJson } from './to-json';
import { toMarkdown } from './to-markdown';
import { toText } from './to-text';

/** A file to hand to the user, written as it is read. */
export interface Download {
  name: string;
  type: string;
  stream: ReadableStream<Uint8Array>;
}

/** Formats that make files of each article by itself; the first file is the article. */
const perArticle: Record<
  Exclude<ExportFormat, 'epub' | 'json'>,
  (entry: ExportArticle, context: ExportContext) => Promise<ExportFile[]>
> = {
  html: toHtml,
  markdown: toMarkdown,
  text: toText,
};

const types: Record<string, string> = {
  '.epub': 'application/epub+zip',
  '.html': 'text/html',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.zip': 'application/zip',
};
const typeOf = (name: string): string => types[/\.\w+$/.exec(name)?.[0] ?? ''] ?? 'application/octet-stream';

const utf8 = new TextEncoder();

function streamOf(parts: AsyncIterator<string | Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? utf8.encode(value) : value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}

/** One after the other, whatever they came from. */
async function* each<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

/** Files as one zip, written while they are made: only one article is held at a time. */
export function zipOf(name: string, files: Iterable<ExportFile> | AsyncIterable<ExportFile>, now: number): Download {
  const entries = async function* () {
    for await (const { name: path, content } of files) yield { name: path, input: content, lastModified: new Date(now) };
  };
  return { name, type: typeOf(name), stream: makeZip(entries()) };
}

async function* filesOf(articles: AsyncIterable<ExportArticle>, make: (typeof perArticle)['html'], context: ExportContext) {
  const giveName = nameGiver();
  for await (const entry of articles) {
    const [main, ...beside] = await make(entry, context);
    if (!main) continue;
    const extension = /\.\w+$/.exec(main.name)?.[0] ?? '';
    const stem = main.name.slice(0, -extension.length);
    // Several articles may have one title: each gets a name, and what lies beside it a folder, of its own.
    const name = giveName(stem, extension);
    const folder = beside.length > 0 && name !== main.name ? `${name.slice(0, -extension.length)}/` : '';
    yield { ...main, name: folder ? `${folder}${main.name}` : name };
    for (const file of beside) yield { ...file, name: `${folder}${file.name}` };
  }
}

async function* jsonParts(articles: AsyncIterable<ExportArticle>) {
  let isFirst = true;
  yield `{"format":"${JSON_FORMAT}","version":1,"articles":[`;
  for await (const entry of articles) {
    yield `${isFirst ? '\n' : ',\n'}${toJson(entry)}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

/**
 * Articles as one file: alone as what it is, several as a book, a list, or a zip of files.
 *
 * @param articles read one at a time; `count` is how many there are to be
 * @param title of the whole, where there are several
 */
export async function exportArticles(
  format: ExportFormat,
  { articles, count, title }: { articles: AsyncIterable<ExportArticle>; count: number; title: string },
  context: ExportContext,
): Promise<Download> {
  const stem = fileStem(title, context.words.untitled);
  const { now } = context;
  if (format === 'epub') return zipOf(`${stem}.epub`, toEpub(articles, { title, context }), now);
  if (format === 'json') return { name: `${stem}.json`, type: typeOf('.json'), stream: streamOf(jsonParts(articles)) };
  const make = perArticle[format];
  if (count > 1) return zipOf(`${stem}.zip`, filesOf(articles, make, context), now);
  const files: ExportFile[] = [];
  for await (const entry of articles) files.push(...(await make(entry, context)));
  const [main] = files;
  if (!main) throw new Error('There is no article to export');
  if (files.length > 1) return zipOf(main.name.replace(/\.\w+$/, '.zip'), files, now);
  return { name: main.name, type: typeOf(main.name), stream: streamOf(each([main.content])) };
}
