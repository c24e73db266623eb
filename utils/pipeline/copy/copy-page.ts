import { eachFromEnd, eachOf, finish, type Steps } from '../steps';
import { hiddenByMarkup, lendLooks } from './lend-looks';
import { MARK_BOLD, MARK_CAPS, MARK_HIDDEN, MARK_SIZE, MARK_SOURCE } from './marks';
import { keepMaths } from './maths';
import { noteSize } from './picture-size';
import { unwrapForms } from './unwrap-forms';

/** Elements that never hold article text and would only cost time. `noscript` may hold a lazy picture. */
const DEAD =
  'script:not([type="application/ld+json" i],[type^="math/" i]),style,template,link:not([rel~="canonical" i],[rel~="next" i],[rel~="prev" i]),object,embed,dialog:not([open])';

/** Not worth a look: inline elements are seldom hidden on their own, and the inside of a drawing is no text. */
const PASSED_BY = new Set(
  'a b i em strong u small sub sup br code picture source wbr mark cite abbr script style link meta option path'.split(' '),
);
const SKIPPED = new Set('script style svg template link meta noscript select iframe math'.split(' '));

/** Goes by its tag, however it looks; menus are a third of what stands on a page of news. */
const MENU = 'nav';

/** Elements that sites dress up as headings. */
const LINES = new Set(['p', 'div', 'span']);

/** A line this long is no heading; its looks are not worth a style look-up. */
const LONGEST_LINE = 120;
const MOST_PARTS = 3;
/** Elements looked at between two places to pause. */
const TURNS = 64;

// The prototype's own methods: a form's members may be shadowed by the names of its inputs. The copy has no forms any more.
const { checkVisibility, querySelectorAll: select } = Element.prototype;
const { cloneNode } = Node.prototype;
const isConnected = Object.getOwnPropertyDescriptor(Node.prototype, 'isConnected')?.get as (this: Node) => boolean;
const shadowOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get as (this: Element) => ShadowRoot | null;

/**
 * Goes through the live page and its copy side by side and writes on the copy what the live page shows.
 *
 * @param live the elements that were on the page when it was copied: it may have changed while we paused
 */
function* markLooks(live: ArrayLike<Element>, livePage: Document, page: Document): Steps<void> {
  const view = livePage.defaultView;
  if (!view || !livePage.body || !page.body) return;
  // Two lists of the same elements in the same order; a tree walker on each takes twice as long.
  const copy = page.body.querySelectorAll('*');
  const textSize = Number.parseFloat(view.getComputedStyle(livePage.body).fontSize) || 16;
  const shadows: [host: Element, root: ShadowRoot][] = [];
  const lines: number[] = [];
  for (let at = 0, turn = 1; at < live.length; at++, turn++) {
    if (turn % TURNS === 0) yield;
    const twin = copy[at] as Element;
    const { localName } = twin;
    if (PASSED_BY.has(localName)) continue;
    const element = live[at] as Element;
    const root = shadowOf.call(element);
    if (root) shadows.push([twin, root]);
    if (localName === MENU) {
      at += twin.getElementsByTagName('*').length;
      continue;
    }
    const hidden = !SKIPPED.has(localName) && isHidden(view, element, twin);
    if (hidden) twin.setAttribute(MARK_HIDDEN, '');
    if (hidden || SKIPPED.has(localName)) at += twin.getElementsByTagName('*').length;
    else if (element instanceof HTMLImageElement) {
      noteSize(element, twin);
      if (element.currentSrc && !element.currentSrc.startsWith('data:')) twin.setAttribute(MARK_SOURCE, element.currentSrc);
    } else if (LINES.has(localName) && !twin.hasAttribute('data-cc-form')) lines.push(at);
  }
  // From the last to the first: what is around a long text is long, too, and is not read again.
  const long = new Set<Element>();
  yield* eachFromEnd(lines, (at) => {
    const twin = copy[at] as Element;
    if (!long.has(twin) && isLine(twin, long)) markLine(view, live[at] as Element, twin, textSize);
  });
  for (const [host, root] of shadows) shadows.push(...flattenShadow(page, host, root)); // and what it finds, in its turn
}

/**
 * Not shown, and not merely without a box of its own (`display: contents`, the inside of a closed `details`). Of what left the page while we
 * paused, the markup alone says so.
 */
function isHidden(view: Window, element: Element, twin: Element): boolean {
  if (checkVisibility.call(element, { visibilityProperty: true })) return false;
  if (!isConnected.call(element)) return twin.matches(hiddenByMarkup);
  const { display, visibility } = view.getComputedStyle(element);
  return display === 'none' || visibility === 'hidden' || visibility === 'collapse';
}

/** Short enough for a heading, and not empty. Notes in `long` what is not. */
function isLine(element: Element, long: Set<Element>): boolean {
  if (element.childElementCount > MOST_PARTS) return false;
  const { length } = element.textContent?.trim() ?? '';
  if (length > LONGEST_LINE) for (let box: Element | null = element; box && !long.has(box); box = box.parentElement) long.add(box);
  return length > 1 && length <= LONGEST_LINE;
}

/** Notes bold, large and capital lines: sites set their headings that way in style sheets the copy does not have. */
function markLine(view: Window, element: Element, twin: Element, textSize: number): void {
  const style = view.getComputedStyle(element);
  if (Number(style.fontWeight) >= 600) twin.setAttribute(MARK_BOLD, '');
  if (style.textTransform === 'uppercase') twin.setAttribute(MARK_CAPS, '');
  const size = Number.parseFloat(style.fontSize);
  if (size > textSize * 1.1) twin.setAttribute(MARK_SIZE, String(Math.round(size)));
}

/**
 * `cloneNode` leaves shadow roots behind: their content takes the place of the host's, with the slotted nodes where they show.
 *
 * @returns the hosts in it, which are still without theirs
 */
function flattenShadow(page: Document, host: Element, root: ShadowRoot): [host: Element, root: ShadowRoot][] {
  const content = page.createDocumentFragment();
  for (const child of root.childNodes) content.append(page.importNode(child, true));
  finish(unwrapForms(page, content));
  const copies = content.querySelectorAll('*');
  const inner: [host: Element, root: ShadowRoot][] = [];
  root.querySelectorAll('*').forEach((element, at) => {
    const own = shadowOf.call(element);
    if (own) inner.push([copies[at] as Element, own]);
  });
  for (const slot of content.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const slotted = [...host.childNodes].filter((node) => ((node as Partial<Element>).getAttribute?.('slot') ?? '') === name);
    if (slotted.length) slot.replaceWith(...slotted);
  }
  host.replaceChildren(content);
  return inner;
}

/** Older tags for text as it is typed. They are written out in ways of their own, and what can swallow a page does not pass the sanitiser. */
function renewListings(page: Document): void {
  for (const listing of page.querySelectorAll('xmp,listing,plaintext')) {
    const pre = page.createElement('pre');
    for (const { name, value } of listing.attributes) pre.setAttribute(name, value);
    pre.append(...listing.childNodes);
    listing.replaceWith(pre);
  }
}

/** Where scripts run, a `noscript` is plain text; what interests us in it is the picture behind a lazy one. */
function openNoscripts(page: Document): void {
  for (const noscript of page.querySelectorAll('noscript')) {
    const markup = noscript.textContent ?? '';
    const picture = markup.includes('<img')
      ? new DOMParser().parseFromString(markup, 'text/html').querySelector('img')
      : noscript.querySelector('img');
    const source = picture?.getAttribute('src');
    const before = noscript.previousElementSibling;
    const inside = (box: Element | null | undefined) => [...(box?.querySelectorAll('img') ?? [])];
    const near = before?.localName === 'img' ? [before] : inside(before).length ? inside(before) : inside(noscript.parentElement);
    const lazy = near.length === 1 ? near[0] : undefined; // among several, nobody knows which
    if (picture && source && lazy) lazy.setAttribute(MARK_SOURCE, source);
    else if (picture && source && near.every((image) => !image.outerHTML.includes(source)))
      noscript.before(page.importNode(picture, false));
    noscript.remove();
  }
}

/**
 * A copy of the page that the later stages may change. What only the live page knows (what is hidden, how lines look, shadow roots, the
 * picture in use) is written on the copy as `data-cc-*` attributes; formulas stand in their own markup. The live page is not changed.
 *
 * @param looksOf for a page that was never laid out: a copy of one of the same site that was
 */
export function* copyPage(livePage: Document, looksOf: Document | null = null): Steps<Document> {
  const page = cloneNode.call(livePage, true) as Document;
  const live = livePage.body && !looksOf ? select.call(livePage.body, '*') : [];
  yield;
  yield* unwrapForms(page);
  if (looksOf) lendLooks(looksOf, page);
  else yield* markLooks(live, livePage, page);
  yield;
  keepMaths(page);
  yield* eachOf(page.querySelectorAll(DEAD), (element) => element.remove());
  openNoscripts(page);
  renewListings(page);
  return page;
}
