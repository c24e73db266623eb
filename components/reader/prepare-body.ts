import { i18n } from './words';

/** Names and ways to reach what scrolls by itself, which only a focusable region can be by keyboard. */
function makeScrollable(region: HTMLElement, label: string): void {
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', label);
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
 * Gives the sanitised text what only the screen needs: wide tables and code that scroll inside themselves, pictures that load as they
 * come near, links that tell no one where they came from, quotation marks that hang. Changes `body`; adds no address and no text.
 *
 * @param linksOpenTab whether links leave this tab alone
 */
export function prepareBody(body: DocumentFragment, linksOpenTab: boolean): void {
  for (const table of body.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const frame = table.ownerDocument.createElement('div');
    frame.className = 'table-frame';
    makeScrollable(frame, table.caption?.textContent?.trim() || i18n.t('reader.table'));
    table.replaceWith(frame);
    frame.append(table);
  }
  for (const code of body.querySelectorAll('pre')) makeScrollable(code, i18n.t('reader.code'));
  hangMarks(body);
  for (const image of body.querySelectorAll('img')) {
    image.loading = 'lazy';
    image.decoding = 'async';
  }
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.getAttribute('href')?.startsWith('#')) continue;
    link.rel = 'noopener noreferrer';
    if (linksOpenTab) link.target = '_blank';
  }
}
