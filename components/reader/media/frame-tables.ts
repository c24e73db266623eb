import { i18n } from '../words';
import { makeFrame } from './scroll-frames';

/** A first row of nothing but headings is the table's head, wherever the page put it. */
function makeHead(table: HTMLTableElement): void {
  const first = table.rows[0];
  if (!first || table.tHead || first.parentElement?.localName === 'tfoot' || table.rows.length < 2) return;
  const cells = [...first.cells];
  if (cells.length > 1 && cells.every((cell) => cell.localName === 'th' && cell.rowSpan === 1)) table.createTHead().append(first);
}

/** The words of a caption stay in sight while the table scrolls under them. */
function holdCaption({ caption }: HTMLTableElement): void {
  if (!caption) return;
  const words = caption.ownerDocument.createElement('span');
  words.className = 'caption-words';
  words.append(...caption.childNodes);
  caption.append(words);
}

/** Puts each table in a frame that it may scroll in, with its head kept in sight. Changes `body`. */
export function frameTables(body: DocumentFragment): void {
  for (const table of body.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const frame = table.ownerDocument.createElement('div');
    frame.className = 'table-frame';
    makeFrame(frame, table.caption?.textContent?.trim() || i18n.t('reader.table'));
    makeHead(table);
    holdCaption(table);
    table.replaceWith(frame);
    frame.append(table);
  }
}
