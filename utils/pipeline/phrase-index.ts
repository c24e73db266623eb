/** One alternative of a pattern: what a text must begin with for it to match at all, and the rest, compiled when first needed. */
interface Phrase {
  head: string;
  source: string;
  owner: number;
  pattern: RegExp | null;
}

/** Phrases are sorted by so many first letters. */
const KEY = 3;
const LONGEST_HEAD = 12;

/** The end of the group that opens at the start of `source`: the index of its closing bracket. */
function endOfGroup(source: string): number {
  let depth = 0;
  for (const { 0: sign, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/g)) {
    if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return index;
  }
  throw new Error(`A bracket is not closed in ${source}`);
}

/** The alternatives of a pattern, cut at the bars that stand outside brackets. */
function splitAlternatives(source: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: sign, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/g)) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) {
      parts.push(source.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, source.slice(from)];
}

/** What a text must begin with, one way or another, for `alternative` to match it; '' where that cannot be told. */
function headsOf(alternative: string): string[] {
  if (alternative.startsWith('(')) {
    const end = endOfGroup(alternative);
    const inside = alternative.slice(alternative.startsWith('(?:') ? 3 : 1, end);
    if (inside.startsWith('?')) return ['']; // a look-around
    const heads = splitAlternatives(inside).flatMap(headsOf);
    const isOptional = /^[?*{]/.test(alternative.slice(end + 1));
    return isOptional ? [...heads, ...headsOf(alternative.slice(end + 2))] : heads;
  }
  const [literal = ''] = /^[^\\.[\](){}?*+|^$]*/.exec(alternative) ?? [];
  const isOptional = /^[?*{]/.test(alternative.slice(literal.length));
  return [literal.slice(0, isOptional ? literal.length - 1 : literal.length).slice(0, LONGEST_HEAD)];
}

/**
 * A long list of wordings, of which few begin as a given text does. Compiling them as one pattern takes longer than all the rest of a first
 * call; here only those are compiled that the text can match.
 */
export class PhraseIndex {
  readonly #byKey = new Map<string, Phrase[]>();
  readonly #tail: string;

  /**
   * @param sources patterns without flags, anchored where they are looked for; a match tells the index of its pattern
   * @param tail pattern of what must follow
   */
  constructor(sources: readonly string[], tail: string) {
    this.#tail = tail;
    for (const [owner, pattern] of sources.entries())
      for (const source of splitAlternatives(pattern)) {
        const phrase = { source, owner, pattern: null };
        for (const head of new Set(headsOf(source))) {
          const key = head.slice(0, KEY);
          const bucket = this.#byKey.get(key);
          if (bucket) bucket.push({ ...phrase, head });
          else this.#byKey.set(key, [{ ...phrase, head }]);
        }
      }
  }

  /** The first of the patterns that matches `text` right at `at`; -1 where none does. */
  find(text: string, at = 0): number {
    let found = -1;
    for (let length = Math.min(KEY, text.length - at); length >= 0; length--) {
      for (const phrase of this.#byKey.get(text.slice(at, at + length)) ?? []) {
        if ((found >= 0 && phrase.owner >= found) || !text.startsWith(phrase.head, at)) continue;
        phrase.pattern ??= new RegExp(`(?:${phrase.source})${this.#tail}`, 'y');
        phrase.pattern.lastIndex = at;
        if (phrase.pattern.test(text)) found = phrase.owner;
      }
    }
    return found;
  }
}
