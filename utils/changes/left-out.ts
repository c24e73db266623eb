import { textKey } from './plain-form';

/** Most blocks of a page that are remembered: those of an article's column are far fewer. */
const most = 300;

/** FNV-1a of 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), as eight hexadecimal digits: to know a text again, not to guard it. */
function shortDigest(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of textKey(text)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** By what blocks that were left out of a text are known again when the page is seen anew. */
export const digestsOf = (texts: readonly string[]): string[] => [...new Set(texts.map(shortDigest))].slice(0, most);

/** @param digests as `digestsOf` made them */
export function amongLeftOut(digests: readonly string[]): (text: string) => boolean {
  const known = new Set(digests);
  return (text) => known.has(shortDigest(text));
}
