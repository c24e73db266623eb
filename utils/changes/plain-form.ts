/** What may differ without anything having changed, and what all of its forms count as. */
const sameSigns: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g, ''], // soft hyphens, joiners, marks of direction
  [/[‘’‚‛ʼ`´′‹›]/g, "'"],
  [/[“”„‟«»″〝〞]|''/g, '"'],
  [/[‐‑‒–—―−]|--+/g, '-'],
];

/**
 * A text without what typesetting alone decides: white space, kinds of quotation marks and dashes, soft hyphens, and characters that are
 * forms of others (`…`, ligatures, full-width letters; Unicode's compatibility forms, UAX #15).
 */
export function plainForm(text: string): string {
  let plain = text.normalize('NFKC');
  for (const [signs, one] of sameSigns) plain = plain.replace(signs, one);
  return plain.replace(/\s+/g, ' ').trim();
}

/** What two texts share exactly when nothing in them changed. Spaces may come and go with the tags between words. */
export const textKey = (text: string): string => plainForm(text).replaceAll(' ', '');
