import purifier, { type Config } from 'dompurify';
import type { SafeHtml } from '../../article/article';
import type { Steps } from '../steps';
import {
  allowedAttributes,
  allowedClasses,
  allowedMaths,
  allowedTags,
  imageSchemes,
  linkSchemes,
  mathsAttributes,
  mathsValue,
  onlyOn,
  ownId,
} from './allowed-html';
import { cutPieces, Joined, type Piece } from './pieces';

const config: Config = {
  ALLOWED_TAGS: [...allowedTags, ...allowedMaths],
  ALLOWED_ATTR: [...allowedAttributes, ...mathsAttributes],
  // No HTML inside formulas, and no formula's parts outside.
  MATHML_TEXT_INTEGRATION_POINTS: {},
  HTML_INTEGRATION_POINTS: {},
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  KEEP_CONTENT: true,
  RETURN_DOM_FRAGMENT: true,
};

// Once: reading it anew at each call costs a quarter of a short article's.
if (purifier.isSupported) purifier.setConfig(config);

const mathsNamespace = 'http://www.w3.org/1998/Math/MathML';
const ofHtml = { tags: new Set(allowedTags), attributes: new Set(allowedAttributes) };
const ofMaths = { tags: new Set(allowedMaths), attributes: new Set(mathsAttributes) };

const isMaths = (element: Element): boolean => element.namespaceURI === mathsNamespace;
const listsFor = (element: Element) => (isMaths(element) ? ofMaths : ofHtml);
const isAllowedValue = (element: Element, name: string): boolean => {
  const value = element.getAttribute(name) ?? '';
  if (isMaths(element)) return name === 'alttext' || mathsValue.test(value);
  if (name in onlyOn) return onlyOn[name] === element.localName;
  return name !== 'class' || (allowedClasses[element.localName]?.test(value) ?? false);
};

/**
 * DOMPurify has one list for all: what is meant for formulas alone goes from HTML, and the other way round. A formula whose parts do not
 * lie where the parser would put them again (an HTML element by a formula's name, a formula in a formula) becomes its text.
 */
function partHtmlAndMaths(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('*')) {
    const lists = listsFor(element);
    const isMisplaced = isMaths(element)
      ? element.localName === 'math'
        ? element.parentElement !== null && isMaths(element.parentElement)
        : !element.parentElement || !isMaths(element.parentElement)
      : element.parentElement !== null && isMaths(element.parentElement);
    if (isMisplaced || !lists.tags.has(element.localName)) element.replaceWith(element.textContent ?? '');
    else
      for (const name of element.getAttributeNames())
        if (!lists.attributes.has(name) || !isAllowedValue(element, name)) element.removeAttribute(name);
  }
}

/** Absolute address with an allowed scheme, or null. */
function safeUrl(value: string, base: string, schemes: readonly string[]): string | null {
  const url = URL.parse(value.trim(), base);
  return url && schemes.includes(url.protocol) ? url.href : null;
}

function fixAddresses(element: Element, base: string): void {
  const href = element.getAttribute('href');
  if (href !== null) {
    const safe = href.startsWith('#cc-') ? href : safeUrl(href, base, linkSchemes);
    if (safe === null) element.removeAttribute('href');
    else element.setAttribute('href', safe);
  }
  const src = element.getAttribute('src');
  if (src !== null) {
    const safe = safeUrl(src, base, imageSchemes);
    if (safe === null) element.removeAttribute('src');
    else element.setAttribute('src', safe);
  }
  const srcset = element.getAttribute('srcset');
  if (srcset !== null) {
    const candidates = srcset
      .split(/,\s+/)
      .map((candidate) => candidate.trim().split(/\s+/))
      .map(([address = '', size = '']) => ({ safe: safeUrl(address, base, imageSchemes), size }));
    if (candidates.some(({ safe, size }) => safe === null || !/^(\d+w|[\d.]+x)?$/.test(size))) element.removeAttribute('srcset');
    else element.setAttribute('srcset', candidates.map(({ safe, size }) => `${safe} ${size}`.trim()).join(', '));
  }
  const cite = element.getAttribute('cite');
  if (cite !== null) element.removeAttribute('cite');
  const id = element.getAttribute('id');
  if (id !== null && !ownId.test(id)) element.removeAttribute('id');
}

/** Walks what is left and throws where it holds what is not on the list: it catches a drifted configuration. */
function assertAllowed(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('*')) {
    const { tags, attributes } = listsFor(element);
    if (!tags.has(element.localName)) throw new Error(`Sanitised HTML holds <${element.localName}>`);
    for (const name of element.getAttributeNames())
      if (!attributes.has(name) || !isAllowedValue(element, name)) throw new Error(`Sanitised HTML holds the attribute "${name}"`);
  }
}

/**
 * The last change to an article's markup. Call it again on everything that comes from storage or a file.
 *
 * @param content an element of the copy that holds the article (only what is in it is used), or HTML from storage
 * @param base address that relative links are resolved against
 * @returns a fragment that belongs to no page yet
 * @throws when DOMPurify cannot work here, or let through what is not on the list
 */
export function sanitiseToFragment(content: Element | string, base: string): DocumentFragment {
  if (!purifier.isSupported) throw new Error('DOMPurify does not support this browser');
  // As text where it can be had: what DOMPurify does besides with elements of another page costs as much as all the rest.
  const isText = typeof content !== 'string' && content.ownerDocument.contentType === 'text/html';
  const purified = purifier.sanitize(isText ? content.innerHTML : (content as string | Node)) as unknown as DocumentFragment | null;
  const fragment = purified ?? document.createDocumentFragment(); // nothing: a page of frames has no body
  if (!isText && typeof content !== 'string') fragment.firstElementChild?.replaceWith(...fragment.firstElementChild.childNodes);
  partHtmlAndMaths(fragment);
  for (const element of fragment.querySelectorAll('[href],[src],[srcset],[cite],[id]')) fixAddresses(element, base);
  assertAllowed(fragment);
  // In Chromium a handler outlives its attribute, where that is taken away from another world than the page's own: a copy never had one.
  return fragment.cloneNode(true) as DocumentFragment;
}

/** Markup that still is not what it is read as after so many times means harm. */
const MOST_READINGS = 8;

/** What is kept of an article's markup. */
export interface Sanitised {
  html: SafeHtml;
  /** The same as nodes, of no page yet. */
  body: DocumentFragment;
  /** Its plain text, white space collapsed. */
  text: string;
}

/**
 * Sanitises until the markup is read as it is written. Where an element that may not pass kept others apart (`<select>` between two
 * paragraphs), what is left is read in another way than it was written (THREATS 2).
 */
function settle(content: Element | string, base: string): { holder: Element; html: string } {
  let fragment = sanitiseToFragment(content, base);
  for (let readings = 0; ; readings++) {
    const holder = fragment.ownerDocument.createElement('div');
    holder.append(fragment);
    const html = holder.innerHTML;
    if (new DOMParser().parseFromString(`<body>${html}`, 'text/html').body.innerHTML === html) return { holder, html };
    if (readings > MOST_READINGS) throw new Error('Sanitised HTML is never read as it was written');
    fragment = sanitiseToFragment(html, base);
  }
}

/** All children of a box, in a fragment. */
function takeOut(box: Element): DocumentFragment {
  const fragment = box.ownerDocument.createDocumentFragment();
  while (box.firstChild) fragment.append(box.firstChild);
  return fragment;
}

const collapse = (text: string): string => text.replace(/[^\S ]\s*| \s+/g, ' ');

/**
 * The last change to an article's markup, as a string to keep, with its plain text. A long one goes through it in pieces: a piece that is
 * read as it is written leaves nothing open, so that all of them together are, too.
 *
 * @param content an element of the copy that holds the article; only what is in it is used
 */
export function* sanitiseInSteps(content: Element, base: string): Steps<Sanitised> {
  if (content.ownerDocument.contentType !== 'text/html') return sanitise(content, base);
  const pieces = cutPieces(content);
  const first = pieces.next();
  let next = pieces.next();
  if (first.done || next.done) return sanitise(first.value?.markup ?? '', base);
  const joined = new Joined();
  let text = '';
  for (let piece: Piece = first.value; ; piece = next.value, next = pieces.next()) {
    const { holder } = settle(piece.markup, base);
    const own = collapse(holder.textContent ?? '');
    text += text.endsWith(' ') && own.startsWith(' ') ? own.slice(1) : own;
    joined.add(piece, takeOut(holder));
    yield;
    if (next.done) break;
  }
  const holder = joined.fragment.ownerDocument.createElement('div');
  holder.append(joined.fragment);
  yield;
  const html = holder.innerHTML as SafeHtml;
  yield;
  return { html, body: takeOut(holder), text: text.trim() };
}

/** The same at once, for markup that is changed and kept again. */
export function sanitise(content: Element | string, base: string): Sanitised {
  const { holder, html } = settle(content, base);
  return { html: html as SafeHtml, text: collapse(holder.textContent ?? '').trim(), body: takeOut(holder) };
}
