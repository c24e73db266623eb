import type { Block } from './blocks';
import type { SectionContext } from './build-sections';
import { asText, dropped, type Verdict } from './native-headings';
import { fold, repeats } from './text';

/** So many sections built alike show how a page is made. */
const PATTERN = 4;
/** How far below its section's head a card's own heading may stand, in blocks. */
const CARD_REACH = 5;
/** A quotation pulled out of the text is at least this long. */
const SHORTEST_PULL = 30;
const quotation = /^["“”«»„‘'「『][^"“”«»「『]+["“”«»’'」』][.!]?$/u;
/** The last section of a press release: who sent it. */
export const boilerplate =
  /^([Aa]bout|ABOUT|Über|À propos d[eu]|Acerca de|Sobre|Informazioni su|Over|О компании)\s+(the\s+)?[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я]/;
export const MOST_BOILERPLATE = 3;

/** Headings of the page, and where they stand among the blocks. */
interface Placed {
  block: Block;
  index: number;
}

/** The words of one of the two headings above it once more: the name on a product's card, a box with its section's name. */
function repeatsAbove({ block, index }: Placed, above: readonly Placed[]): boolean {
  const own = fold(block.text);
  return (
    block.text.includes(' ') &&
    above.some((head) => index - head.index <= CARD_REACH && head.block.rank <= block.rank && fold(head.block.text).endsWith(own))
  );
}

/** Heads that each have one lower heading right under them and no other: it divides nothing, and is a line of the head's. */
function findSubtitles(heads: readonly Placed[]): Block[] {
  const lines = heads.filter((head, nth) => {
    const [before, after] = [heads[nth - 1], heads[nth + 1]];
    if (!before || before.index !== head.index - 1 || before.block.rank >= head.block.rank) return false;
    return !after || after.block.rank < head.block.rank;
  });
  const alike = new Map<string, Block[]>();
  for (const { block } of lines) alike.set(block.shape, [...(alike.get(block.shape) ?? []), block]);
  return [...alike.values()].filter((group) => group.length >= PATTERN).flat();
}

/**
 * What the headings of a page show of one another, once each was judged by itself.
 *
 * @param isHeading whether a block is still one
 * @returns what becomes of those that head no section
 */
export function judgeTogether(
  blocks: readonly Block[],
  isHeading: (index: number) => boolean,
  { title }: SectionContext,
): Map<Block, Verdict> {
  const refused = new Map<Block, Verdict>();
  const all = blocks.flatMap((block, index) => (isHeading(index) ? [{ block, index }] : []));
  all.forEach((head, nth) => {
    const next = all[nth + 1];
    if (repeatsAbove(head, all.slice(Math.max(0, nth - 2), nth))) refused.set(head.block, asText('repeats-heading'));
    // A step's number over its name, a rubric over a headline: what heads a section stands right below.
    else if (next?.index === head.index + 1 && next.block.rank < head.block.rank) refused.set(head.block, asText('over-higher-heading'));
  });
  let heads = all.filter(({ block }) => !refused.has(block));
  for (const block of findSubtitles(heads)) refused.set(block, asText('subtitle'));
  heads = heads.filter(({ block }) => !refused.has(block));
  // The one h1, right at the start, is the title, in whatever words.
  const first = heads[0];
  if (first?.block.rank === 1 && first.index <= 1 && heads.every(({ block }, nth) => nth === 0 || block.rank > 1) && title)
    refused.set(first.block, dropped('title-repeated'));
  const quotations = heads.filter(({ block }) => block.text.length >= SHORTEST_PULL && quotation.test(block.text));
  if (quotations.length) {
    const text = blocks.map((block) => (block.kind === 'text' ? fold(block.text) : '')).join(' ');
    for (const { block } of quotations) if (text.includes(fold(block.text))) refused.set(block, asText('pull-quote'));
  }
  const last = heads.at(-1);
  if (last && boilerplate.test(last.block.text) && blocks.length - last.index - 1 <= MOST_BOILERPLATE && !repeats(last.block.text, title))
    refused.set(last.block, asText('boilerplate'));
  return refused;
}
