import { LETTER } from '../letters';
import type { Block } from './blocks';

/** A heading that is to be made, and where it stands among the blocks. */
export interface FoundHeading {
  block: Block;
  index: number;
}

/** How far below the last native heading a pseudo-heading stands, and a second style below the first. In ranks: less than one. */
const below = 0.4;

/** Bold capitals weigh more than bold, bold more than underlined. */
const weigh = ({ block }: FoundHeading): number => (block.size ?? 16) + (block.capitals ? 2 : 0) + (block.bold ? 1 : 0);

/** Ranks, 1 is the top; a pseudo-heading gets a broken one. */
function rankAll(found: readonly FoundHeading[]): number[] {
  const natives = found.filter(({ block }) => block.rank > 0);
  const top = natives.length ? Math.min(...natives.map(({ block }) => block.rank)) : 2;
  let base = 0;
  let styles: { shape: string; rank: number; weight: number }[] = [];
  return found.map((heading, nth) => {
    const { block, index } = heading;
    if (block.rank > 0) {
      base = block.rank;
      styles = [];
      return block.rank;
    }
    const known = styles.find(({ shape }) => shape === block.shape);
    if (known) return known.rank;
    const first = base ? base + below : top;
    const last = styles.at(-1);
    const before = found[nth - 1];
    const followsHead = before !== undefined && before.index === index - 1 && before.block.rank === 0;
    const isSmaller = last !== undefined && weigh(heading) < last.weight - 1;
    const rank = last ? (followsHead || isSmaller ? last.rank + below / 2 : last.rank) : first;
    styles.push({ shape: block.shape, rank, weight: weigh(heading) });
    return rank;
  });
}

const numbered = new RegExp(String.raw`^(?:(?:#|step |tip |no\.? )?(\d{1,3})\s?[.):–—-]?\s|[${LETTER}]{1,12} ?#?(\d{1,3})\s?[.):–—-])`);

/** "3. …", "Step 3", "#3", "Prediction 3: …": the place in a count of a heading that has one. */
function readNumber({ block }: FoundHeading): number | null {
  const [, plain, named] = (/\d/.test(block.text) && numbered.exec(block.text.toLowerCase())) || [];
  const number = plain ?? named;
  return number === undefined ? null : Number(number);
}

/** Gives each entry of a count the rank of the entry before it, where no heading of a higher rank stands between. */
function levelCounts(found: readonly FoundHeading[], ranks: number[]): void {
  let last: { number: number; at: number } | null = null;
  found.forEach((heading, at) => {
    const number = readNumber(heading);
    if (number === null) return;
    const before = last?.number === number - 1 ? last.at : -1;
    const rank = ranks[before];
    if (
      rank !== undefined &&
      Math.abs((ranks[at] as number) - rank) <= 1 &&
      ranks.slice(before + 1, at).every((between) => between >= rank)
    )
      ranks[at] = rank;
    last = { number, at };
  });
}

/** How far below a heading of the same tag its own parts stand: less than a pseudo-heading. */
const partBelow = below / 2;

/** Two numbered headings of an essay are no list. */
const SHORTEST_LIST = 3;

/** A count that begins right under a heading of its own rank is that heading's list: its entries stand below it. */
function lowerLists(found: readonly FoundHeading[], ranks: number[]): void {
  for (let head = 0; head + 2 < found.length; head++) {
    const rank = ranks[head] as number;
    if (readNumber(found[head] as FoundHeading) !== null) continue;
    const entries: number[] = [];
    let at = head + 1;
    for (; at < found.length && (ranks[at] as number) >= rank; at++) {
      if (ranks[at] !== rank) continue;
      if (readNumber(found[at] as FoundHeading) !== entries.length + 1) break;
      entries.push(at);
    }
    // An introduction, the list that is the whole article, and perhaps a last word.
    const isWhole = head === 0 && ranks.slice(at).filter((after) => after === rank).length < 2;
    if (entries.length >= SHORTEST_LIST && !isWhole) for (const entry of entries) ranks[entry] = rank + partBelow;
  }
}

const isCapitals = ({ block }: FoundHeading): boolean => block.capitals && block.text.includes(' ');

/** Of headings of one tag, some in capitals and some not, those in capitals are the larger ones, where the first of them is one. */
function lowerBelowCapitals(found: readonly FoundHeading[], ranks: number[]): void {
  for (const rank of new Set(ranks)) {
    const same = ranks.flatMap((own, at) => (own === rank ? [at] : []));
    const [raised, plain] = [true, false].map((wanted) => same.filter((at) => isCapitals(found[at] as FoundHeading) === wanted));
    if (!raised || !plain || raised.length < 2 || plain.length < 2 || raised[0] !== same[0]) continue;
    for (const at of plain) ranks[at] = rank + partBelow;
  }
}

/**
 * The level of each heading, 2 to 6: one below the heading it stands under. What stands under none is a section of the article itself, so
 * that no level is left out, whatever tags the site took. The title is the only level 1.
 */
export function findLevels(found: readonly FoundHeading[]): number[] {
  const ranks = rankAll(found);
  levelCounts(found, ranks);
  lowerLists(found, ranks);
  lowerBelowCapitals(found, ranks);
  const above: { rank: number; level: number }[] = [];
  return ranks.map((rank) => {
    while ((above.at(-1)?.rank ?? 0) >= rank) above.pop();
    const level = Math.min(6, (above.at(-1)?.level ?? 1) + 1);
    above.push({ rank, level });
    return level;
  });
}
