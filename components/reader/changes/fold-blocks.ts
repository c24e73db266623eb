import type { ChangedBlock } from '../../../utils/changes/compare-articles';

/** A stretch of the text: one block that changed, or several that did not and are folded away. */
export type Stretch = { kind: 'changed'; block: ChangedBlock } | { kind: 'same'; blocks: ChangedBlock[] };

/** The text as stretches, in its order. */
export function foldBlocks(blocks: readonly ChangedBlock[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const block of blocks) {
    const last = stretches.at(-1);
    if (block.state !== 'same') stretches.push({ kind: 'changed', block });
    else if (last?.kind === 'same') last.blocks.push(block);
    else stretches.push({ kind: 'same', blocks: [block] });
  }
  return stretches;
}
