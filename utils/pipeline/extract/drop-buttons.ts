import type { Block } from './blocks';

const button = /(^|[\s_-])(btn|button)s?($|[\s_-])/;
const longestButton = 60;

/** A link with the look of a button that leads to another page: one that opens a part of this page heads it. */
function isButton(link: Element): boolean {
  const opens =
    /^#/.test(link.getAttribute('href') ?? '#') ||
    ['aria-expanded', 'aria-controls', 'data-toggle'].some((name) => link.hasAttribute(name));
  if (opens || link.querySelector('img,picture')) return false;
  for (let at: Element | null = link, steps = 0; at && steps < 3; at = at.parentElement, steps++) {
    if (at.textContent?.trim() !== link.textContent?.trim()) break;
    if (button.test((at.getAttribute('class') ?? '').slice(0, 200).toLowerCase()) || at.getAttribute('role') === 'button') return true;
  }
  return link.firstElementChild !== null && button.test((link.firstElementChild.getAttribute('class') ?? '').slice(0, 200).toLowerCase());
}

/**
 * Calls to act between the paragraphs: blocks that are nothing but a button. Done once the text is found, since the buttons of a promo
 * tell the promo.
 *
 * @param kept one answer a block; that of a button is set to false
 */
export function dropButtons(blocks: readonly Block[], kept: boolean[]): void {
  for (const [index, { element, text, linkLength }] of blocks.entries()) {
    if (!kept[index] || text.length > longestButton || linkLength < text.length || /^(h[1-6]|li|figcaption|t[dh])$/.test(element.localName))
      continue;
    const link = element.closest('a[href]') ?? element.querySelector('a[href]');
    if (link && isButton(link)) kept[index] = false;
  }
}
