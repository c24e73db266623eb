import type { Block } from './blocks';
import type { SectionContext } from './build-sections';
import { findBoxWording } from './native-headings';
import { fold } from './text';

/** The head of an article is that long, in blocks: lines that come later say something else. */
const headLength = 8;
/** From this length on a paragraph is text, and the head is over. */
const textLength = 120;
/** Letters that a byline may have besides the names: "By", "Written by", a role. */
const mostBesides = 25;

/** "By Ada Reed", "作者：陈美玲": the names, and little else. */
function saysByline(text: string, byline: string | null): boolean {
  const said = fold(text);
  if (!byline || !said || said.length > fold(byline).length + mostBesides) return false;
  return byline.split(', ').every((name) => said.includes(fold(name)));
}

/**
 * Lines at the head of the text that the reader shows above it: the standfirst, the byline, the date.
 *
 * @returns the blocks to be left out, with the rule
 */
export function findRepeatedHead(blocks: readonly Block[], { standfirst, byline }: SectionContext): Map<Block, string> {
  const repeated = new Map<Block, string>();
  const wanted = fold(standfirst);
  let inHead = true;
  for (const block of blocks.slice(0, headLength)) {
    const isStandfirst = wanted !== '' && block.kind === 'text' && fold(block.text) === wanted;
    inHead &&= block.rank === 1 || (block.kind === 'text' && (isStandfirst || block.text.length < textLength));
    const wording = inHead && block.rank === 0 ? findBoxWording(block.text) : null;
    if (isStandfirst && !repeated.size) repeated.set(block, 'standfirst-repeated');
    else if (inHead && block.rank === 0 && saysByline(block.text, byline)) repeated.set(block, 'byline-repeated');
    else if (wording && wording.becomes !== 'heading' && wording.rule === 'date') repeated.set(block, 'date-repeated');
  }
  return repeated;
}
