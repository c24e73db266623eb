/** Runs of white space, but for a single space, which stands as it is: most texts need no change. */
const uneven = /[^\S ]\s*| \s+/g;

/** White space, no-break spaces and invisible marks made one space each; trimmed. */
export function collapse(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(uneven, ' ')
    .trim();
}

/** Latin letters, digits and punctuation; and those of them that are letters or digits, in lower case. */
const onlyLatin = /^[\0-\u00ff\u2000-\u206f]*$/;
const notLatinWord = /[^a-z0-9\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u00ff]+/g;

/** Letters and digits alone, lower case: what stays the same when a site changes quotes, dashes or case. */
export function fold(text: string | null | undefined): string {
  const lower = (text ?? '').normalize('NFKC').toLowerCase();
  // Most texts never need the rule with `\p`, which takes long to compile.
  return onlyLatin.test(lower) ? lower.replace(notLatinWord, '') : lower.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** In capitals: at least four letters with case, none of them small. Scripts without case never are. */
export function isCapitals(text: string): boolean {
  if (/[a-z]/.test(text)) return false;
  if (/^[\0-\x7f]*$/.test(text)) return (text.match(/[A-Z]/g)?.length ?? 0) >= 4; // without the rules that take long to compile
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
}

/** Whether the title, or a part of it that could stand alone as the title, is all that `text` says. */
export function repeats(text: string, title: string): boolean {
  const [short, long] = [fold(text), fold(title)];
  if (!short || !long) return false;
  if (short === long) return true;
  const [less, more] = short.length < long.length ? [short, long] : [long, short];
  return less.length >= 16 && less.length >= 0.7 * more.length && more.startsWith(less);
}
