import type { Block } from './blocks';
import { plain, wordsOf } from './blocks';

/** What the block model looks at, in the order of its columns. */
export const featureNames = [
  'words',
  'letters',
  'linkShare',
  'sentenceEnd',
  'commas',
  'digits',
  'capitals',
  'isHeading',
  'headingRank',
  'isListItem',
  'isParagraph',
  'isPre',
  'isCell',
  'isCaption',
  'isAnonymous',
  'inArticle',
  'inMain',
  'inAside',
  'inHeader',
  'inFooter',
  'inForm',
  'inList',
  'inTable',
  'inQuote',
  'depth',
  'goodName',
  'badName',
  'badNear',
  'goodNear',
  'clutterWords',
  'dateLike',
  'position',
  'fromFirstGood',
  'toLastGood',
  'afterTitle',
  'titleDistance',
  'isTitle',
  'isDescription',
  'parentGood',
  'grandparentGood',
  'greatGood',
  'columnDistance',
  'inColumn',
  'columnShare',
  'parentLinks',
  'parentBlocks',
  'shapeCount',
  'shapeWords',
  'shapeLinks',
  'previousWords',
  'nextWords',
  'previousLinks',
  'nextLinks',
  'goodBefore',
  'goodAfter',
  'nextGoodDistance',
  'chosen',
  'chosenParent',
  'chosenGrandparent',
  'chosenAround',
  'chosenShape',
  'chosenShareOfGood',
  'toChosenStart',
  'toChosenEnd',
  'chosenNext',
  'pageBlocks',
  'pageGood',
  'repeats',
] as const;
export type FeatureName = (typeof featureNames)[number];

const GOOD_NAME = /(^|[\s_-])(article|body|content|entry|post|story|text|main|blog|page|hentry|prose|rich-?text|copy|single)($|[\s_-])/;
const BAD_NAME =
  /(^|[\s_-])(comments?|sidebar|footer|foot|header|nav|menu|related|share|social|promo|widget|newsletter|subscribe|signup|sign-up|author|bio|meta|tags?|breadcrumbs?|cta|banner|popup|modal|ad|ads|advert|sponsor\w*|recommend\w*|more|popular|trending|latest|recent|cookie|disclaimer|disclosure|copyright|byline|info|caption|credit|toc|table-of-contents|pagination|card|teaser|form|next|prev|rating|reviews?|product|price|buy|cart)($|[\s_-])/;
const CLUTTER_WORDS =
  /newsletter|subscri|sign up|sign in|log in|cookie|copyright|©|all rights reserved|follow us|share (this|on)|click here|read more|learn more|advertis|sponsored|affiliate|privacy policy|terms of|download (the|our) app|contact us|get started|free trial|book a|comments?\b|abonn|suscri|inscri|condivid|partag|teilen|compart|подпис|相关|關連|関連|اشترك|सब्सक्राइब/i;
const DATE_LIKE = /\b(19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b(min(ute)?s?|hours?|days?) (read|ago)\b/;
/** A paragraph of running text: what articles are made of. */
export const isGood = (block: Block): boolean =>
  block.words >= 15 && block.linkLength < block.text.length * 0.3 && /[.!?…。！？।؟]["”’»)\]]*(\s|$)/.test(block.text);

const log = (value: number) => Math.log2(1 + value);
const share = (part: number, whole: number) => (whole ? part / whole : 0);

/** Facts of an element that many blocks ask for. */
interface Sums {
  words: number;
  good: number;
  chosen: number;
  links: number;
  letters: number;
  blocks: number;
}

interface Ancestry {
  tags: Set<string>;
  goodName: number;
  badName: number;
  goodNear: number;
  badNear: number;
  depth: number;
}

/** Everything about a page's blocks that the model and the decision need. */
export interface BlockTable {
  rows: Float32Array[];
  good: boolean[];
  /** The element that best holds the running text. */
  column: Element;
  sumsOf(element: Element): Sums | undefined;
}

function nameOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 200).toLowerCase();
}

/** Tags and names of a block's ancestors, kept for each element so that the page is climbed once. */
function ancestryReader(root: Element): (element: Element) => Ancestry {
  const known = new Map<Element, Ancestry>();
  const none: Ancestry = { tags: new Set(), goodName: 0, badName: 0, goodNear: 99, badNear: 99, depth: 0 };
  return (start) => {
    const path: Element[] = [];
    let element: Element | null = start;
    while (element && element !== root && !known.has(element)) {
      path.push(element);
      element = element.parentElement;
    }
    let above = (element && known.get(element)) || none;
    for (const step of path.reverse()) {
      const name = nameOf(step);
      const good = GOOD_NAME.test(name);
      const bad = BAD_NAME.test(name);
      above = {
        tags: above.tags.has(step.localName) ? above.tags : new Set([...above.tags, step.localName]),
        goodName: above.goodName + (good ? 1 : 0),
        badName: above.badName + (bad ? 1 : 0),
        goodNear: good ? 0 : Math.min(99, above.goodNear + 1),
        badNear: bad ? 0 : Math.min(99, above.badNear + 1),
        depth: above.depth + 1,
      };
      known.set(step, above);
    }
    return above;
  };
}

/** The deepest element that still holds most of the good text: from the root down while one child holds enough of it. */
function findColumn(root: Element, sums: Map<Element, Sums>): Element {
  let column = root;
  const all = sums.get(root)?.good ?? 0;
  for (;;) {
    let best: Element | null = null;
    let bestGood = 0;
    for (const child of column.children) {
      const good = sums.get(child)?.good ?? 0;
      if (good > bestGood) [best, bestGood] = [child, good];
    }
    if (!best || bestGood < Math.max(1, all * 0.55) || bestGood < (sums.get(column)?.good ?? 0) * 0.6) return column;
    column = best;
  }
}

const distanceUp = (from: Element, to: Element): number => {
  let distance = 0;
  for (let element: Element | null = from; element && !element.contains(to); element = element.parentElement) distance++;
  return distance;
};

/** Lengths from each block to the nearest good one on either side, in blocks. */
function distances(good: boolean[]): { before: number[]; after: number[] } {
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

/**
 * One row of features a block.
 *
 * @param chosen the blocks that Readability takes
 * @param known what the page says of itself, to find the title and the description again
 */
export function describeBlocks(
  root: Element,
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  known: { title: string; description: string },
): BlockTable {
  const good = blocks.map(isGood);
  const sums = new Map<Element, Sums>();
  const shapes = new Map<string, { count: number; words: number; links: number; letters: number; chosen: number }>();
  const texts = new Map<string, number>();
  const shapeOf = ({ element }: Block) =>
    `${element.localName}.${element.getAttribute('class') ?? ''}<${element.parentElement?.localName}.${element.parentElement?.getAttribute('class') ?? ''}`;
  const total = { words: 0, good: 0, chosenGood: 0 };
  blocks.forEach((block, index) => {
    const isChosen = chosen.has(index);
    total.words += block.words;
    if (good[index]) {
      total.good += block.words;
      if (isChosen) total.chosenGood += block.words;
    }
    for (let element: Element | null = block.element; element; element = element === root ? null : element.parentElement) {
      const sum = sums.get(element) ?? { words: 0, good: 0, chosen: 0, links: 0, letters: 0, blocks: 0 };
      sums.set(element, sum);
      sum.words += block.words;
      sum.letters += block.text.length;
      sum.links += block.linkLength;
      sum.blocks++;
      if (good[index]) sum.good += block.words;
      if (isChosen) sum.chosen += block.words;
    }
    const shape = shapes.get(shapeOf(block)) ?? { count: 0, words: 0, links: 0, letters: 0, chosen: 0 };
    shape.count++;
    shape.words += block.words;
    shape.links += block.linkLength;
    shape.letters += block.text.length;
    if (isChosen) shape.chosen += block.words;
    shapes.set(shapeOf(block), shape);
    texts.set(block.text, (texts.get(block.text) ?? 0) + 1);
  });
  const column = findColumn(root, sums);
  const ancestry = ancestryReader(root);
  const near = distances(good);
  const firstGood = good.indexOf(true);
  const lastGood = good.lastIndexOf(true);
  const order = [...chosen].sort((a, b) => a - b);
  const [chosenStart = -1, chosenEnd = -1] = [order[0], order.at(-1)];
  const title = plain(known.title).toLowerCase();
  const titleWords = new Set(wordsOf(title));
  const description = plain(known.description).toLowerCase().slice(0, 120);
  const titleAt = blocks.findIndex(({ element, text }) => element.localName === 'h1' && title.includes(text.toLowerCase().slice(0, 40)));
  const around = (index: number) => {
    let [words, taken] = [0, 0];
    for (let i = Math.max(0, index - 5); i <= Math.min(blocks.length - 1, index + 5); i++) {
      if (i === index) continue;
      words += blocks[i]?.words ?? 0;
      if (chosen.has(i)) taken += blocks[i]?.words ?? 0;
    }
    return share(taken, words);
  };
  const columnSum = sums.get(column);
  const rows = blocks.map((block, index) => {
    const { element, text, words } = block;
    const tag = element.localName;
    const length = text.length;
    const parent = element.parentElement ?? element;
    const grandparent = parent.parentElement ?? parent;
    const great = grandparent.parentElement ?? grandparent;
    const [p, g, gg] = [sums.get(parent), sums.get(grandparent), sums.get(great)];
    const above = ancestry(element);
    const shape = shapes.get(shapeOf(block));
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    const heading = /^h[1-6]$/.test(tag);
    const lower = text.slice(0, 300).toLowerCase();
    const inColumn = column.contains(element);
    const row: Record<FeatureName, number> = {
      words: log(words),
      letters: share(length, words),
      linkShare: share(block.linkLength, length),
      sentenceEnd: /[.!?…。！？।؟:]["”’»)\]]*$/.test(text) ? 1 : 0,
      commas: share((text.match(/[,;،、，]/g) ?? []).length, words),
      digits: share((text.match(/\d/g) ?? []).length, length),
      capitals: share((text.match(/\p{Lu}/gu) ?? []).length, length),
      isHeading: heading ? 1 : 0,
      headingRank: heading ? Number(tag[1]) : 0,
      isListItem: tag === 'li' || parent.localName === 'li' ? 1 : 0,
      isParagraph: tag === 'p' ? 1 : 0,
      isPre: tag === 'pre' || tag === 'code' ? 1 : 0,
      isCell: above.tags.has('td') || above.tags.has('th') ? 1 : 0,
      isCaption: tag === 'figcaption' || above.tags.has('figure') ? 1 : 0,
      isAnonymous: /^(div|span|section|a)$/.test(tag) ? 1 : 0,
      inArticle: above.tags.has('article') ? 1 : 0,
      inMain: above.tags.has('main') ? 1 : 0,
      inAside: above.tags.has('aside') ? 1 : 0,
      inHeader: above.tags.has('header') ? 1 : 0,
      inFooter: above.tags.has('footer') ? 1 : 0,
      inForm: element.closest('[data-cc-form],button,label') ? 1 : 0,
      inList: above.tags.has('li') || above.tags.has('dd') ? 1 : 0,
      inTable: above.tags.has('table') ? 1 : 0,
      inQuote: above.tags.has('blockquote') ? 1 : 0,
      depth: above.depth,
      goodName: above.goodName,
      badName: above.badName,
      badNear: Math.min(12, above.badNear),
      goodNear: Math.min(12, above.goodNear),
      clutterWords: CLUTTER_WORDS.test(lower) ? 1 : 0,
      dateLike: DATE_LIKE.test(lower) ? 1 : 0,
      position: share(index, blocks.length),
      fromFirstGood: firstGood < 0 ? 0 : Math.max(-20, Math.min(50, index - firstGood)),
      toLastGood: lastGood < 0 ? 0 : Math.max(-20, Math.min(50, lastGood - index)),
      afterTitle: titleAt < 0 ? 0 : index > titleAt ? 1 : -1,
      titleDistance: titleAt < 0 ? 60 : Math.max(-20, Math.min(60, index - titleAt)),
      isTitle:
        words > 2 && title.includes(lower.slice(0, 100)) ? 1 : share(wordsOf(lower).filter((word) => titleWords.has(word)).length, words),
      isDescription:
        description.length > 30 && (lower.includes(description.slice(0, 60)) || (length > 30 && description.includes(lower.slice(0, 60))))
          ? 1
          : 0,
      parentGood: share(p?.good ?? 0, total.good),
      grandparentGood: share(g?.good ?? 0, total.good),
      greatGood: share(gg?.good ?? 0, total.good),
      columnDistance: inColumn ? 0 : Math.min(12, distanceUp(element, column)),
      inColumn: inColumn ? 1 : 0,
      columnShare: share(columnSum?.good ?? 0, total.good),
      parentLinks: share(p?.links ?? 0, p?.letters ?? 0),
      parentBlocks: log(p?.blocks ?? 0),
      shapeCount: log(shape?.count ?? 0),
      shapeWords: share(shape?.words ?? 0, shape?.count ?? 0),
      shapeLinks: share(shape?.links ?? 0, shape?.letters ?? 0),
      previousWords: log(before?.words ?? 0),
      nextWords: log(after?.words ?? 0),
      previousLinks: share(before?.linkLength ?? 0, before?.text.length ?? 0),
      nextLinks: share(after?.linkLength ?? 0, after?.text.length ?? 0),
      goodBefore: near.before[index] ?? 50,
      goodAfter: near.after[index] ?? 50,
      nextGoodDistance: Math.min(near.before[index] ?? 50, near.after[index] ?? 50),
      chosen: chosen.has(index) ? 1 : 0,
      chosenParent: share((p?.chosen ?? 0) - (chosen.has(index) ? words : 0), (p?.words ?? 0) - words),
      chosenGrandparent: share(g?.chosen ?? 0, g?.words ?? 0),
      chosenAround: around(index),
      chosenShape: share(shape?.chosen ?? 0, shape?.words ?? 0),
      chosenShareOfGood: share(total.chosenGood, total.good),
      toChosenStart: chosenStart < 0 ? 0 : Math.max(-30, Math.min(60, index - chosenStart)),
      toChosenEnd: chosenEnd < 0 ? 0 : Math.max(-30, Math.min(60, chosenEnd - index)),
      chosenNext: (chosen.has(index - 1) ? 1 : 0) + (chosen.has(index + 1) ? 1 : 0),
      pageBlocks: log(blocks.length),
      pageGood: log(total.good),
      repeats: texts.get(text) ?? 1,
    };
    return Float32Array.from(featureNames, (name) => row[name]);
  });
  return { rows, good, column, sumsOf: (element) => sums.get(element) };
}
