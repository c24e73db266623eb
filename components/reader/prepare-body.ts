import { i18n } from './words';

/** Names and ways to reach what scrolls by itself, which only a focusable region can be by keyboard. */
function makeScrollable(region: HTMLElement, label: string): void {
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', label);
}

/**
 * Gives the sanitised text what only the screen needs: wide tables and code that scroll inside themselves, pictures that load as they
 * come near, links that tell no one where they came from. Changes `body`; adds no address and no text.
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
