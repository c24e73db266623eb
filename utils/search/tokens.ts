/**
 * Marks that a search passes over: accents and the like of Latin, Greek and Cyrillic, the vowel points of Hebrew and Arabic, and Arabic's
 * lengthening stroke. Other scripts' marks are letters in their own right and stay.
 */
const passedOver = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

/** Letters that no decomposition takes apart, and how people type them who lack the key. */
const typedAs: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ħ: 'h' };

/** Text as a search compares it: no case, no accents, no ligatures, no wide or narrow forms. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(passedOver, '').normalize('NFC').toLowerCase();
  return plain.replace(/[ßæœøđðłıþħ]/g, (letter) => typedAs[letter] ?? letter);
}

/** Runs of scripts that put no spaces between words (first group), and words of all others. */
const runs =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+)|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]]+/gv;

/** Longest word kept, in UTF-16 units: what is longer is no word of a language. */
const longestWord = 40;

/** Called with each token in turn, and where in the text it stands. */
export type OnToken = (token: string, start: number, end: number) => void;

/** Words recur: each is folded once. Emptied when it is large. */
const folded = new Map<string, string>();

function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size > 50_000) folded.clear();
  const token = fold(word.slice(0, longestWord));
  folded.set(word, token);
  return token;
}

/**
 * Takes a text apart into what is looked up: words; in scripts without spaces each pair of neighbouring characters, since where a word ends
 * there is a matter of opinion, and pairs find any part of any word.
 *
 * @param asked for a query: the last character of a run of several is no token of its own
 */
export function eachToken(text: string, onToken: OnToken, asked = false): void {
  for (const match of text.matchAll(runs)) {
    const [run, unspaced] = match;
    const start = match.index;
    if (unspaced === undefined) {
      const token = foldWord(run);
      if (token) onToken(token, start, start + run.length);
      continue;
    }
    const characters = [...run];
    let at = start;
    characters.forEach((character, index) => {
      const next = characters[index + 1];
      const isLone = next === undefined;
      if (!isLone || !asked || characters.length === 1)
        onToken(foldWord(isLone ? character : character + next), at, at + character.length + (next?.length ?? 0));
      at += character.length;
    });
  }
}

export function tokensOf(text: string, asked = false): string[] {
  const tokens: string[] = [];
  eachToken(text, (token) => tokens.push(token), asked);
  return tokens;
}

/** Whether a token stands for characters of a script without spaces. */
export const isUnspaced = (token: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(token);
