import { mapOf, type Steps } from '../steps';
import { type Ancestry, cardReader, readAncestries } from './ancestry';
import { distances, type Shape, sumBlocks } from './block-sums';
import type { Block } from './blocks';
import { plain } from './blocks';
import { type Box, type BoxTree, holds } from './boxes';
import type { FeatureName } from './feature-names';

const CLUTTER_WORDS =
  /newsletter|subscri|sign up|sign in|log in|cookie|copyright|©|all rights reserved|follow us|share (this|on)|click here|read more|learn more|advertis|sponsored|affiliate|privacy policy|terms of|download (the|our) app|contact us|get started|free trial|book a|comments?\b|abonn|suscri|inscri|condivid|partag|teilen|compart|подпис|相关|關連|関連|اشترك|सब्सक्राइब/;
const DATE_LIKE = /\b(19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b(min(ute)?s?|hours?|days?) (read|ago)\b/;
/** Of the scripts that have them; a rule with `\\p` takes longer to compile than all rows to make. */
const CAPITALS = /[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я]/g;
const log = (value: number) => Math.log2(1 + value);
const share = (part: number, whole: number) => (whole ? part / whole : 0);

/** Everything about a page's blocks that the model and the decision need. */
export interface BlockTable {
  rows: Float32Array[];
  good: boolean[];
  /** One a block; blocks of one tag and class share it. */
  shapes: Shape[];
  /** The box that best holds the running text. */
  column: Box;
  /** The list that each block is part of. */
  lists: (Element | null)[];
}

/** Where a box stands is of no more interest from so many steps on. */
const FAR = 12;

/** Steps from a box up to one that holds the column. */
function stepsTo(column: Box): (from: Box) => number {
  const above = new Set<Box>();
  for (let box: Box | null = column; box; box = box.parent) above.add(box);
  return (from) => {
    let steps = 0;
    for (let box: Box | null = from; box && steps < FAR && !above.has(box); box = box.parent) steps++;
    return steps;
  };
}

/**
 * One row of features a block.
 *
 * @param known what the page says of itself, to find the title and the description again
 */
export function* describeBlocks(tree: BoxTree, blocks: readonly Block[], known: { title: string; description: string }): Steps<BlockTable> {
  const { good, goodWords, shapes, repeats, totalGood, column } = yield* sumBlocks(tree, blocks);
  const ancestries = yield* readAncestries(tree);
  const boxOf = new Map<Element, Box>(tree.boxes.map((box) => [box.element, box]));
  const stepsToColumn = stepsTo(column);
  const cards = cardReader();
  const headingLinks: number[] = [];
  for (let index = 0, above = 0, since = 9; index < blocks.length; index++, since++) {
    const block = blocks[index] as Block;
    if (/^h[1-6]$/.test(block.element.localName)) [above, since] = [share(block.linkLength, block.text.length), 0];
    headingLinks.push(since < 4 ? above : 0);
  }
  const near = distances(good);
  const firstGood = good.indexOf(true);
  const lastGood = good.lastIndexOf(true);
  const title = plain(known.title).toLowerCase();
  const titleWords = new Set(title.split(' '));
  const description = plain(known.description).toLowerCase().slice(0, 120);
  const titleAt = blocks.findIndex(({ element, text }) => element.localName === 'h1' && title.includes(text.toLowerCase().slice(0, 40)));
  const rows = yield* mapOf(blocks, (block, index) => {
    const { element, text, words } = block;
    const tag = element.localName;
    const length = text.length;
    const parent = element.parentElement ?? element;
    const leaf = tree.leaves[index] as Box;
    const p = leaf.parent;
    const g = p?.parent;
    const gg = g?.parent;
    const above = ancestries[leaf.place] as Ancestry;
    const shape = shapes[index];
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    const heading = /^h[1-6]$/.test(tag);
    const start = text.slice(0, 300); // enough to tell what a block is like
    const lower = start.toLowerCase();
    const inColumn = holds(column, index);
    const card = cards(element);
    const cardBox = card.element && boxOf.get(card.element);
    const row: Record<FeatureName, number> = {
      words: log(words),
      letters: share(length, words),
      linkShare: share(block.linkLength, length),
      sentenceEnd: /[.!?…。！？।؟:]["”’»)\]]*$/.test(text) ? 1 : 0,
      commas: share(10 * (start.match(/[,;،、，]/g) ?? []).length, start.length),
      digits: share((start.match(/\d/g) ?? []).length, start.length),
      capitals: share((start.match(CAPITALS) ?? []).length, start.length),
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
      inForm: above.inForm ? 1 : 0,
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
        words > 2 && title.includes(lower.slice(0, 100))
          ? 1
          : words > 40
            ? 0
            : share(lower.split(' ').filter((word) => titleWords.has(word)).length, words),
      isDescription:
        description.length > 30 && (lower.includes(description.slice(0, 60)) || (length > 30 && description.includes(lower.slice(0, 60))))
          ? 1
          : 0,
      parentGood: share(p ? (goodWords[p.place] as number) : 0, totalGood),
      grandparentGood: share(g ? (goodWords[g.place] as number) : 0, totalGood),
      greatGood: share(gg ? (goodWords[gg.place] as number) : 0, totalGood),
      columnDistance: inColumn ? 0 : stepsToColumn(leaf),
      inColumn: inColumn ? 1 : 0,
      columnShare: share(goodWords[column.place] as number, totalGood),
      parentLinks: share(p?.links ?? 0, p?.letters ?? 0),
      parentBlocks: p ? log(p.to - p.from) : 0,
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
      pageBlocks: log(blocks.length),
      pageGood: log(totalGood),
      repeats: repeats.get(text) ?? 1,
      cutShort: /(…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/.test(text.slice(-12)) ? 1 : 0,
      cards: log(card.count),
      cardLinks: cardBox ? share(cardBox.links, cardBox.letters) : 0,
      linkedHeadingAbove: headingLinks[index] ?? 0,
    };
    return new Float32Array(Object.values(row)); // in the order of `featureNames`: a test holds them equal
  });
  return {
    rows,
    good,
    column,
    shapes,
    lists: tree.leaves.map(({ place }) => ancestries[place]?.list ?? null),
  };
}
