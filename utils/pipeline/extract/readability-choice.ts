import { Readability } from '@mozilla/readability';
import type { Block } from './blocks';

const MARK = 'data-cc-block';

/** Readability without what only makes its choice fit to be shown: absolute addresses, merged boxes, fewer class names. */
class Chooser extends Readability<Node> {
  protected _postProcessContent(): void {
    // Called by `parse()` once the choice is made.
  }
}

/**
 * Which blocks Readability would take. It works on a copy of its own, since it tears its document apart.
 *
 * @returns indices into `blocks`; empty when Readability finds no article
 */
export function readabilityChoice(page: Document, blocks: readonly Block[]): Set<number> {
  for (const [index, { element }] of blocks.entries()) element.setAttribute(MARK, String(index));
  const copy = page.cloneNode(true) as Document;
  for (const { element } of blocks) element.removeAttribute(MARK);
  const chosen = new Set<number>();
  // The serialiser hands back the tree itself: turning it into text and back costs a third of the whole.
  const parsed = new Chooser(copy, { serializer: (node) => node, disableJSONLD: true }).parse();
  const content = parsed?.content as Element | undefined;
  for (const element of content?.querySelectorAll(`[${MARK}]`) ?? []) chosen.add(Number(element.getAttribute(MARK)));
  return chosen;
}
