/** Markup of a part of an article, with what it stands in around it. */
export interface Piece {
  markup: string;
  /** The elements of the article that it stands in, from the outside in. Their other children are in other pieces. */
  around: readonly Element[];
}

/** Characters, and elements, of a piece: some ten milliseconds' work. Most articles are one piece. */
const LARGEST = 100_000;
const MOST_ELEMENTS = 2000;
/** Deeper inside one another than this, elements are not taken apart. */
const DEEPEST = 12;
/** Their inside is read in ways of its own. */
const WHOLE = new Set(['math', 'svg', 'select', 'template', 'noscript']);

const isLarge = (element: Element): boolean =>
  element.getElementsByTagName('*').length > MOST_ELEMENTS || (element.textContent?.length ?? 0) > LARGEST;

/** The start and end tag of an element. */
function tagsOf(element: Element): [start: string, end: string] {
  const end = `</${element.localName}>`;
  return [(element.cloneNode() as Element).outerHTML.slice(0, -end.length), end];
}

const escapeText = (text: string): string =>
  text.replace(/[&<>\u00a0]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&nbsp;');

/** A long text in parts; none begins with a line end, which is not read where an element begins with it. */
function* cutText(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = start + LARGEST;
    while (end < text.length && (/\s/.test(text.charAt(end)) || /[\ud800-\udbff]/.test(text.charAt(end - 1)))) end++;
    yield text.slice(start, end);
    start = end;
  }
}

/** Cuts the markup of what is in an element into pieces, in its order: together they hold each node once. */
export function* cutPieces(content: Element, around: readonly Element[] = []): Generator<Piece> {
  const [start, end] = around.map(tagsOf).reduceRight(([starts, ends], [own, close]) => [own + starts, ends + close], ['', '']);
  const inside = (markup: string): Piece => ({ markup: start + markup + end, around });
  let run = '';
  let nodes = 0;
  for (const node of content.childNodes) {
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    const isText = node.nodeType === Node.TEXT_NODE;
    if (isElement && around.length < DEEPEST && !WHOLE.has((node as Element).localName) && isLarge(node as Element)) {
      if (run) yield inside(run);
      run = '';
      yield* cutPieces(node as Element, [...around, node as Element]);
    } else if (isElement) run += (node as Element).outerHTML;
    else if (isText)
      for (const text of cutText((node as Text).data)) {
        if (run.length + text.length > LARGEST) {
          if (run) yield inside(run);
          run = '';
        }
        run += escapeText(text);
      }
    if (run.length > LARGEST || ++nodes === MOST_ELEMENTS) {
      if (run) yield inside(run);
      run = '';
      nodes = 0;
    }
  }
  if (run) yield inside(run);
}

/** Puts sanitised pieces together again, each into what the pieces before it stand in. */
export class Joined {
  readonly fragment = new DOMParser().parseFromString('', 'text/html').createDocumentFragment(); // where nothing is loaded
  readonly #made = new Map<Element, Element>();

  /** @param content the piece, sanitised: the elements around it may have gone, and what they held stays */
  add({ around }: Piece, content: DocumentFragment): void {
    let to: ParentNode & Node = this.fragment;
    let from: ParentNode & Node = content;
    for (const source of around) {
      const shell: Element | null = from.firstElementChild;
      if (!shell || from.firstChild !== shell || from.lastChild !== shell || shell.localName !== source.localName) break;
      const known = this.#made.get(source);
      if (!known) {
        this.#made.set(source, shell);
        to.append(shell);
      }
      to = known ?? shell;
      from = shell;
    }
    if (from !== to) while (from.firstChild) to.append(from.firstChild);
  }
}
