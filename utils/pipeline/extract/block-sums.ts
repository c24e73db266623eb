import { mapOf, type Steps } from '../steps';
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
}

/** What a page's blocks add up to. */
export interface BlockSums {
  good: boolean[];
  /** Words of running text, by the box's place. */
  goodWords: Float64Array;
  /** One a block; blocks of one shape share it. */
  shapes: Shape[];
  /** How often each text stands on the page. */
  repeats: Map<string, number>;
  /** Words of running text on the whole page. */
  totalGood: number;
  /** The box that best holds the running text. */
  column: Box;
}

/** Adds to each box's words those of the boxes inside it. */
function sumUp(boxes: readonly Box[], words: Float64Array): void {
  for (let place = boxes.length - 1; place > 0; place--) {
    const above = boxes[place]?.parent?.place ?? 0;
    words[above] = (words[above] as number) + (words[place] as number);
  }
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
export function* sumBlocks({ boxes, leaves }: BoxTree, blocks: readonly Block[]): Steps<BlockSums> {
  const good = yield* mapOf(blocks, isGood);
  const goodWords = new Float64Array(boxes.length);
  const byShape = new Map<string, Shape>();
  const repeats = new Map<string, number>();
  let totalGood = 0;
  const shapes = yield* mapOf(blocks, (block, index) => {
    const { words, linkLength, text } = block;
    if (good[index]) {
      goodWords[(leaves[index] as Box).place] = words;
      totalGood += words;
    }
    const key = shapeOf(block);
    let shape = byShape.get(key);
    if (!shape) {
      shape = { count: 0, words: 0, links: 0, letters: 0 };
      byShape.set(key, shape);
    }
    shape.count++;
    shape.words += words;
    shape.links += linkLength;
    shape.letters += text.length;
    repeats.set(text, (repeats.get(text) ?? 0) + 1);
    return shape;
  });
  sumUp(boxes, goodWords);
  return {
    good,
    goodWords,
    shapes,
    repeats,
    totalGood,
    column: findColumn(boxes[0] as Box, goodWords),
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

/** The box that best holds the words of some of the blocks. */
export function columnOf({ boxes, leaves }: BoxTree, blocks: readonly Block[], isIn: (index: number) => boolean): Box {
  const words = new Float64Array(boxes.length);
  for (const [index, { place }] of leaves.entries()) if (isIn(index)) words[place] = blocks[index]?.words ?? 0;
  sumUp(boxes, words);
  return findColumn(boxes[0] as Box, words);
}
