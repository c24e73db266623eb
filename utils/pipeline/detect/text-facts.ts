import { parentOf } from './safe-dom';

/** What the page's text looks like. Lengths count characters; one of a script without spaces counts as two. */
export interface TextFacts {
  /** All text, but for scripts and styles. */
  all: number;
  /** Text of all paragraphs. */
  paragraphs: number;
  /** Text of the paragraphs under the one grandparent that holds most: the article's column. */
  main: number;
  /** Number of those paragraphs. */
  mainParagraphs: number;
  /** Words of those paragraphs. */
  words: number;
}

/** Shorter ones are labels and captions. Readability's own bound. */
const SHORTEST_PARAGRAPH = 25;
/** Text outside `<p>` counts from here on: below it stand menus, teasers and buttons. */
const SHORTEST_LINE = 60;
/** Beyond these the page is judged by what was seen so far: it keeps the time bounded on huge pages. */
const MOST_NODES = 20_000;
const MOST_PARAGRAPHS = 3_000;
/** Average characters of a Chinese or Japanese word, for the reading time. */
const UNSPACED_WORD = 1.7;
const HAS_UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/g;
/** Text directly in these belongs to no column: `<p>` is counted by itself. */
const NO_COLUMN = new Set(['P', 'A', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BUTTON', 'FIGCAPTION']);
const INLINE = new Set(['SPAN', 'B', 'STRONG', 'I', 'EM', 'FONT', 'U', 'SMALL', 'MARK']);
const NO_TEXT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'OPTION']);
const ASIDE = 'footer,nav,aside,dialog,noscript';

interface Column {
  length: number;
  texts: string[];
}

function countWords(text: string): number {
  const unspaced = HAS_UNSPACED.test(text) ? (text.match(UNSPACED)?.length ?? 0) : 0;
  return unspaced / UNSPACED_WORD + ((unspaced ? text.replace(UNSPACED, ' ') : text).match(/\S+/g)?.length ?? 0);
}

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

/** Finds the page's main column of text: `<p>`, and where text stands without it, lines between `<br>` and long lines of other blocks. */
export function readText(page: Document): TextFacts {
  // The title tells the script for the whole page: testing every text would be most of the cost.
  const isUnspaced = HAS_UNSPACED.test(page.title);
  /** A character of a script without spaces says about as much as two letters. */
  const weigh = (text: string): number => (isUnspaced ? text.length + (text.match(UNSPACED)?.length ?? 0) : text.length);
  const columns = new Map<Node, Column>();
  let paragraphs = 0;
  const add = (key: Node | null, text: string, length = weigh(text)) => {
    if (!key || length < SHORTEST_PARAGRAPH) return;
    const column = columns.get(key) ?? { length: 0, texts: [] };
    columns.set(key, column);
    column.length += length;
    column.texts.push(text);
    paragraphs += length;
  };

  let seen = 0;
  for (const paragraph of page.getElementsByTagName('p')) {
    if (++seen > MOST_PARAGRAPHS) break;
    const text = (paragraph.textContent ?? '').trim();
    const parent = parentOf(paragraph);
    if (text.length >= SHORTEST_PARAGRAPH / 2 && parent && !paragraph.closest(ASIDE)) add(parentOf(parent) ?? parent, text);
  }

  let all = 0;
  const walker = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  for (let left = MOST_NODES, node = walker.nextNode() as Text | null; node && left > 0; node = walker.nextNode() as Text | null, left--) {
    if (node.length < 2) continue;
    const text = node.data.trim();
    if (text.length < 2 || NO_TEXT.has(parentOf(node)?.nodeName ?? '')) continue;
    const length = weigh(text);
    all += length;
    if (length >= SHORTEST_LINE) add(columnOf(node), text, length);
  }

  let main: Column = { length: 0, texts: [] };
  for (const column of columns.values()) if (column.length > main.length) main = column;
  const words = Math.round(main.texts.reduce((sum, text) => sum + countWords(text), 0));
  return { all: Math.max(all, paragraphs), paragraphs, main: main.length, mainParagraphs: main.texts.length, words };
}
