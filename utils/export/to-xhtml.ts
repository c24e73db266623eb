import { attributeOwners, attributeValues, blockElements, everywhere, mathsParts, phrasingOnly } from './content-model';

/** Characters that XML cannot hold: https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const xmlText = (text: string): string => text.toWellFormed().replace(notInXml, '');

/** Text or attribute value as markup. */
export const escapeXml = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** An address as RFC 3986 writes it: browsers let more through than e-readers do. */
export function strictAddress(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z]+:(?:\/\/)?)([^/?#]*)(.*)$/is.exec(url) ?? [];
  const encoded = rest
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign.toWellFormed()))
    .replace(/(?<=#.*)#/g, '%23');
  return scheme + host + encoded;
}

function rename(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  for (const attribute of element.attributes) other.setAttribute(attribute.name, attribute.value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

const unwrap = (element: Element) => element.replaceWith(...element.childNodes);

function fixAttributes(element: Element): void {
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    const belongs = everywhere.includes(name) || attributeOwners[name]?.includes(element.localName);
    if (!belongs || attributeValues[name]?.test(value) === false) element.removeAttribute(name);
    else element.setAttribute(name, name === 'reversed' ? 'reversed' : xmlText(value));
  }
  const lang = element.getAttribute('lang');
  if (lang !== null) element.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', lang);
  const href = element.getAttribute('href');
  if (href !== null && !href.startsWith('#')) element.setAttribute('href', strictAddress(href));
  if (element.localName === 'img' && !element.hasAttribute('alt')) element.setAttribute('alt', '');
}

/** What e-readers do not know, or show only after a click they do not offer. */
function replaceUnknown(body: ParentNode): void {
  for (const element of body.querySelectorAll('summary')) {
    const line = rename(element, 'p');
    const strong = line.ownerDocument.createElement('strong');
    strong.append(...line.childNodes);
    line.append(strong);
  }
  for (const element of body.querySelectorAll('details')) rename(element, 'div');
  // `time` must hold a date as machines write it, and `bdo` must say a direction.
  for (const element of body.querySelectorAll('time, bdo:not([dir]), col, colgroup')) unwrap(element);
  for (const element of body.querySelectorAll('a a')) unwrap(element);
}

/** Text with its reading after it, once or more; anything else is plain text with the readings in it. */
function fixRuby(body: ParentNode): void {
  for (const ruby of body.querySelectorAll('ruby')) {
    for (const bracket of ruby.querySelectorAll('rp')) if ((bracket.textContent?.trim().length ?? 0) < 2) bracket.remove();
    if (ruby.firstChild?.nodeName === 'RT' || ruby.lastChild?.nodeName !== 'RT' || ruby.querySelector('ruby, rp')) unwrap(ruby);
  }
  for (const part of body.querySelectorAll('rt, rp')) if (part.parentElement?.localName !== 'ruby') unwrap(part);
}

/** Takes blocks out of what may hold no block: the block counts, the emphasis around it does not. */
function freeBlocks(body: ParentNode): void {
  for (const holder of [...body.querySelectorAll([...phrasingOnly].join())].reverse()) {
    const inner = [...holder.querySelectorAll('*')].filter(({ localName }) => blockElements.has(localName));
    if (inner.length === 0) continue;
    if (/^(h\d|pre|dt)$/.test(holder.localName)) for (const block of inner) unwrap(block);
    else if (holder.localName === 'p') rename(holder, 'div');
    else unwrap(holder);
  }
}

function wrapStrays(list: Element): void {
  for (const child of [...list.childNodes]) {
    if (child.nodeName === 'LI') continue;
    if (child.nodeType === Node.TEXT_NODE && !child.nodeValue?.trim()) continue;
    const item = list.ownerDocument.createElement('li');
    child.replaceWith(item);
    item.append(child);
  }
}

function fixLists(body: ParentNode): void {
  for (const list of body.querySelectorAll('ul, ol')) wrapStrays(list);
  for (const item of body.querySelectorAll('li')) if (!item.parentElement?.matches('ul, ol')) rename(item, 'div');
  for (const list of body.querySelectorAll('dl')) {
    const order = [...list.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE && !node.nodeValue?.trim() ? '' : node.nodeName));
    if (
      /^((DT )+(DD )+)+$/.test(
        order
          .filter(Boolean)
          .map((name) => `${name} `)
          .join(''),
      )
    )
      continue;
    rename(list, 'div');
  }
  for (const item of body.querySelectorAll('dt, dd')) if (item.parentElement?.localName !== 'dl') rename(item, 'div');
  for (const list of body.querySelectorAll('ul, ol')) if (list.childElementCount === 0) list.remove();
}

/** Caption, head, rows, foot, in this order and no more than one of each but rows. */
function fixTables(body: ParentNode): void {
  for (const table of body.querySelectorAll('table')) {
    const own = (selector: string) => [...table.querySelectorAll(selector)].filter((part) => part.closest('table') === table);
    const [caption, ...more] = own('caption');
    const rows = own('tr');
    if (rows.length === 0) {
      rename(table, 'div');
      continue;
    }
    const parts = { thead: [] as Element[], tbody: [] as Element[], tfoot: [] as Element[] };
    for (const row of rows) {
      for (const node of [...row.childNodes]) if (!/^T[DH]$/.test(node.nodeName)) table.before(node); // a stray word stands before the table, as browsers show it
      const part = row.parentElement?.localName;
      parts[part === 'thead' || part === 'tfoot' ? part : 'tbody'].push(row);
    }
    const built = Object.entries(parts).flatMap(([name, held]) => {
      if (held.length === 0) return [];
      const part = table.ownerDocument.createElement(name);
      part.append(...held);
      return [part];
    });
    table.before(...more.map((extra) => rename(extra, 'p')));
    table.replaceChildren(...(caption ? [caption] : []), ...built);
  }
  for (const part of body.querySelectorAll('caption, thead, tbody, tfoot, tr, td, th')) if (!part.closest('table')) rename(part, 'div');
}

function fixFigures(body: ParentNode): void {
  for (const caption of body.querySelectorAll('figcaption')) {
    const figure = caption.parentElement;
    const isFirst = figure?.localName === 'figure' && figure.querySelector(':scope > figcaption') === caption;
    if (isFirst) figure?.append(caption);
    else rename(caption, 'div').setAttribute('class', 'caption');
  }
}

const isMaths = (element: Element): boolean => element.namespaceURI === 'http://www.w3.org/1998/Math/MathML';

/** Formulas whose parts are as many as they must be stay; of others, the source they were written in, or their text. */
function fixMaths(body: ParentNode): void {
  for (const formula of body.querySelectorAll('math')) {
    const parts = [...formula.querySelectorAll('*')];
    const isWhole = parts.every(({ localName, childElementCount }) => (mathsParts[localName] ?? childElementCount) === childElementCount);
    if (!isWhole || formula.querySelector('mmultiscripts, mprescripts, none, mtable'))
      formula.replaceWith(formula.getAttribute('alttext') ?? formula.textContent ?? '');
    else
      for (const part of [formula, ...parts])
        for (const name of part.getAttributeNames()) if (!/^(alttext|display)$/.test(name)) part.removeAttribute(name);
  }
}

/** Each id once, and no link within the text that leads nowhere. */
function fixAnchors(body: ParentNode): void {
  const ids = new Set<string>();
  for (const element of body.querySelectorAll('[id]')) {
    if (ids.has(element.id)) element.removeAttribute('id');
    else ids.add(element.id);
  }
  for (const link of body.querySelectorAll('a[href^="#"]'))
    if (!ids.has(link.getAttribute('href')?.slice(1) ?? '')) link.removeAttribute('href');
}

/**
 * Makes a sanitised text one that strict readers take: see `content-model.ts`. No word is lost. Changes `body`.
 */
export function makeValid(body: DocumentFragment): void {
  for (const image of body.querySelectorAll('img:not([src])')) image.remove();
  replaceUnknown(body);
  fixTables(body);
  fixLists(body);
  fixFigures(body);
  freeBlocks(body);
  fixRuby(body);
  fixMaths(body);
  for (const element of body.querySelectorAll('*')) if (!isMaths(element)) fixAttributes(element);
  fixAnchors(body);
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.nodeValue = xmlText(texts.currentNode.nodeValue ?? '');
}

/** Nodes as XHTML. */
export function serialiseXhtml(node: Node): string {
  return new XMLSerializer().serializeToString(node);
}
