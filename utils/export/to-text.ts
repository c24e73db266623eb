import type { ExportArticle, ExportContext, ExportFile } from './export-article';
import { factsOf, titleOf } from './facts';
import { fileStem } from './file-name';

const blocks = new Set(
  'blockquote caption dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr ol p section summary table ul'.split(' '),
);

/** What was written so far. */
interface Sheet {
  lines: string[];
  /** The line being written. */
  line: string;
  /** The mark of a list item, until its first words come. */
  mark: string;
}

function endLine(sheet: Sheet): void {
  const words = sheet.line.replace(/\s+/g, ' ').trim();
  sheet.line = '';
  if (!words) return;
  sheet.lines.push(sheet.mark + words);
  sheet.mark = '';
}

function endBlock(sheet: Sheet): void {
  endLine(sheet);
  if (!sheet.mark && sheet.lines.length > 0 && sheet.lines.at(-1) !== '') sheet.lines.push('');
}

function markOf(item: Element): string {
  const list = item.parentElement;
  const indent = '  '.repeat(Math.max(0, depthOf(item) - 1));
  if (list?.localName !== 'ol') return `${indent}- `;
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  const place = [...list.children].filter(({ localName }) => localName === 'li').indexOf(item);
  return `${indent}${(Number.isNaN(start) ? 1 : start) + place}. `;
}

/** How many lists an item stands in. */
function depthOf(item: Element): number {
  let depth = 0;
  for (let list = item.parentElement?.closest('ul, ol'); list; list = list.parentElement?.closest('ul, ol')) depth++;
  return depth;
}

/** What parts a block from its neighbours: an empty line; only a space within a table's cell; only the line's end within a list. */
function partOf(block: Element): (sheet: Sheet) => void {
  if (block.closest('td, th'))
    return (sheet) => {
      sheet.line += ' ';
    };
  return block.parentElement?.closest('li') ? endLine : endBlock;
}

function writeInside(node: Node, sheet: Sheet): void {
  for (const child of node.childNodes) write(child, sheet);
}

function write(node: Node, sheet: Sheet): void {
  if (node.nodeType === Node.TEXT_NODE) sheet.line += node.nodeValue ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const element = node as Element;
  const name = element.localName;
  if (name === 'br') endLine(sheet);
  else if (name === 'img') sheet.line += element.getAttribute('alt')?.trim() ? ` [${element.getAttribute('alt')?.trim()}] ` : '';
  else if (name === 'math') sheet.line += element.getAttribute('alttext') ?? element.textContent ?? '';
  else if (name === 'pre') {
    endBlock(sheet);
    sheet.lines.push(...(element.textContent ?? '').replace(/\n$/, '').split('\n'), '');
  } else if (name === 'li') {
    endLine(sheet);
    sheet.mark = markOf(element);
    writeInside(element, sheet);
    endLine(sheet);
    sheet.mark = '';
  } else if (name === 'tr') {
    writeInside(element, sheet);
    endLine(sheet);
  } else if (name === 'td' || name === 'th') {
    if (element.previousElementSibling) sheet.line += ' | ';
    writeInside(element, sheet);
  } else if (blocks.has(name)) {
    const part = partOf(element);
    part(sheet);
    writeInside(element, sheet);
    part(sheet);
  } else writeInside(element, sheet);
}

/** The words of a text as lines: blocks apart, list items marked, cells of a row beside each other. */
export function plainText(body: Node): string {
  const sheet: Sheet = { lines: [], line: '', mark: '' };
  writeInside(body, sheet);
  endBlock(sheet);
  return sheet.lines.join('\n').trim();
}

/** One article as plain text, in UTF-8. */
export async function toText(entry: ExportArticle, context: ExportContext): Promise<ExportFile[]> {
  const { article, body } = entry;
  const parts = [titleOf(entry, context), article.standfirst, factsOf(article, context.locale), plainText(body), article.url];
  return [{ name: `${fileStem(article.title, context.words.untitled)}.txt`, content: `${parts.filter(Boolean).join('\n\n')}\n` }];
}
