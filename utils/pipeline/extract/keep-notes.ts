import { eachOf, mapOf, type Steps } from '../steps';
import type { Block } from './blocks';

/** What stands in the text for a note: a number, a letter, signs, also in brackets. */
const marker = /^[[(]?\s*(\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶]{1,3}|note \d{1,3})\s*[\])]?$/i;
/** Longer than this, in characters, a target is a part of the article and no note. */
const longestNote = 4000;

function targetOf(link: Element, byId: ReadonlyMap<string, Element>): Element | undefined {
  const name = link.getAttribute('href')?.slice(1) ?? '';
  return byId.get(name) ?? byId.get(name.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16))));
}

/** Reads each element's text once: of a list of notes, every note asks for all of it. */
function textReader(): (element: Element) => string {
  const known = new Map<Element, string>();
  return (element) => {
    const text = known.get(element) ?? element.textContent?.trim() ?? '';
    known.set(element, text);
    return text;
  };
}

/** The list item, paragraph or box that an anchor at its beginning stands for: one that says more than the anchor. */
function noteAt(target: Element, textOf: (element: Element) => string): Element {
  if (!/^(a|sup|span|b)$/.test(target.localName)) return target;
  let note = target.closest('li,p,dd,td,div') ?? target;
  while (note.parentElement && note.parentElement.localName !== 'body' && textOf(note) === textOf(target)) note = note.parentElement;
  return note;
}

/**
 * Keeps the notes of an article with it. By their looks they are lists of links at the end of a page; but what a kept block refers to
 * with the mark of a note, or what refers back to it, belongs to the text.
 *
 * @param kept which of `blocks` are the article
 * @returns the same, with the blocks of the notes
 */
export function* keepNotes(root: Element, blocks: readonly Block[], kept: readonly boolean[]): Steps<boolean[]> {
  const found = yield* mapOf(blocks, ({ element }, index) => (kept[index] ? [...element.querySelectorAll('a[href^="#"]')] : []));
  const links = found.flat();
  if (!links.length) return [...kept];
  const byId = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id],a[name]')) {
    const id = element.id || element.getAttribute('name') || '';
    if (id && !byId.has(id)) byId.set(id, element);
  }
  const notes = new Set<Element>();
  const textOf = textReader();
  yield* eachOf(links, (link) => {
    const target = targetOf(link, byId);
    if (!target || target.contains(link)) return;
    const note = noteAt(target, textOf);
    const text = note.textContent ?? '';
    if (!text.trim() || text.length > longestNote || note.querySelector('h1,h2,h3')) return;
    const refersBack = [...note.querySelectorAll('a[href^="#"]')].some((back) => {
      const origin = targetOf(back, byId);
      return origin !== undefined && (origin.contains(link) || link.contains(origin));
    });
    if (refersBack || (link.closest('sup') && marker.test(link.textContent?.trim() ?? ''))) notes.add(note);
  });
  const around = new Set<Element>();
  for (const note of notes) for (let up = note.parentElement; up && !around.has(up); up = up.parentElement) around.add(up);
  const isInNote = (element: Element): boolean => {
    for (let up: Element | null = element; up && up !== root; up = up.parentElement) if (notes.has(up)) return true;
    return false;
  };
  return yield* mapOf(blocks, ({ element }, index) => kept[index] === true || around.has(element) || isInNote(element));
}
