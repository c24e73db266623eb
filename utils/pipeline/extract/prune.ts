import { gapMark, type Removal } from '../reading';
import { eachOf, type Steps } from '../steps';
import type { Block } from './blocks';
import { plain } from './blocks';

const MEDIA = 'img,picture,video,audio,iframe,math,svg,canvas';
/** Words that a picture's own lines (caption, credit) may have. */
const LONGEST_CAPTION = 60;
const SMALL_IMAGE = 80;
/** Characters of text kept with a removal. */
const SNIPPET = 200;

function isContentMedia(media: Element): boolean {
  if (/^(svg|canvas)$/.test(media.localName)) return false;
  if (media.localName !== 'img') return true;
  const size = (name: string) => Number.parseInt(media.getAttribute(name) ?? '', 10);
  return !(size('width') < SMALL_IMAGE || size('height') < SMALL_IMAGE);
}

/** A part without kept text that shows a picture of the article: not a card that leads elsewhere, not a row of icons. */
function showsPicture(part: Element): boolean {
  if (/^(nav|aside|footer|button|form)$/.test(part.localName)) return false;
  const media = part.matches(MEDIA) ? [part] : [...part.querySelectorAll(MEDIA)];
  if (!media.some(isContentMedia)) return false;
  if (part.matches('figure') || (media.length === 1 && part.querySelector('figure'))) return plain(part.textContent).length < 1200;
  const words = plain(part.textContent).split(' ').length;
  if (words > LONGEST_CAPTION || media.length > 12) return false;
  if (part.querySelector('h1,h2,h3,h4,h5,h6')) return false;
  // A linked picture beside linked words is a teaser.
  return !(words > 3 && part.querySelector('a[href] img') && part.querySelectorAll('a[href]').length > 1);
}

function commonAncestor(elements: readonly Element[], root: Element): Element {
  let ancestor: Element = elements[0]?.parentElement ?? root;
  for (const element of elements) while (!ancestor.contains(element)) ancestor = ancestor.parentElement ?? root;
  return ancestor;
}

/**
 * Cuts the copy down to the kept blocks, with the pictures that stand among them. Everything else is recorded.
 *
 * @returns the article's own element, taken out of `root`
 */
export function* pruneTo(root: Element, kept: readonly Block[], leadImage: Element | null): Steps<{ body: Element; removals: Removal[] }> {
  const page = root.ownerDocument;
  const whole = new Set(kept.map(({ element }) => element));
  const above = new Set<Element>();
  for (const element of whole) for (let up = element.parentElement; up && !above.has(up); up = up.parentElement) above.add(up);
  const lead = leadImage && ![...whole].some((element) => element.contains(leadImage)) ? leadImage : null;
  const container = commonAncestor([...whole], root);
  const removals: Removal[] = [];

  const drop = (element: Element, rule: string, leaveGap: boolean) => {
    const all = element.textContent ?? '';
    const start = plain(all.slice(0, 10 * SNIPPET));
    const text = (start.length >= SNIPPET ? start : plain(all)).slice(0, SNIPPET);
    if (text) {
      if (leaveGap) element.before(page.createComment(gapMark('extract', removals.length)));
      removals.push({ stage: 'extract', rule, text, html: element.outerHTML, at: null });
    }
    element.remove();
  };

  lead?.remove();
  for (let element = container; element !== root && element.parentElement; element = element.parentElement)
    yield* eachOf([...element.parentElement.children], (sibling) => {
      if (sibling !== element) drop(sibling, 'outside-article', false);
    });

  const stack: Element[] = [container];
  while (stack.length) {
    const element = stack.pop() as Element;
    if (whole.has(element)) continue; // with all that is in it
    yield* eachOf([...element.children], (child) => {
      if (above.has(child)) stack.push(child);
      else if (!whole.has(child) && !/^(hr|br|wbr)$/.test(child.localName) && !showsPicture(child)) drop(child, 'not-article-text', true);
    });
  }
  const body = page.createElement('div');
  if (lead) body.append(lead);
  body.append(container);
  return { body, removals };
}
