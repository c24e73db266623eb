import type { Block } from './blocks';
import type { Box, BoxTree } from './boxes';
import { clean } from './readability-clean';
import { type Attempt, attempts, lookAt, type Sight } from './readability-sights';

// The numbers and patterns here and in the two files beside it are those of Mozilla's Readability 0.6 (Apache-2.0, by Arc90 and Mozilla).
const TAG_SCORES: Readonly<Record<string, number>> = {
  div: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  h1: -5,
  h2: -5,
  h3: -5,
  h4: -5,
  h5: -5,
  h6: -5,
  th: -5,
};
const SCORED = new Set(['section', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'pre', 'div']);
const SHORTEST_PARAGRAPH = 25;
const SHORTEST_ARTICLE = 500;
const MOST_LEVELS = 5;
const TOP = 5;

/** What the boxes hold in one attempt, by their place. */
interface Sums {
  letters: Float64Array;
  links: Float64Array;
  commas: Float64Array;
}

const densityOf = ({ letters, links }: Sums, place: number): number =>
  letters[place] ? (links[place] as number) / (letters[place] as number) : 0;

function sumUp({ boxes }: BoxTree, sights: readonly Sight[], isLeft: (place: number) => boolean): Sums {
  const sums = { letters: new Float64Array(boxes.length), links: new Float64Array(boxes.length), commas: new Float64Array(boxes.length) };
  for (let place = boxes.length - 1; place >= 0; place--) {
    const { block, parent, letters, links } = boxes[place] as Box;
    if (!isLeft(place)) continue;
    if (block >= 0) {
      sums.letters[place] = letters;
      sums.links[place] = links;
      sums.commas[place] = (sights[place] as Sight).commas;
    }
    if (!parent) continue;
    for (const sum of [sums.letters, sums.links, sums.commas]) sum[parent.place] = (sum[parent.place] as number) + (sum[place] as number);
  }
  return sums;
}

/** Gives each box that stands above paragraphs its score; NaN to the others. */
function scoreBoxes({ boxes }: BoxTree, sights: readonly Sight[], sums: Sums, { weighs }: Attempt): Float64Array {
  const scores = new Float64Array(boxes.length).fill(Number.NaN);
  for (const { place, parent, block, element } of boxes) {
    const { tag } = sights[place] as Sight;
    const letters = sums.letters[place] as number;
    if (letters < SHORTEST_PARAGRAPH || !SCORED.has(tag) || (tag === 'div' && block < 0)) continue;
    const worth = 2 + (sums.commas[place] as number) + Math.min(3, Math.floor(letters / 100));
    // A box around a single paragraph counts as that paragraph.
    const boxed = tag === 'p' && parent?.parent && sights[parent.place]?.tag === 'div' && element.parentElement?.childElementCount === 1;
    let at = boxed && densityOf(sums, place) < 0.25 ? (parent?.parent ?? null) : parent;
    for (let level = 0; at && level < MOST_LEVELS; at = at.parent, level++) {
      if (Number.isNaN(scores[at.place]))
        scores[at.place] = (TAG_SCORES[sights[at.place]?.tag ?? ''] ?? 0) + (weighs ? (sights[at.place]?.weight ?? 0) : 0);
      scores[at.place] = (scores[at.place] as number) + worth / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
    }
  }
  for (const { place } of boxes) scores[place] = (scores[place] as number) * (1 - densityOf(sums, place));
  return scores;
}

const isInside = (box: Box, outer: Box): boolean => box.from >= outer.from && box.to <= outer.to && box.place >= outer.place;

/** The box that Readability takes for the article's. */
function findTop({ boxes }: BoxTree, scores: Float64Array): Box {
  const root = boxes[0] as Box;
  const scored = boxes.filter(({ place }) => !Number.isNaN(scores[place]));
  const best = scored.sort((a, b) => (scores[b.place] as number) - (scores[a.place] as number)).slice(0, TOP);
  let top = best[0] ?? root;
  if (top === root) return root;
  const score = (box: Box) => scores[box.place] as number;
  const close = best.slice(1).filter((box) => score(box) >= 0.75 * score(top));
  if (close.length >= 3) {
    for (let at = top.parent; at && at !== root; at = at.parent) {
      const outer = at;
      if (close.filter((box) => box !== outer && isInside(box, outer)).length < 3) continue;
      top = outer;
      break;
    }
  }
  let last = score(top);
  const least = last / 3;
  for (let at = top.parent; at && at !== root; at = at.parent) {
    if (Number.isNaN(score(at))) continue;
    if (score(at) < least) break;
    if (score(at) > last) {
      top = at;
      break;
    }
    last = score(at);
  }
  while (top.parent && top.parent !== root && top.parent.element.childElementCount === 1) top = top.parent;
  return top;
}

/** The top box and those beside it that read like more of the same. */
function joinSiblings({ boxes }: BoxTree, blocks: readonly Block[], top: Box, scores: Float64Array, sums: Sums): Box[] {
  if (!top.parent) return [top];
  const topScore = Number.isNaN(scores[top.place]) ? 0 : (scores[top.place] as number);
  const least = Math.max(10, topScore * 0.2);
  const ownClass = top.element.getAttribute('class');
  return boxes.filter((box) => {
    if (box.parent !== top.parent) return false;
    if (box === top) return true;
    const bonus = ownClass && box.element.getAttribute('class') === ownClass ? topScore * 0.2 : 0;
    if ((scores[box.place] as number) + bonus >= least) return true;
    if (box.block < 0 || !/^(p|div)$/.test(box.element.localName)) return false;
    const letters = sums.letters[box.place] as number;
    const density = densityOf(sums, box.place);
    return letters > 80 ? density < 0.25 : letters > 0 && density === 0 && /\.( |$)/.test(blocks[box.block]?.text ?? '');
  });
}

/** Pictures right in each box, not in one inside it. */
function countImages(root: Element, { boxes }: BoxTree): Float64Array {
  const places = new Map<Element, number>(boxes.map(({ element, place }) => [element, place]));
  const images = new Float64Array(boxes.length);
  for (const image of root.getElementsByTagName('img')) {
    let at: Element | null = image.parentElement;
    while (at && !places.has(at)) at = at.parentElement;
    const place = at ? (places.get(at) ?? 0) : 0;
    images[place] = (images[place] as number) + 1;
  }
  return images;
}

/**
 * Which blocks Mozilla's Readability would take: its scores, its joining of siblings, its cleaning and its retries, worked out on the
 * boxes. The library itself does it by tearing a copy of the page apart, which took longer than all the rest.
 *
 * @returns indices into `blocks`; empty where no article is found
 */
export function secondOpinion(root: Element, tree: BoxTree, blocks: readonly Block[]): Set<number> {
  const sights = lookAt(tree, blocks);
  const images = countImages(root, tree);
  let longest = new Set<number>();
  let most = 0;
  for (const attempt of attempts) {
    const isLeft = (place: number) => !attempt.strips || !(sights[place] as Sight).isUnlikely;
    const sums = sumUp(tree, sights, isLeft);
    const scores = scoreBoxes(tree, sights, sums, attempt);
    const top = findTop(tree, scores);
    const joined = joinSiblings(tree, blocks, top, scores, sums);
    const chosen = clean(tree, sights, joined, top, images, isLeft, attempt);
    let letters = 0;
    for (const index of chosen) letters += blocks[index]?.text.length ?? 0;
    if (letters >= SHORTEST_ARTICLE) return chosen;
    if (letters > most) [longest, most] = [chosen, letters];
  }
  return longest;
}
