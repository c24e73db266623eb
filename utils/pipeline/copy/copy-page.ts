/** Attributes the copy carries of what only the live page knows. The later stages read them; sanitise drops them. */
export const MARK_HIDDEN = 'data-cc-hidden';
export const MARK_BOLD = 'data-cc-bold';
export const MARK_CAPS = 'data-cc-caps';
export const MARK_SIZE = 'data-cc-size';
export const MARK_SOURCE = 'data-cc-src';

/** Elements that never hold article text and would only cost time. `noscript` may hold a lazy picture. */
const DEAD =
  'script:not([type="application/ld+json" i],[type^="math/" i]),style,template,link:not([rel~="canonical" i]),object,embed,dialog:not([open])';

/** Not worth a look: inline elements are seldom hidden on their own, and the inside of a drawing is no text. */
const PLAIN = new Set('a b i em strong u small sub sup br code picture source wbr mark cite abbr'.split(' '));
const SKIPPED = new Set('script style svg template link meta noscript select iframe math'.split(' '));

/** A line this long is no heading; its looks are not worth a style look-up. */
const LONGEST_LINE = 120;

// The prototype's own methods: a form's members may be shadowed by the names of its inputs.
const { checkVisibility, setAttribute } = Element.prototype;
const { cloneNode } = Node.prototype;

/** Walks the live page and its copy side by side and writes on the copy what the live page shows. */
function markLooks(livePage: Document, page: Document): void {
  const view = livePage.defaultView;
  if (!view || !livePage.body || !page.body) return;
  const live = livePage.createTreeWalker(livePage.body, NodeFilter.SHOW_ELEMENT);
  const copy = page.createTreeWalker(page.body, NodeFilter.SHOW_ELEMENT);
  const textSize = Number.parseFloat(view.getComputedStyle(livePage.body).fontSize) || 16;
  const shadows: [host: Element, root: ShadowRoot][] = [];
  let more = live.firstChild() !== null && copy.firstChild() !== null;
  while (more) {
    const element = live.currentNode as Element;
    const twin = copy.currentNode as Element;
    const root = element.localName.includes('-') ? element.shadowRoot : null;
    if (root) shadows.push([twin, root]);
    if (PLAIN.has(element.localName)) {
      more = live.nextNode() !== null && copy.nextNode() !== null;
      continue;
    }
    if (SKIPPED.has(element.localName)) {
      more = step(live) && step(copy);
      continue;
    }
    const hidden = isHidden(view, element);
    if (hidden) setAttribute.call(twin, MARK_HIDDEN, '');
    else if (element instanceof HTMLImageElement) {
      if (element.currentSrc && !element.currentSrc.startsWith('data:')) setAttribute.call(twin, MARK_SOURCE, element.currentSrc);
    } else markLine(view, element, twin, textSize);
    more = hidden ? step(live) && step(copy) : live.nextNode() !== null && copy.nextNode() !== null;
  }
  for (const [host, root] of shadows) flattenShadow(page, host, root);
}

/** Not shown, and not merely without a box of its own (`display: contents`, the inside of a closed `details`). */
function isHidden(view: Window, element: Element): boolean {
  if (checkVisibility.call(element, { visibilityProperty: true })) return false;
  const { display, visibility } = view.getComputedStyle(element);
  return display === 'none' || visibility === 'hidden' || visibility === 'collapse';
}

/** The next element that is not inside the current one. */
function step(walker: TreeWalker): boolean {
  do if (walker.nextSibling()) return true;
  while (walker.parentNode());
  return false;
}

/** Notes bold, large and capital lines: sites set their headings that way in style sheets the copy does not have. */
function markLine(view: Window, element: Element, twin: Element, textSize: number): void {
  if (!/^(p|div|span)$/.test(element.localName)) return;
  const first = element.firstChild;
  if (
    !first ||
    element.childElementCount > 3 ||
    (first.nodeType === Node.TEXT_NODE && !first.nextSibling && !/\S/.test(first.nodeValue ?? ''))
  )
    return;
  const text = element.textContent?.trim() ?? '';
  if (text.length < 2 || text.length > LONGEST_LINE) return;
  const style = view.getComputedStyle(element);
  if (Number(style.fontWeight) >= 600) setAttribute.call(twin, MARK_BOLD, '');
  if (style.textTransform === 'uppercase') setAttribute.call(twin, MARK_CAPS, '');
  const size = Number.parseFloat(style.fontSize);
  if (size > textSize * 1.1) setAttribute.call(twin, MARK_SIZE, String(Math.round(size)));
}

/** `cloneNode` leaves shadow roots behind: their content takes the place of the host's, with the slotted nodes where they show. */
function flattenShadow(page: Document, host: Element, root: ShadowRoot): void {
  const content = page.createDocumentFragment();
  for (const child of root.childNodes) content.append(page.importNode(child, true));
  for (const slot of content.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const slotted = [...host.childNodes].filter((node) => ((node as Partial<Element>).getAttribute?.('slot') ?? '') === name);
    if (slotted.length) slot.replaceWith(...slotted);
  }
  host.replaceChildren(content);
}

/** First of all, since a form's members can be shadowed by its inputs: no form is left, and no control carries a name. */
function unwrapForms(page: Document): void {
  for (const control of page.querySelectorAll('input,select,textarea,button,fieldset,output')) {
    control.removeAttribute('name');
    control.removeAttribute('id');
  }
  for (const form of page.querySelectorAll('form')) {
    const box = page.createElement('div');
    for (const name of ['class', 'id', 'role', 'style', 'action', MARK_HIDDEN]) {
      const value = Element.prototype.getAttribute.call(form, name);
      if (value !== null) box.setAttribute(name === 'action' ? 'data-cc-action' : name, value);
    }
    box.setAttribute('data-cc-form', '');
    let child = Reflect.get(Node.prototype, 'firstChild', form) as Node | null;
    while (child) {
      box.append(child);
      child = Reflect.get(Node.prototype, 'firstChild', form) as Node | null;
    }
    Element.prototype.replaceWith.call(form, box);
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
 * picture in use) is written on the copy as `data-cc-*` attributes. The live page is not changed.
 */
export function copyPage(livePage: Document): Document {
  const page = cloneNode.call(livePage, true) as Document;
  markLooks(livePage, page);
  for (const element of page.querySelectorAll(DEAD)) element.remove();
  unwrapForms(page);
  openNoscripts(page);
  return page;
}
