import type { Block } from './blocks';
import type { Box, BoxTree } from './boxes';

/** A paragraph of running text: what articles are made of. */
export const isGood = (block: Block): boolean =>
  block.words >= 15 && block.linkLength < block.text.length * 0.3 && /[.!?…。！？।؟]["”’»)\]]*(\s|$)/.test(block.text);

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
  /** Words of running text, and words that the second opinion takes, by the box's place. */
  goodWords: Float64Array;
  chosenWords: Float64Array;
  /** One a block; blocks of one shape share it. */
  shapes: Shape[];
  /** How often each text stands on the page. */
  repeats: Map<string, number>;
  total: { words: number; good: number; chosenGood: number };
  /** The box that best holds the running text. */
  column: Box;
  /** The box that best holds what the second opinion takes. */
  chosenColumn: Box;
}

/** The deepest box that still holds most of the words of one kind: from the root down while one child holds enough of them. */
function findColumn(root: Box, words: Float64Array): Box {
  let column = root;
  const all = words[root.place] as number;
  for (;;) {
    let best: Box | null = null;
    let most = 0;
    for (const child of column.children) {
      const own = words[child.place] as number;
      if (own > most) [best, most] = [child, own];
    }
    if (!best || most < Math.max(1, all * 0.55) || most < (words[column.place] as number) * 0.6) return column;
    column = best;
  }
}

const shapeOf = ({ element }: Block) => {
  const parent = element.parentElement;
  return `${element.localName}.${element.getAttribute('class') ?? ''}<${parent?.localName}.${parent?.getAttribute('class') ?? ''}`;
};

/** Adds up words, links and the like for every box and every shape. */
export function sumBlocks({ boxes, leaves }: BoxTree, blocks: readonly Block[], chosen: ReadonlySet<number>): BlockSums {
  const good = blocks.map(isGood);
  const goodWords = new Float64Array(boxes.length);
  const chosenWords = new Float64Array(boxes.length);
  const byShape = new Map<string, Shape>();
  const repeats = new Map<string, number>();
  const total = { words: 0, good: 0, chosenGood: 0 };
  const shapes = blocks.map((block, index) => {
    const { words, linkLength, text } = block;
    const { place } = leaves[index] as Box;
    const chosenHere = chosen.has(index) ? words : 0;
    total.words += words;
    chosenWords[place] = chosenHere;
    if (good[index]) {
      goodWords[place] = words;
      total.good += words;
      total.chosenGood += chosenHere;
    }
    const key = shapeOf(block);
    let shape = byShape.get(key);
    if (!shape) {
      shape = { count: 0, words: 0, links: 0, letters: 0, chosen: 0 };
      byShape.set(key, shape);
    }
    shape.count++;
    shape.words += words;
    shape.links += linkLength;
    shape.letters += text.length;
    shape.chosen += chosenHere;
    repeats.set(text, (repeats.get(text) ?? 0) + 1);
    return shape;
  });
  for (let place = boxes.length - 1; place > 0; place--) {
    const above = boxes[place]?.parent?.place ?? 0;
    goodWords[above] = (goodWords[above] as number) + (goodWords[place] as number);
    chosenWords[above] = (chosenWords[above] as number) + (chosenWords[place] as number);
  }
  const root = boxes[0] as Box;
  return {
    good,
    goodWords,
    chosenWords,
    shapes,
    repeats,
    total,
    column: findColumn(root, goodWords),
    chosenColumn: findColumn(root, chosenWords),
  };
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
