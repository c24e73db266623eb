import type { Block } from './blocks';

const NOT_LEAD =
  /(^|[\s_-])(avatar|author|logo|icon|profile|byline|badge|emoji|sprite|gravatar|thumb(nail)?s?|related|nav|menu|ads?|banner|share|social)($|[\s_-])/;
/** Narrower pictures are portraits, logos and the like. */
const LEAST_WIDTH = 250;

function isLarge(image: Element): boolean {
  const width = Number.parseInt(image.getAttribute('width') ?? '', 10);
  const height = Number.parseInt(image.getAttribute('height') ?? '', 10);
  return (Number.isNaN(width) || width >= LEAST_WIDTH) && (Number.isNaN(height) || height >= LEAST_WIDTH / 2);
}

function looksRight(image: Element, stop: Element): boolean {
  for (let element: Element | null = image; element && element !== stop; element = element.parentElement) {
    if (/^(nav|aside|footer|button)$/.test(element.localName)) return false;
    if (NOT_LEAD.test(`${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 200).toLowerCase())) return false;
  }
  return true;
}

/**
 * The picture above the text: it often stands outside the text's column, beside the title.
 *
 * @returns the figure or picture, or null when the text begins with a picture of its own or there is none
 */
export function findLeadImage(root: Element, kept: readonly Block[]): Element | null {
  const first = kept[0]?.element;
  if (!first) return null;
  const scope = first.closest('article,main,[itemtype*="Article" i]') ?? root;
  if (kept.slice(0, 3).some(({ element }) => element.querySelector('img'))) return null;
  let lead: Element | null = null;
  for (const image of scope.getElementsByTagName('img')) {
    if (!(image.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
    if (isLarge(image) && looksRight(image, scope)) lead = image;
  }
  if (!lead) return null;
  const title = scope.querySelector('h1');
  // Without a title between, a picture far above the text may be anything.
  if (!title && scope === root) return null;
  return lead.closest('figure,picture') ?? lead;
}
