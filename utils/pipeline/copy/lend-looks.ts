import { MARK_BOLD, MARK_CAPS, MARK_HIDDEN, MARK_SIZE } from './marks';

const lent = [MARK_HIDDEN, MARK_BOLD, MARK_CAPS, MARK_SIZE];
/** Hidden without any style sheet. */
export const hiddenByMarkup = '[hidden],[aria-hidden="true"][style*="display:none" i],[style*="display:none" i],[style*="display: none" i]';

const nameOf = (element: Element | null) => element?.getAttribute('class') ?? '';
/** What a style sheet tells elements by, in short. */
const shapeOf = (element: Element): string =>
  [element.localName, nameOf(element), element.id && /\d/.test(element.id) ? '' : element.id, nameOf(element.parentElement)].join('|');

/** The marks of each shape whose elements all look the same. */
function looksByShape(page: Document): Map<string, Map<string, string>> {
  const looks = new Map<string, Map<string, string>>();
  const mixed = new Set<string>();
  for (const element of page.body?.querySelectorAll('*') ?? []) {
    if (!nameOf(element) && !nameOf(element.parentElement)) continue; // nothing a style sheet could tell it by
    const shape = shapeOf(element);
    const marks = new Map(lent.flatMap((name) => (element.hasAttribute(name) ? [[name, element.getAttribute(name) ?? ''] as const] : [])));
    const known = looks.get(shape);
    if (known && JSON.stringify([...known]) !== JSON.stringify([...marks])) mixed.add(shape);
    looks.set(shape, marks);
  }
  for (const shape of mixed) looks.delete(shape);
  return looks;
}

/**
 * Marks a page that was never laid out by the looks of one of the same site that was: elements with the same tag and class names look
 * the same there. Without it, what the site's style sheet hides would pass for text. Changes `page`.
 *
 * @param laidOut a copy that `copyPage` made of the live page
 */
export function lendLooks(laidOut: Document, page: Document): void {
  for (const element of page.querySelectorAll(hiddenByMarkup)) element.setAttribute(MARK_HIDDEN, '');
  const looks = looksByShape(laidOut);
  for (const element of page.body?.querySelectorAll('*') ?? [])
    for (const [name, value] of looks.get(shapeOf(element)) ?? []) element.setAttribute(name, value);
}
