/** Longer than this, in characters, a text is a part of the article rather than a note to it. */
const longestNote = 4000;
/** A way back is a sign or a word or two. */
const longestBack = 16;
/** What stands for a note at its beginning, rather than being it. */
const anchors = 'a,sup,sub,span,b,strong,em,i,cite';

/** What holds links and notes, or its elements by their ids, for whoever asks about many links. */
type Holder = ParentNode | ReadonlyMap<string, Element>;

function byHref(link: Element, text: Holder): Element | null {
  const id = link.getAttribute('href')?.slice(1);
  if (!id) return null;
  return 'querySelector' in text ? text.querySelector(`#${CSS.escape(id)}`) : (text.get(id) ?? null);
}

const follows = (one: Node, other: Node) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

/**
 * The note or the entry of a bibliography that a link in the text leads to: a list item, a paragraph or the like that comes after it.
 * What leads back, to a section or to a picture is no reference.
 *
 * @param text what holds both
 */
export function findNote(link: Element, text: Holder): Element | null {
  const target = byHref(link, text);
  if (!target || !follows(link, target)) return null;
  const note = target.matches(anchors) ? target.closest('li,p,dd,td') : target;
  const words = note?.textContent?.trim().length ?? 0;
  return note?.matches('li,p,dd,td,div,blockquote') && !note.contains(link) && words > 0 && words <= longestNote ? note : null;
}

/** Whether a link in a note leads back to where the note is referred to. */
export function leadsBack(link: Element, note: Element, text: Holder): boolean {
  const target = byHref(link, text);
  return target !== null && !note.contains(target) && follows(target, note) && (link.textContent?.trim().length ?? 0) <= longestBack;
}

/** What a note says, to be shown elsewhere: without its ways back, and without ids, which would be there twice. */
export function noteContent(note: Element, text: ParentNode): DocumentFragment {
  const content = note.ownerDocument.createDocumentFragment();
  const copy = note.cloneNode(true) as Element;
  [...note.querySelectorAll('a[href^="#"]')].forEach((link, index) => {
    if (!leadsBack(link, note, text)) return;
    const twin = copy.querySelectorAll('a[href^="#"]')[index];
    twin?.setAttribute('data-back', '');
  });
  for (const back of copy.querySelectorAll('[data-back]')) back.remove();
  for (const empty of copy.querySelectorAll('sup,b,strong,span,cite,p'))
    if (!empty.textContent?.trim() && !empty.querySelector('img')) empty.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  content.append(...copy.childNodes);
  // The sign before the ways back, where a note has several.
  const first = content.firstChild;
  if (first?.nodeType === Node.TEXT_NODE) first.nodeValue = (first.nodeValue ?? '').replace(/^[\s^↑]+/, '');
  return content;
}
