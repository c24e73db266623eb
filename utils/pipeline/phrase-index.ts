/** One alternative of a pattern. What is but a hint is worked out without dashes, most of which may or may not be there. */
interface Phrase {
  source: string;
  owner: number;
  /** What a text must begin with for it to match at all, as far as that is told by the first letters. */
  head: string;
  /** The same, told more closely. */
  heads: string[] | null;
  /** What must stand somewhere in it. */
  core: string;
  pattern: RegExp | null;
}

/** Phrases are sorted by so many first letters. */
const KEY = 3;
/** Characters of a text that are looked at before its pattern is compiled: longer than any head. */
const LONGEST_START = 80;

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

/**
 * What a text must begin with, one way or another, for `alternative` to match it; '' where that cannot be told.
 *
 * @param isClose goes on into a group after the first letters
 */
function headsOf(alternative: string, isClose = false): string[] {
  if (alternative.startsWith('(')) {
    const end = endOfGroup(alternative);
    const inside = alternative.slice(alternative.startsWith('(?:') ? 3 : 1, end);
    if (inside.startsWith('?')) return ['']; // a look-around
    const after = alternative.slice(end + 1);
    const [times] = /^(?:[?*]|\{[\d,]+\})/.exec(after) ?? [];
    const goesOn = (part: string) => isClose && !times && !/^\+/.test(after) && !/[\\.[\](){}?*+|^$]/.test(part);
    const heads = splitAlternatives(inside).flatMap((part) =>
      goesOn(part) ? headsOf(after, isClose).map((head) => part + head) : headsOf(part, isClose),
    );
    return times ? [...heads, ...headsOf(after.slice(times.length), isClose)] : heads;
  }
  const [literal = ''] = /^[^\\.[\](){}?*+|^$]*/.exec(alternative) ?? [];
  const rest = alternative.slice(literal.length);
  if (/^[?*{]/.test(rest)) return [literal.slice(0, -1)];
  if (!isClose || !rest.startsWith('(') || rest.startsWith('(?!')) return [literal];
  return headsOf(rest).map((head) => literal + head);
}

/**
 * The longest run of letters that stands in every text an alternative matches: outside brackets, and not itself optional. '' where there is
 * none. Dashes end a run, since most of them may or may not be there.
 */
function coreOf(alternative: string): string {
  let depth = 0;
  let run = '';
  let longest = '';
  for (const [sign] of alternative.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\{[\d,]*\}|./gs)) {
    if (depth === 0 && !/[\\[\](){}.?*+|^$-]/.test(sign)) run += sign;
    else {
      if (/^[?*{]/.test(sign) && depth === 0) run = run.slice(0, -1);
      if (run.length > longest.length) longest = run;
      run = '';
    }
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
  }
  return run.length > longest.length ? run : longest;
}

/** Without dashes, and without what says that one may stand there. */
const withoutDashes = (source: string): string => source.replace(/-\??/g, '');

/** The alternatives of a pattern, also of one that is a group of them and an end. */
function alternativesOf(pattern: string): string[] {
  const parts = splitAlternatives(pattern);
  if (parts.length > 1 || !/^\((?!\?[^:])/.test(pattern)) return parts;
  const end = endOfGroup(pattern);
  const rest = pattern.slice(end + 1);
  if (/^[?*+{]/.test(rest)) return parts;
  return splitAlternatives(pattern.slice(pattern.startsWith('(?:') ? 3 : 1, end)).map((part) => part + rest);
}

/**
 * A long list of wordings, of which few begin as a given text does. Compiling them as one pattern takes longer than all the rest of a first
 * call; here only those are compiled that the text can match.
 */
export class PhraseIndex {
  readonly #byKey = new Map<string, Phrase[]>();
  /** What may match a text, by its first letters, as far as any was asked for. */
  readonly #known = new Map<string, readonly Phrase[]>();
  readonly #tail: string;

  /**
   * @param patterns sources without flags, anchored where they are looked for; a match tells the place of its pattern
   * @param tail source of what must follow
   */
  constructor(patterns: readonly string[], tail: string) {
    this.#tail = tail;
    for (const [owner, pattern] of patterns.entries())
      for (const source of alternativesOf(pattern))
        for (const head of new Set(headsOf(withoutDashes(source)))) {
          const key = head.slice(0, KEY);
          const bucket = this.#byKey.get(key);
          const phrase: Phrase = { source, owner, head, heads: null, core: '', pattern: null };
          if (bucket) bucket.push(phrase);
          else this.#byKey.set(key, [phrase]);
        }
  }

  /** The place of the first pattern that matches `text` right at `at`; -1 where none does. */
  find(text: string, at = 0): number {
    return this.#match(text, at)?.owner ?? -1;
  }

  /** Where the match that `find` finds ends; -1 where there is none. */
  endOf(text: string, at = 0): number {
    return this.#match(text, at)?.pattern?.lastIndex ?? -1;
  }

  /** The phrases whose key is the start of `letters`. */
  #startingWith(letters: string): readonly Phrase[] {
    let phrases = this.#known.get(letters);
    if (!phrases) {
      phrases = Array.from({ length: letters.length + 1 }, (_, length) => this.#byKey.get(letters.slice(0, length)) ?? []).flat();
      this.#known.set(letters, phrases);
    }
    return phrases;
  }

  #match(text: string, at: number): Phrase | null {
    let letters = text.slice(at, at + KEY);
    if (letters.includes('-'))
      letters = text
        .slice(at, at + LONGEST_START)
        .replaceAll('-', '')
        .slice(0, KEY);
    const phrases = this.#startingWith(letters);
    if (!phrases.length) return null;
    const start = text.slice(at, at + LONGEST_START).replaceAll('-', '');
    let found: Phrase | null = null;
    for (const phrase of phrases) {
      if ((found && phrase.owner >= found.owner) || !start.startsWith(phrase.head)) continue;
      if (!phrase.heads) {
        phrase.heads = headsOf(withoutDashes(phrase.source), true);
        phrase.core = coreOf(phrase.source);
      }
      if (!phrase.heads.some((head) => start.startsWith(head)) || !text.includes(phrase.core, at)) continue;
      phrase.pattern ??= new RegExp(`(?:${phrase.source})${this.#tail}`, 'y');
      phrase.pattern.lastIndex = at;
      if (phrase.pattern.test(text)) found = phrase;
    }
    return found;
  }
}
