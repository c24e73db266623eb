import type { Block } from './blocks';

/** A paragraph of running text: what articles are made of. */
export const isGood = (block: Block): boolean =>
  block.words >= 15 && block.linkLength < block.text.length * 0.3 && /[.!?…。！？।؟]["”’»)\]]*(\s|$)/.test(block.text);

/** Facts of an element that many blocks ask for. */
export interface Sums {
  words: number;
  good: number;
  chosen: number;
  links: number;
  letters: number;
  blocks: number;
}

/** The blocks of one tag and class, in parents of one tag and class. */
export interface Shape {
  count: number;
  words: number;
  links: number;
  letters: number;
  chosen: number;
}

/** What a page's blocks add up to. */
export interface BlockSums {
  good: boolean[];
  of: Map<Element, Sums>;
  /** One a block; blocks of one shape share it. */
  shapes: Shape[];
  /** How often each text stands on the page. */
  repeats: Map<string, number>;
  total: { words: number; good: number; chosenGood: number };
  /** The element that best holds the running text. */
  column: Element;
  /** The element that best holds what Readability takes. */
  chosenColumn: Element;
}

/** The deepest element that still holds most of the words of one kind: from the root down while one child holds enough of them. */
function findColumn(root: Element, sums: Map<Element, Sums>, kind: 'good' | 'chosen'): Element {
  let column = root;
  const all = sums.get(root)?.[kind] ?? 0;
  for (;;) {
    let best: Element | null = null;
    let most = 0;
    for (const child of column.children) {
      const words = sums.get(child)?.[kind] ?? 0;
      if (words > most) [best, most] = [child, words];
    }
    if (!best || most < Math.max(1, all * 0.55) || most < (sums.get(column)?.[kind] ?? 0) * 0.6) return column;
    column = best;
  }
}

const shapeOf = ({ element }: Block) => {
  const parent = element.parentElement;
  return `${element.localName}.${element.getAttribute('class') ?? ''}<${parent?.localName}.${parent?.getAttribute('class') ?? ''}`;
};

/** Adds up words, links and the like for every element above a block, up to `root`. */
export function sumBlocks(root: Element, blocks: readonly Block[], chosen: ReadonlySet<number>): BlockSums {
  const good = blocks.map(isGood);
  const of = new Map<Element, Sums>();
  const byShape = new Map<string, Shape>();
  const repeats = new Map<string, number>();
  const total = { words: 0, good: 0, chosenGood: 0 };
  const shapes = blocks.map((block, index) => {
    const { words, linkLength } = block;
    const letters = block.text.length;
    const chosenWords = chosen.has(index) ? words : 0;
    const goodWords = good[index] ? words : 0;
    total.words += words;
    total.good += goodWords;
    if (goodWords) total.chosenGood += chosenWords;
    for (let element: Element | null = block.element; element; element = element === root ? null : element.parentElement) {
      let sum = of.get(element);
      if (!sum) {
        sum = { words: 0, good: 0, chosen: 0, links: 0, letters: 0, blocks: 0 };
        of.set(element, sum);
      }
      sum.words += words;
      sum.letters += letters;
      sum.links += linkLength;
      sum.blocks++;
      sum.good += goodWords;
      sum.chosen += chosenWords;
    }
    const key = shapeOf(block);
    const shape = byShape.get(key) ?? { count: 0, words: 0, links: 0, letters: 0, chosen: 0 };
    byShape.set(key, shape);
    shape.count++;
    shape.words += words;
    shape.links += linkLength;
    shape.letters += letters;
    shape.chosen += chosenWords;
    repeats.set(block.text, (repeats.get(block.text) ?? 0) + 1);
    return shape;
  });
  return { good, of, shapes, repeats, total, column: findColumn(root, of, 'good'), chosenColumn: findColumn(root, of, 'chosen') };
}

/** Lengths from each block to the nearest good one on either side, in blocks. */
export function distances(good: boolean[]): { before: number[]; after: number[] } {
  const before = good.map(() => 50);
  const after = good.map(() => 50);
  for (let i = 0, last = -50; i < good.length; i++) {
    before[i] = Math.min(50, i - last);
    if (good[i]) last = i;
  }
  for (let i = good.length - 1, next = good.length + 50; i >= 0; i--) {
    after[i] = Math.min(50, next - i);
    if (good[i]) next = i;
  }
  return { before, after };
}
