/**
 * Letters of any script and the marks on them, as the inside of a class in a pattern without the flag `u`. `\p{L}` says it more exactly, but
 * the engine takes up to a millisecond, and where it is repeated up to a fifth of a second, to compile it: on a page that is read once, the
 * compiling is the cost. Punctuation and digits of Arabic and Hindi are left out.
 */
export const LETTER = String.raw`a-zA-Z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u060b\u060e-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u0963\u0971-\u1fff\u3040-\ud7ff`;

/** Its longer words, in lower case: letters and digits, four at least. */
const longWord = new RegExp(`[0-9${LETTER}]{4,}`, 'g');
export const longWordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(longWord));
