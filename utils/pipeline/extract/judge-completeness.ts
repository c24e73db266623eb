import type { Completeness } from '../../article/article';
import type { Gate } from './find-gate';

/** Of the declared words; tags and captions are counted in some, and the rest is on us. */
const enough = 0.8;
/** Behind a gate that does not say how long the text is, one of this length is whole all the same. */
const longTeaser = 500;

/**
 * Says what may be missing of an article.
 *
 * @param found what its own column says
 * @param words of the result
 * @param pages how many pages it is spread over
 */
export function judgeCompleteness(found: Completeness, gate: Gate, words: number, pages: number): Completeness {
  const isCut = gate.declaredWords > 0 ? words < gate.declaredWords * enough : words < longTeaser;
  if (gate.isShown && isCut) return { ...found, state: 'partial', missing: 'gate' };
  if (found.missing === null && pages > 1) return { ...found, state: 'partial', missing: 'pages' };
  return found;
}
