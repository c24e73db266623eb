import { diffArrays } from 'diff';
import { plainForm } from './plain-form';

/** A piece of a text, and whether both versions have it. */
export interface WordSpan {
  state: 'same' | 'added' | 'removed';
  text: string;
}

/** A word, a number or a mark, with the spaces after it. */
interface Token {
  /** What it is compared by. */
  plain: string;
  raw: string;
  isWord: boolean;
}

/**
 * Most words that may come and go before two texts count as different ones: the time of the comparison grows with its square. Some 40 ms.
 */
const mostEdits = 1500;

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterFor(lang: string | null): Intl.Segmenter {
  const [known = 'en'] = lang === null ? [] : Intl.Segmenter.supportedLocalesOf(/^[a-z]{2,3}\b/i.exec(lang)?.[0] ?? []);
  const segmenter = segmenters.get(known) ?? new Intl.Segmenter(known, { granularity: 'word' });
  segmenters.set(known, segmenter);
  return segmenter;
}

/** Pieces of some hundred characters: the segmenter's time grows with the square of what it is handed. */
const pieces = /[\s\S]{1,500}(?:\s+|$)|[\s\S]{1,500}/g;

/**
 * The words of a text, also of one in a script without spaces.
 *
 * @param lang BCP 47
 */
export function tokensOf(text: string, lang: string | null): Token[] {
  const tokens: Token[] = [];
  const segmenter = segmenterFor(lang);
  for (const [piece] of text.matchAll(pieces))
    for (const { segment, isWordLike } of segmenter.segment(piece)) {
      const plain = plainForm(segment);
      const last = tokens.at(-1);
      // Spaces, and signs that count for nothing, belong to the word before them.
      if (plain === '' && last) last.raw += segment;
      else tokens.push({ plain, raw: segment, isWord: isWordLike === true });
    }
  return tokens;
}

/** Share of the words that two texts have in common, 0 to 1: Dice's coefficient over the words with their counts. */
export function similarity(one: readonly Token[], other: readonly Token[]): number {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { plain, isWord } of one)
    if (isWord) {
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
      size++;
    }
  let common = 0;
  for (const { plain, isWord } of other)
    if (isWord) {
      const left = counts.get(plain) ?? 0;
      if (left > 0) common++;
      counts.set(plain, left - 1);
      size++;
    }
  return size === 0 ? 0 : (2 * common) / size;
}

const join = (tokens: readonly Token[]): string => tokens.map(({ raw }) => raw).join('');

/** Between two changes, a lone short word or mark is read more easily as part of them. */
const isBridge = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ isWord }) => isWord).length <= 1 && join(tokens).trim().length <= 3;

/**
 * What of a text was taken out and put in, word by word; what was taken out comes before what stands there now.
 *
 * @param lang BCP 47
 */
export function compareWords(before: string, after: string, lang: string | null): WordSpan[] {
  const [old, now] = [tokensOf(before, lang), tokensOf(after, lang)];
  const edits = diffArrays(
    old.map(({ plain }) => plain),
    now.map(({ plain }) => plain),
    { maxEditLength: mostEdits },
  );
  if (!edits)
    return [
      { state: 'removed', text: before },
      { state: 'added', text: after },
    ];
  const spans: WordSpan[] = [];
  let [removed, added]: [Token[], Token[]] = [[], []];
  let [atOld, atNow] = [0, 0];
  const end = () => {
    if (removed.length > 0) spans.push({ state: 'removed', text: join(removed) });
    if (added.length > 0) spans.push({ state: 'added', text: join(added) });
    [removed, added] = [[], []];
  };
  for (const [index, { value, added: isAdded, removed: isRemoved }] of edits.entries()) {
    const fromOld = isAdded ? [] : old.slice(atOld, atOld + value.length);
    const fromNow = isRemoved ? [] : now.slice(atNow, atNow + value.length);
    atOld += fromOld.length;
    atNow += fromNow.length;
    const isSame = !isAdded && !isRemoved;
    const isBetween = index > 0 && index < edits.length - 1;
    if (isSame && !(isBetween && isBridge(fromNow))) {
      end();
      spans.push({ state: 'same', text: join(fromNow) });
    } else {
      removed.push(...fromOld);
      added.push(...fromNow);
    }
  }
  end();
  return spans;
}
