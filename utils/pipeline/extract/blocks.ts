import { eachOf, type Steps } from '../steps';

/** A block of text on the copy: a paragraph, a heading, a list item, a run of text between other blocks … */
export interface Block {
  /** The element that holds the block and nothing but it. */
  element: Element;
  /** White space collapsed. */
  text: string;
  words: number;
  /** Characters of the text that are inside links. */
  linkLength: number;
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements cut between two places to pause. */
const TURNS = 32;

/** Their inside is one block, whatever it is made of. */
const ATOMS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'figcaption', 'caption', 'summary', 'button', 'legend']);

const IDEOGRAPH = /[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const IDEOGRAPHS = /[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

/** Words of a text whose white space is collapsed; each ideograph or kana counts as one, which is near enough to compare blocks. */
export function countWords(text: string): number {
  if (!text) return 0;
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++;
  return IDEOGRAPH.test(text) ? words + (text.match(IDEOGRAPHS)?.length ?? 0) : words;
}

/** Runs of white space, but for a single space, which stands as it is: most texts need no change. */
const uneven = /[^\S ]\s*| \s+/g;
/** Collapses white space. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(uneven, ' ').trim();

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
/** Neither an element nor a comment (which has text content of its own) nor white space. */
const isBareText = (node: Node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '');
const isBlockElement = (node: Node): node is Element => isElement(node) && BLOCK_TAGS.has(node.localName);

/** The elements that have a block element inside: inline ones among them (`a`, `span`, custom elements) are walked like blocks. */
function* findHolders(root: Element): Steps<Set<Element>> {
  const holders = new Set<Element>();
  yield* eachOf(root.querySelectorAll('*'), (element) => {
    if (!BLOCK_TAGS.has(element.localName)) return;
    for (let above = element.parentElement; above && !holders.has(above); above = above.parentElement) holders.add(above);
  });
  return holders;
}

/** White space and all: a share is wanted, not a count. */
function linkLengthOf(element: Element): number {
  let length = 0;
  for (const link of element.getElementsByTagName('a')) if (link.hasAttribute('href')) length += link.textContent?.length ?? 0;
  return length;
}

const cellsOf = (table: Element) => [...table.querySelectorAll('th,td')];

/** A table of facts, as against one that lays out a page: more than one row and column, and no cell that reads like a page. */
function isDataTable(table: Element): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector('table,h1,h2,article,[data-cc-form]'))
    return false;
  const cells = cellsOf(table);
  if (cells.length < 4 || cells.length > 5000 || table.querySelectorAll('tr').length < 2) return false;
  return cells.every((cell) => cell.childElementCount < 12 && (cell.textContent?.length ?? 0) < 900);
}

/** Puts a run of inline nodes between blocks into a paragraph of its own, split where two or more line breaks stand together. */
function* wrapRun(run: Node[]): Steps<Element[]> {
  const first = run[0];
  if (!first?.parentNode) return [];
  const page = first.ownerDocument as Document;
  const paragraphs: Element[] = [];
  let paragraph: Element | null = null;
  let breaks = 0;
  for (const [index, node] of run.entries()) {
    if (index % TURNS === TURNS - 1) yield;
    const isBreak = isElement(node) && node.localName === 'br';
    const isSpace = !isElement(node) && !isBareText(node);
    if (isBreak) breaks++;
    else if (!isSpace) {
      if (breaks > 1) paragraph = null;
      breaks = 0;
    }
    if (!paragraph && (isBreak || isSpace)) continue;
    if (!paragraph) {
      paragraph = page.createElement('p');
      (node as ChildNode).before(paragraph);
      paragraphs.push(paragraph);
    }
    paragraph.append(node);
  }
  return paragraphs;
}

const hasText = (node: Node) => (isElement(node) ? /\S/.test(node.textContent ?? '') : isBareText(node));

/** Two line breaks that only white space parts: a paragraph break of an older kind. */
function hasDoubleBreak(element: Element): boolean {
  let breaks = 0;
  let before = false;
  for (const node of element.childNodes) {
    if (isElement(node) && node.localName === 'br') breaks++;
    else if (isElement(node) || isBareText(node)) {
      if (before && breaks > 1) return true;
      before = true;
      breaks = 0;
    }
  }
  return false;
}

/**
 * Cuts a part of the copy into blocks, in the order of the page. Runs of text that stand beside blocks are wrapped into paragraphs on the
 * copy, so that each block has an element of its own.
 */
export function* cutBlocks(root: Element): Steps<Block[]> {
  const blocks: Block[] = [];
  const holders = yield* findHolders(root);
  const add = (element: Element) => {
    const text = plain(
      element.localName === 'table'
        ? cellsOf(element)
            .map((cell) => cell.textContent)
            .join(' ')
        : element.textContent,
    );
    if (text) {
      const linked = element.localName === 'a' || element.parentElement?.localName === 'a' ? element.closest('a[href]') : null;
      blocks.push({
        element,
        text,
        words: countWords(text),
        linkLength: linked ? text.length : Math.min(text.length, linkLengthOf(element)),
      });
    }
  };
  // An own stack: hostile pages nest deeper than the engine's.
  const stack: Element[] = [root];
  for (let turn = 1; stack.length; turn++) {
    if (turn % TURNS === 0) yield;
    const element = stack.pop() as Element;
    if (ATOMS.has(element.localName) || (element.localName === 'table' && isDataTable(element))) {
      add(element);
      continue;
    }
    const children = [...element.childNodes];
    const blockish = children.map((node) => isBlockElement(node) || holders.has(node as Element));
    if (!blockish.includes(true) && element !== root && !hasDoubleBreak(element)) {
      add(element);
      continue;
    }
    // Children in order, runs of inline nodes wrapped; pushed backwards since the stack gives them back reversed.
    const parts: Element[] = [];
    let run: Node[] = [];
    for (let index = 0; index <= children.length; index++) {
      const node = children[index];
      if (node && !blockish[index]) {
        run.push(node);
        continue;
      }
      if (run.some(hasText)) for (const paragraph of yield* wrapRun(run)) parts.push(paragraph);
      run = [];
      if (node) parts.push(node as Element);
    }
    for (let index = parts.length - 1; index >= 0; index--) stack.push(parts[index] as Element);
  }
  return blocks;
}
