import { parentOf } from './safe-dom';

/** What the page's text looks like. Lengths count characters; one of a script without spaces counts as two. */
export interface TextFacts {
  /** All text, but for scripts and styles. */
  all: number;
  /** Text of all paragraphs. */
  paragraphs: number;
  /** Text of the paragraphs under the one grandparent that holds most: the article's column. */
  main: number;
}

/** Shorter ones are labels and captions. Readability's own bound. */
const SHORTEST_PARAGRAPH = 25;
/** Text outside `<p>` counts from here on: below it stand menus, teasers and buttons. */
const SHORTEST_LINE = 60;
/** Beyond these the page is judged by what was seen so far: it keeps the time bounded on huge pages. */
const MOST_NODES = 20_000;
const MOST_PARAGRAPHS = 3_000;
const HAS_UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/g;
/** Text directly in these belongs to no column: `<p>` is counted by itself. */
const NO_COLUMN = new Set(['P', 'A', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BUTTON', 'FIGCAPTION']);
const INLINE = new Set(['SPAN', 'B', 'STRONG', 'I', 'EM', 'FONT', 'U', 'SMALL', 'MARK']);
const NO_TEXT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'OPTION']);
const ASIDE = 'footer,nav,aside,dialog,noscript';

/** The column a text outside `<p>` belongs to: the same node its neighbours in `<p>` would have. Null for menus, lists and headings. */
function columnOf(text: Text): Node | null {
  let block = parentOf(text);
  while (block && INLINE.has(block.nodeName)) block = parentOf(block);
  if (!block || NO_COLUMN.has(block.nodeName)) return null;
  if (Element.prototype.closest.call(block, `p,li,a,${ASIDE}`)) return null;
  const isLine = text.nextSibling?.nodeName === 'BR' || text.previousSibling?.nodeName === 'BR';
  const parent = parentOf(block);
  return isLine || !parent ? parent : parentOf(parent);
}

/** A character of a script without spaces says about as much as two letters. The title tells the script: testing every text would be most of the cost. */
function lengthReader(page: Document): (text: string) => number {
  if (!HAS_UNSPACED.test(page.title)) return (text) => text.length;
  return (text) => text.length + (text.match(UNSPACED)?.length ?? 0);
}

/** Adds up lengths by column. */
class Columns {
  readonly #lengths = new Map<Node, number>();
  longest = 0;
  all = 0;

  add(key: Node | null, length: number): void {
    if (!key || length < SHORTEST_PARAGRAPH) return;
    const sum = (this.#lengths.get(key) ?? 0) + length;
    this.#lengths.set(key, sum);
    if (sum > this.longest) this.longest = sum;
    this.all += length;
  }
}

/** Adds the page's paragraphs to their columns, until one of those is `enough` characters long. */
function addParagraphs(page: Document, columns: Columns, enough = Number.POSITIVE_INFINITY): void {
  const lengthOf = lengthReader(page);
  let seen = 0;
  for (const paragraph of page.getElementsByTagName('p')) {
    if (++seen > MOST_PARAGRAPHS || columns.longest >= enough) break;
    const text = (paragraph.textContent ?? '').trim();
    const parent = parentOf(paragraph);
    if (text.length >= SHORTEST_PARAGRAPH / 2 && parent && !paragraph.closest(ASIDE))
      columns.add(parentOf(parent) ?? parent, lengthOf(text));
  }
}

/** Whether a column of paragraphs has so many characters; reads no more than it takes to tell. */
export function hasColumn(page: Document, characters: number): boolean {
  const columns = new Columns();
  addParagraphs(page, columns, characters);
  return columns.longest >= characters;
}

/** Finds the page's main column of text: `<p>`, and where text stands without it, lines between `<br>` and long lines of other blocks. */
export function readText(page: Document): TextFacts {
  const lengthOf = lengthReader(page);
  const columns = new Columns();
  addParagraphs(page, columns);
  let all = 0;
  const walker = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  for (let left = MOST_NODES, node = walker.nextNode() as Text | null; node && left > 0; node = walker.nextNode() as Text | null, left--) {
    if (node.length < 2) continue;
    const text = node.data.trim();
    if (text.length < 2 || NO_TEXT.has(parentOf(node)?.nodeName ?? '')) continue;
    const length = lengthOf(text);
    all += length;
    if (length >= SHORTEST_LINE) columns.add(columnOf(node), length);
  }
  return { all: Math.max(all, columns.all), paragraphs: columns.all, main: columns.longest };
}
