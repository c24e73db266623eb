import { eachOf, type Steps } from '../steps';
import { blockSelector, findContainers, headingSelector } from './block-tags';
import { inFragment } from './take-children';
import { collapse, isCapitals } from './text';
import { readShares, type TypeStyles } from './type-style';

/** Longest text that may be a heading, in characters: above it a bold line is a sentence. */
export const longestHeading = 120;
/** A line shorter than this says nothing about whether it is explained by the line above it. */
const shortestAnswer = 40;

interface Line {
  texts: Text[];
  /** The `br` that ends it. */
  end: Element | null;
}

function readLines(block: Element): Line[] {
  const lines: Line[] = [{ texts: [], end: null }];
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const line = lines[lines.length - 1] as Line;
    if (node.nodeType === Node.TEXT_NODE) line.texts.push(node as Text);
    else if ((node as Element).localName === 'br') {
      line.end = node as Element;
      lines.push({ texts: [], end: null });
    }
  }
  return lines;
}

/** Moves what stands before `end` in `block` into a new paragraph before `block` (or first in it, for cells and list items). */
function cutBefore(block: Element, end: Node, into: Element): void {
  const range = block.ownerDocument.createRange();
  range.setStart(block, 0);
  range.setEndBefore(end);
  into.append(range.extractContents());
}

function isAlone(line: Line, styles: TypeStyles): { isStyled: boolean; length: number } {
  const text = collapse(line.texts.map((node) => node.data).join(''));
  const shares = readShares(line.texts, styles);
  const isStyled =
    text.length >= 2 &&
    text.length <= longestHeading &&
    (shares.bold >= 0.95 || shares.underlined >= 0.95 || isCapitals(text)) &&
    shares.linked < 0.95;
  return { isStyled, length: text.length };
}

/** Splits a paragraph at `<br>` where a line that looks like a heading stands over plain text. */
function splitBlock(block: Element, styles: TypeStyles): void {
  const lines = readLines(block);
  const seen = lines.map((line) => isAlone(line, styles));
  const filled = seen.map((line, index) => ({ ...line, index })).filter((line) => line.length > 0);
  const heads = filled.filter((line, nth) => {
    if (!line.isStyled) return false;
    const next = filled[nth + 1];
    // The last line of a paragraph may head the next one.
    if (!next) return filled[nth - 1]?.isStyled === false && (filled[nth - 1]?.length ?? 0) >= shortestAnswer;
    return !next.isStyled && next.length >= shortestAnswer;
  });
  if (!heads.length) return;
  const page = block.ownerDocument;
  const ends = new Set<number>();
  for (const { index } of heads) {
    if (index > 0) ends.add(index - 1);
    ends.add(index);
  }
  const parts: Element[] = [];
  for (const index of [...ends].sort((a, b) => a - b)) {
    const end = lines[index]?.end;
    if (!end) continue;
    const part = page.createElement('p');
    cutBefore(block, end, part);
    end.remove();
    if (collapse(part.textContent) || part.querySelector('img')) parts.push(part);
  }
  const isParagraph = block.localName === 'p' || block.localName === 'div';
  if (isParagraph) block.before(inFragment(page, parts));
  else {
    const rest = page.createElement('p');
    rest.append(inFragment(page, [...block.childNodes]));
    block.append(inFragment(page, parts), rest);
  }
}

/** Wraps runs of loose text and inline elements between blocks in paragraphs, so that every text has a block of its own. */
function wrapLooseRuns(container: Element, containers: ReadonlySet<Element>): void {
  const isInline = (node: Node) =>
    node.nodeType === Node.TEXT_NODE ||
    (node.nodeType === Node.ELEMENT_NODE && !containers.has(node as Element) && !(node as Element).matches(blockSelector));
  let run: Node[] = [];
  const close = () => {
    const first = run[0] as ChildNode | undefined;
    if (first && run.some((node) => collapse(node.textContent))) {
      const paragraph = container.ownerDocument.createElement('p');
      first.before(paragraph);
      paragraph.append(inFragment(container.ownerDocument, run));
    }
    run = [];
  };
  for (const node of [...container.childNodes]) {
    if (isInline(node)) run.push(node);
    else close();
  }
  close();
}

/** Elements whose children are not free text. */
const strict = new Set(['ul', 'ol', 'dl', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'figure', 'pre', 'select', 'svg', 'math']);

/**
 * Makes the blocks of `body` uniform: each text stands in a block that holds no other block, and a line that looks like a heading
 * stands in a block of its own. Changes `body`.
 */
export function* splitLines(body: Element, styles: TypeStyles): Steps<void> {
  const containers = findContainers(body);
  yield* eachOf([...containers], (container) => {
    if (!strict.has(container.localName) && !container.matches(headingSelector) && !container.closest('figure,pre,summary'))
      wrapLooseRuns(container, containers);
  });
  const blocks = new Set<Element>();
  yield* eachOf(body.querySelectorAll('br'), (br) => {
    const block = br.closest(blockSelector);
    if (block && body.contains(block) && !containers.has(block) && !block.matches(`${headingSelector},pre,figcaption,summary`))
      blocks.add(block);
  });
  yield* eachOf([...blocks], (block) => splitBlock(block, styles));
}
