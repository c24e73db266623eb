import type { Article, OutlineHeading } from '../../article/article';
import type { Removal } from '../reading';
import { sanitise, sanitiseToFragment } from '../sanitise/sanitise';
import { finish } from '../steps';
import { countWords } from '../structure/count-words';
import { flatten } from '../structure/flatten';

/** One change to an article as it was read: of a block, by its place among the article's top-level blocks, or of a removal, by its place in the list. */
export type Change = { kind: 'put-back'; removal: number } | { kind: 'leave-out' | 'heading' | 'no-heading'; block: number };

/** Where a block of the changed article comes from: the article as it was read, or a removal that was put back. */
export type Origin = { block: number } | { removal: number };

const isHeading = (element: Element) => /^h[2-6]$/.test(element.localName);

/** The blocks of a removal, made as simple as the article's own, and sanitised. */
function blocksOf(removal: Removal, base: string): Element[] {
  const { body } = new DOMParser().parseFromString(removal.html, 'text/html');
  const box = body.ownerDocument.createElement('div');
  box.append(...body.childNodes);
  for (const element of box.querySelectorAll('[id]')) element.removeAttribute('id');
  finish(flatten(box));
  return [...sanitiseToFragment(box, base).children];
}

function rename(element: Element, tag: string): Element {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** The level of the heading before it, so that a new one stands beside its like; the sections' own level where it is the first. */
function levelAt(element: Element): string {
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    if (isHeading(before)) return before.localName;
  return 'h2';
}

/**
 * Makes the changes to an article as it was read. Each time from the start, so that any of them can be taken back.
 *
 * @returns the changed article, and for each of its top-level blocks where it comes from
 */
export function applyChanges(
  base: Article,
  removals: readonly Removal[],
  changes: readonly Change[],
): { article: Article; origins: Origin[] } {
  const fragment = sanitiseToFragment(base.contentHtml, base.url);
  const blocks = [...fragment.children];
  const origins = new Map<Element, Origin>(blocks.map((element, block) => [element, { block }]));
  if (!changes.length) return { article: base, origins: [...origins.values()] };
  const holder = fragment.ownerDocument.createElement('div');
  holder.append(fragment);
  const out = new Set(changes.flatMap((change) => (change.kind === 'leave-out' ? [change.block] : [])));
  // Of a line that was made a heading and plain again, the last word counts.
  const kinds = new Map(
    changes.flatMap((change) => (change.kind === 'heading' || change.kind === 'no-heading' ? [[change.block, change.kind] as const] : [])),
  );
  const back = new Set(changes.flatMap((change) => (change.kind === 'put-back' ? [change.removal] : [])));
  for (const index of [...back].sort((a, b) => a - b)) {
    const removal = removals[index];
    if (!removal) continue;
    const made = blocksOf(removal, base.url);
    const next = removal.at === null ? null : (blocks[removal.at] ?? null);
    for (const element of made) {
      if (next) next.before(element);
      else holder.append(element);
      origins.set(element, { removal: index });
    }
  }
  const made: OutlineHeading[] = [];
  blocks.forEach((element, index) => {
    const origin = origins.get(element);
    if (out.has(index)) element.remove();
    else if (kinds.get(index) === 'no-heading' && isHeading(element)) origins.set(rename(element, 'p'), origin as Origin);
    else if (kinds.get(index) === 'heading' && !isHeading(element)) {
      const heading = rename(element, levelAt(element));
      heading.id = `cc-own-${index}`;
      for (const look of heading.querySelectorAll('b,strong')) look.replaceWith(...look.childNodes);
      origins.set(heading, origin as Origin);
      made.push({ id: heading.id, level: Number(heading.localName[1]), text: heading.textContent?.trim() ?? '', kind: 'pseudo' });
    }
  });
  const known = new Map([...base.headings, ...made].map((heading) => [heading.id, heading]));
  const shown = [...holder.querySelectorAll('h2,h3,h4,h5,h6')].flatMap((element) => known.get(element.id) ?? []);
  const order = [...holder.children].map((element) => origins.get(element) as Origin);
  const { html, text } = sanitise(holder, base.url);
  return { article: { ...base, contentHtml: html, headings: shown, wordCount: finish(countWords(text, base.lang)) }, origins: order };
}
