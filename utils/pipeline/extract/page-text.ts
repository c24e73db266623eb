/** Runs of white space, but for a single space, which stands as it is: most texts need no change. */
const uneven = /[^\S ]\s*| \s+/g;

/** White space, no-break spaces and invisible marks made one space each; trimmed. */
export function collapse(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(uneven, ' ')
    .trim();
}

/** Latin letters, digits and punctuation; and those of them that are letters or digits, in lower case. */
const onlyLatin = /^[\0-\u00ff\u2000-\u206f]*$/;
const notLatinWord = /[^a-z0-9\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u00ff]+/g;

/** Letters and digits alone, lower case. */
export function fold(text: string | null | undefined): string {
  const lower = (text ?? '').normalize('NFKC').toLowerCase();
  // Most texts never need the rule with `\p`, which takes long to compile.
  return onlyLatin.test(lower) ? lower.replace(notLatinWord, '') : lower.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

const named = /&(amp|lt|gt|quot|apos|nbsp|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip);/g;
const characters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    rsquo: '’',
    lsquo: '‘',
    rdquo: '”',
    ldquo: '“',
    ndash: '–',
    mdash: '—',
    hellip: '…',
  }),
);

/** Structured data and meta elements are often encoded twice: reads the common character references, as text. */
export function decode(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(named, (whole, name: string) => characters.get(name) ?? whole);
}

const known = new WeakMap<Document, ReadonlyMap<string, string>>();

/** Every meta element's content by its lower-case name, the first that says something. Read once a page. */
function metaOf(page: Document): ReadonlyMap<string, string> {
  const read = known.get(page);
  if (read) return read;
  const contents = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = collapse(decode(meta.getAttribute('content') ?? ''));
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && !contents.has(name)) contents.set(name, content);
    }
  }
  known.set(page, contents);
  return contents;
}

/** The content of the first meta element with one of these names, in the names' order. */
export function readMeta(page: Document, ...names: string[]): string | null {
  for (const name of names) {
    const content = metaOf(page).get(name.toLowerCase());
    if (content) return content;
  }
  return null;
}

/** The content of the first meta element whose lower-case name fits. */
export function findMeta(page: Document, name: RegExp): string | null {
  for (const [key, content] of metaOf(page)) if (name.test(key)) return content;
  return null;
}

/** A run of text and the element it stands in. */
export interface Snippet {
  text: string;
  element: Element;
}

/** Text nodes around `element` in order: at most `before` ones above it and `after` below. */
export function readAround(element: Element, before: number, after: number): Snippet[] {
  const page = element.ownerDocument;
  const accept = (node: Node) => {
    const name = node.parentElement?.localName;
    return name === 'script' || name === 'style' || name === 'noscript' || name === 'title' || !collapse((node as Text).data)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT;
  };
  const walk = (from: Node, step: 'previousNode' | 'nextNode', most: number): Snippet[] => {
    const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT, accept);
    walker.currentNode = from;
    const found: Snippet[] = [];
    while (found.length < most) {
      const node = walker[step]() as Text | null;
      if (!node?.parentElement) break;
      if (!element.contains(node)) found.push({ text: collapse(node.data), element: node.parentElement });
    }
    return found;
  };
  return [...walk(element, 'previousNode', before).reverse(), ...walk(element, 'nextNode', after + 8).slice(0, after)];
}
