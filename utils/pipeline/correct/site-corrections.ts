import type { SiteCorrection } from '../../article/site-correction';
import type { Removal } from '../reading';
import type { Change } from './apply-changes';
import { shapeOfMarkup } from './shapes';

/** What of an article its site's corrections can speak of. */
export interface Correctable {
  removals: readonly Removal[];
  /** Of each top-level block. */
  shapes: readonly (string | null)[];
}

/** Blocks of one shape that may be left out, or made headings, by one word: where there are more, it is the shape of the text itself. */
const mostOfText = 0.3;
const fewBlocks = 3;

/** The shape of a block, where a word about it would not mean the article's text itself. */
export function clearShape({ shapes }: Correctable, block: number): string | null {
  const shape = shapes[block] ?? null;
  const alike = shapes.filter((other) => other === shape).length;
  return shape !== null && alike <= Math.max(fewBlocks, shapes.length * mostOfText) ? shape : null;
}

/** The shape of a removal, where it has one of its own. */
export const removalShape = ({ removals }: Correctable, removal: number): string | null => shapeOfMarkup(removals[removal]?.html ?? '');

/** What the page itself does not show stays out: it may stand behind a gate, which is not ours to open. */
export const canComeBack = (rule: string): boolean => rule !== 'hidden';

/** What the site's corrections change in this article. A correction whose shape is this article's text changes nothing. */
export function changesBy(corrections: readonly SiteCorrection[], article: Correctable): Change[] {
  return corrections.flatMap(({ kind, shape }): Change[] => {
    if (kind === 'keep')
      return article.removals.flatMap(({ rule }, removal) =>
        canComeBack(rule) && removalShape(article, removal) === shape ? [{ kind: 'put-back' as const, removal }] : [],
      );
    return article.shapes.flatMap((_, block) => (clearShape(article, block) === shape ? [{ kind, block }] : []));
  });
}
