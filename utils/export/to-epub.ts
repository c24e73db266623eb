import { type Book, type Chapter, container, navigationDocument, packageDocument, xhtmlPage } from './book';
import type { ExportArticle, ExportContext, ExportFile, PictureSource } from './export-article';
import { titleOf } from './facts';
import { pictureExtension, placePictures } from './pictures';
import { bookStyle } from './styles';
import { addFoot, addHead } from './to-html';
import { toJpeg } from './to-jpeg';
import { makeValid, serialiseXhtml, xmlText } from './to-xhtml';

/**
 * Pictures that every e-reader shows: https://www.w3.org/TR/epub-33/#sec-core-media-types, without SVG, which can carry script, and without
 * WebP, which came late to the list. The others become JPEG.
 */
const coreTypes = new Set(['image/jpeg', 'image/png', 'image/gif']);

/** One article as a page of the book; its pictures are added to the book's. */
async function toChapter(entry: ExportArticle, path: string, pictures: Book['pictures'][number][], context: ExportContext) {
  const { article, body } = entry;
  const files: ExportFile[] = [];
  const forAll: PictureSource = async (url, id) => {
    const kept = await context.picture(url, id);
    return kept && !coreTypes.has(kept.type) ? toJpeg(kept) : kept;
  };
  await placePictures(entry, forAll, (kept) => {
    if (!kept || !coreTypes.has(kept.type)) return null;
    const picture = { path: `p${pictures.length + 1}.${pictureExtension(kept.type)}`, type: kept.type };
    pictures.push(picture);
    files.push({ name: `EPUB/${picture.path}`, content: kept.bytes });
    return picture.path;
  });
  const page = document.implementation.createHTMLDocument();
  addHead(page.body, entry, context);
  page.body.append(page.adoptNode(body));
  addFoot(page.body, entry, context);
  const text = page.createDocumentFragment();
  text.append(...page.body.childNodes);
  makeValid(text);
  const title = xmlText(titleOf(entry, context));
  files.push({ name: `EPUB/${path}`, content: xhtmlPage(title, article.lang, article.dir, serialiseXhtml(text)) });
  const ids = new Set([...text.querySelectorAll('[id]')].map(({ id }) => id));
  const headings = article.headings.filter((heading) => ids.has(heading.id) && xmlText(heading.text).trim());
  const maths = text.querySelector('math') !== null;
  return { files, chapter: { path, title, lang: article.lang, dir: article.dir, maths, headings } satisfies Chapter };
}

/**
 * A book of one article or of several, as the files of an EPUB 3 container in their order: https://www.w3.org/TR/epub-33/
 *
 * @param title of a book of several; one article's book has its title
 */
export async function* toEpub(
  articles: AsyncIterable<ExportArticle>,
  { title, context }: { title: string; context: ExportContext },
): AsyncGenerator<ExportFile> {
  yield { name: 'mimetype', content: 'application/epub+zip' }; // first, and stored: so that the file tells what it is
  yield { name: 'META-INF/container.xml', content: container };
  yield { name: 'EPUB/style.css', content: bookStyle };
  const chapters: Chapter[] = [];
  const pictures: Book['pictures'][number][] = [];
  let first: ExportArticle['article'] | null = null;
  for await (const entry of articles) {
    first ??= entry.article;
    const { files, chapter } = await toChapter(entry, `c${chapters.length + 1}.xhtml`, pictures, context);
    chapters.push(chapter);
    yield* files;
  }
  const alone = chapters.length === 1 ? first : null;
  const book: Book = {
    identifier: `urn:uuid:${crypto.randomUUID()}`,
    title: alone ? (chapters[0]?.title ?? title) : title,
    authors: alone?.byline ? [alone.byline] : [],
    publisher: alone?.siteName ?? null,
    date: /^\d{4}-\d{2}-\d{2}/.exec(alone?.publishedTime ?? '')?.[0] ?? null,
    source: alone?.url ?? null,
    modified: context.now,
    contents: context.words.contents,
    chapters,
    pictures,
  };
  yield { name: 'EPUB/nav.xhtml', content: navigationDocument(book) };
  yield { name: 'EPUB/book.opf', content: packageDocument(book) };
}
