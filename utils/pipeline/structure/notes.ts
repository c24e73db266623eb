import { collapse } from './text';

const numberOf = (box: Element): Element | null => {
  const first = box.firstElementChild;
  const link = first?.matches('a') ? first : first?.querySelector('a');
  const isNumber = /^\d{1,3}$/.test(collapse(link?.textContent)) && collapse(first?.textContent) === collapse(link?.textContent);
  return link && isNumber && link.id && link.getAttribute('href')?.startsWith('#') ? link : null;
};

/**
 * Notes in a row of boxes, each with its number in a paragraph of its own (as Substack writes them), become a list: number and words
 * belong together, and the way back stands at the end. Changes `body`.
 */
export function listNotes(body: Element): void {
  let list: Element | null = null;
  for (const box of body.querySelectorAll('div[class*="footnote" i]')) {
    const number = numberOf(box);
    if (!number) continue;
    const page = box.ownerDocument;
    if (!list || box.previousElementSibling !== list) {
      list = page.createElement('ol');
      box.before(list);
    }
    const note = page.createElement('li');
    note.id = number.id;
    note.setAttribute('value', collapse(number.textContent));
    const back = page.createElement('a');
    back.setAttribute('href', number.getAttribute('href') ?? '');
    back.textContent = '↩';
    box.firstElementChild?.remove();
    note.append(...box.childNodes);
    (note.querySelector(':scope p:last-of-type') ?? note).append(' ', back);
    list.append(note);
    box.remove();
  }
}
