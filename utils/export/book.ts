import { isLanguageTag } from './content-model';
import { escapeXml } from './to-xhtml';

/** One article's place in a book. */
export interface Chapter {
  /** Path in the book, beside `book.opf`. */
  path: string;
  title: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** Whether it holds formulas: the package must say so. */
  maths: boolean;
  headings: readonly { id: string; level: number; text: string }[];
}

export interface Book {
  /** `urn:uuid:…` */
  identifier: string;
  title: string;
  authors: readonly string[];
  publisher: string | null;
  source: string | null;
  /** ISO 8601 day, of publication. */
  date: string | null;
  /** Milliseconds since 1970. */
  modified: number;
  contents: string;
  chapters: readonly Chapter[];
  pictures: readonly { path: string; type: string }[];
}

export const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The language most chapters are in; `und` where none says. */
export function languageOf(chapters: readonly Chapter[]): string {
  const counts = new Map<string, number>();
  for (const { lang } of chapters) if (lang && isLanguageTag(lang)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
}

/** Pages turn to the left where most chapters are written so. */
const directionOf = (chapters: readonly Chapter[]): 'ltr' | 'rtl' =>
  chapters.filter(({ dir }) => dir === 'rtl').length * 2 > chapters.length ? 'rtl' : 'ltr';

/** `book.opf`: https://www.w3.org/TR/epub-33/#sec-package-doc */
export function packageDocument(book: Book): string {
  const { chapters, pictures } = book;
  const direction = directionOf(chapters);
  const optional: [string, string | null][] = [
    ...book.authors.map((name): [string, string] => ['dc:creator', name]),
    ['dc:publisher', book.publisher],
    ['dc:date', book.date],
    ['dc:source', book.source],
  ];
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...chapters.map(
      ({ path, maths }, at) =>
        `<item id="c${at + 1}" href="${escapeXml(path)}" media-type="application/xhtml+xml"${maths ? ' properties="mathml"' : ''}/>`,
    ),
    ...pictures.map(({ path, type }, at) => `<item id="p${at + 1}" href="${escapeXml(path)}" media-type="${escapeXml(type)}"/>`),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${languageOf(chapters)}" dir="${direction}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">${escapeXml(book.identifier)}</dc:identifier>
    <dc:title>${escapeXml(book.title)}</dc:title>
    <dc:language>${languageOf(chapters)}</dc:language>
${optional.flatMap(([name, value]) => (value?.trim() ? [`    <${name}>${escapeXml(value)}</${name}>\n`] : [])).join('')}    <meta property="dcterms:modified">${new Date(book.modified).toISOString().slice(0, 19)}Z</meta>
  </metadata>
  <manifest>
    ${items.join('\n    ')}
  </manifest>
  <spine page-progression-direction="${direction}">
    ${chapters.length > 1 ? '<itemref idref="nav"/>\n    ' : ''}${chapters.map((_, at) => `<itemref idref="c${at + 1}"/>`).join('\n    ')}
  </spine>
</package>
`;
}

interface Entry {
  address: string;
  text: string;
  level: number;
}

/** A list whose depth never leaps: a section two levels down stands one list down, and all that follow it stand beside or above it. */
function nestedList(entries: readonly Entry[]): string {
  let markup = '';
  const levels: number[] = []; // of the lists that are open, outermost first
  for (const { address, text, level } of entries) {
    while (levels.length > 1 && (levels.at(-2) ?? 0) >= level) {
      markup += '</li></ol>';
      levels.pop();
    }
    if (levels.length > 0 && level <= (levels.at(-1) ?? 0)) {
      markup += '</li>';
      levels[levels.length - 1] = level;
    } else {
      markup += '<ol>';
      levels.push(level);
    }
    markup += `<li><a href="${escapeXml(address)}">${escapeXml(text)}</a>`;
  }
  return markup + '</li></ol>'.repeat(levels.length);
}

/** `nav.xhtml`: every chapter with its sections. */
export function navigationDocument({ title, contents, chapters }: Book): string {
  const entries = chapters.flatMap((chapter): Entry[] => [
    { address: chapter.path, text: chapter.title, level: 1 },
    ...chapter.headings.map(({ id, level, text }) => ({ address: `${chapter.path}#${id}`, text, level })),
  ]);
  return xhtmlPage(
    title,
    languageOf(chapters),
    directionOf(chapters),
    `<nav epub:type="toc"><h1>${escapeXml(contents)}</h1>${nestedList(entries)}</nav>`,
  );
}

/** A page of the book around markup that is well-formed already. */
export function xhtmlPage(title: string, lang: string | null, dir: 'ltr' | 'rtl', body: string): string {
  const language = lang && isLanguageTag(lang) ? ` lang="${lang}" xml:lang="${lang}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" dir="${dir}"${language}>
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body>
</html>
`;
}
