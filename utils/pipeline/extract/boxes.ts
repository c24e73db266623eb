import { mapOf, type Steps } from '../steps';
import type { Block } from './blocks';

/** Longest class and id read together: longer ones are machine-made lists of utility classes. */
const LONGEST_NAME = 200;

/** An element that holds blocks, or is one, and what its blocks add up to. */
export interface Box {
  element: Element;
  /** Place in the list of boxes. A box stands before those inside it. */
  place: number;
  parent: Box | null;
  children: Box[];
  /** Its own block, where it is one; -1 where it holds others. */
  block: number;
  /** The blocks inside: from here on … */
  from: number;
  /** … up to before this one. */
  to: number;
  /** Class and id, lower case. */
  name: string;
  words: number;
  letters: number;
  /** Letters inside links. */
  links: number;
}

/** The boxes around a page's blocks. */
export interface BoxTree {
  boxes: Box[];
  /** The box of each block's own element. */
  leaves: Box[];
}

function makeBox(element: Element, parent: Box | null, place: number, from: number): Box {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, LONGEST_NAME).toLowerCase();
  const box: Box = { element, place, parent, children: [], block: -1, from, to: from, name, words: 0, letters: 0, links: 0 };
  parent?.children.push(box);
  return box;
}

/** Finds every element above a block, up to `root`, once. The time it takes grows with the page and not with its depth. */
export function* boxBlocks(root: Element, blocks: readonly Block[]): Steps<BoxTree> {
  const known = new Map<Element, Box>();
  const boxes: Box[] = [makeBox(root, null, 0, 0)];
  known.set(root, boxes[0] as Box);
  const leaves = yield* mapOf(blocks, (block, index) => {
    const path: Element[] = [];
    let at: Element | null = block.element;
    while (at && !known.has(at)) {
      path.push(at);
      at = at.parentElement;
    }
    let box = (at && known.get(at)) ?? (boxes[0] as Box);
    for (let step = path.length - 1; step >= 0; step--) {
      box = makeBox(path[step] as Element, box, boxes.length, index);
      boxes.push(box);
      known.set(box.element, box);
    }
    box.block = index;
    box.to = index + 1;
    box.words = block.words;
    box.letters = block.text.length;
    box.links = block.linkLength;
    return box;
  });
  for (let place = boxes.length - 1; place > 0; place--) {
    const { parent, to, words, letters, links } = boxes[place] as Box;
    if (!parent) continue;
    parent.to = Math.max(parent.to, to);
    parent.words += words;
    parent.letters += letters;
    parent.links += links;
  }
  return { boxes, leaves };
}

/** Whether a block stands in a box. */
export const holds = ({ from, to }: Box, block: number): boolean => block >= from && block < to;
