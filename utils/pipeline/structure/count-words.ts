import type { Steps } from '../steps';

/** Letters of other scripts than Latin. */
const otherScript = /[\u02c2-\u1fff\u2070-\u209f\u2100-\u218f\u2c00-\uffff]/;
const latinWord =
  /[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1][0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1'’_-]*/g;

/** Characters, and words that the segmenter found, between two places to pause. */
const PIECE = 100_000;
const TURNS = 1000;

/** How often `word` is found; none goes over a space. */
function* countMatches(text: string, word: RegExp): Steps<number> {
  let count = 0;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = text.indexOf(' ', start + PIECE);
    if (end < 0) end = text.length;
    count += text.slice(start, end).match(word)?.length ?? 0;
    if (end < text.length) yield;
  }
  return count;
}

/** Words of a text, 0 or more; `Intl.Segmenter` finds them where the script has no spaces. */
export function* countWords(text: string, lang: string | null): Steps<number> {
  if (!otherScript.test(text)) return yield* countMatches(text, latinWord);
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(text))
    return yield* countMatches(text, /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu);
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(lang ?? undefined, { granularity: 'word' }).segment(text))
    if (isWordLike && ++count % TURNS === 0) yield;
  return count;
}
