import { makeCards } from './media/embed-cards';
import { frameCode } from './media/frame-code';
import { framePictures } from './media/frame-pictures';
import { frameTables } from './media/frame-tables';
import { makeFrame } from './media/scroll-frames';
import { i18n } from './words';

/** A formula may be wider than the text: it scrolls inside itself then. */
function frameMaths(body: DocumentFragment): void {
  for (const formula of body.querySelectorAll('math')) {
    const frame = formula.ownerDocument.createElement('span');
    frame.className = formula.getAttribute('display') === 'block' ? 'maths-frame maths-block' : 'maths-frame';
    makeFrame(frame, i18n.t('reader.formula'));
    formula.replaceWith(frame);
    frame.append(formula);
  }
}

const hangs: Readonly<Record<string, string>> = { '“': 'two', '„': 'two', '"': 'two', '‘': 'one', '‚': 'one', "'": 'one' };

/** Marks the blocks that begin with a quotation mark, which is to stand before the edge of the text. */
function hangMarks(body: DocumentFragment): void {
  for (const block of body.querySelectorAll<HTMLElement>(':is(p, h2, h3, h4):not(:is(li, td, th, figure, details) *)')) {
    const hang = hangs[block.textContent?.trimStart().charAt(0) ?? ''];
    if (hang) block.dataset.hangs = hang;
  }
}

/**
 * Gives blocks of the sanitised text what only the screen needs: tables, code and formulas that scroll inside themselves, pictures that load
 * as they come near and can be enlarged, cards for what was embedded, links that tell no one where they came from, quotation marks that
 * hang. Changes `body`; adds no address and no text of the article.
 *
 * @param linksOpenTab whether links leave this tab alone
 */
export function prepareBlocks(body: DocumentFragment, linksOpenTab: boolean): void {
  frameTables(body);
  frameCode(body);
  frameMaths(body);
  hangMarks(body);
  framePictures(body);
  makeCards(body);
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.getAttribute('href')?.startsWith('#')) continue;
    link.rel = 'noopener noreferrer';
    if (linksOpenTab) link.target = '_blank';
  }
}
