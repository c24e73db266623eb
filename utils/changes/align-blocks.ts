import { diffArrays } from 'diff';
import { textKey } from './plain-form';
import type { TextBlock } from './text-blocks';
import { similarity, tokensOf } from './words';

/** How a block of one version stands to the other; `before` or `after` is null where that version has none. */
export interface Pair {
  before: TextBlock | null;
  after: TextBlock | null;
  /** The same words, or the same but for how they are set. */
  isSame: boolean;
  /** It stands elsewhere than it did. */
  isMoved: boolean;
}

/** Most blocks that may come and go before two texts count as different ones; the time grows with its square. */
const mostEdits = 1000;
/** Share of common words from which two blocks are versions of one; where they stand apart, more is asked. */
const alike = 0.5;
const alikeApart = 0.75;
/** Most pairs of blocks that are compared with one another at one place. */
const mostPairs = 2500;

const gone = (before: TextBlock): Pair => ({ before, after: null, isSame: false, isMoved: false });
const come = (after: TextBlock): Pair => ({ before: null, after, isSame: false, isMoved: false });

interface Likeness {
  old: number;
  now: number;
  share: number;
}

/** The pairs that are alike, the closest first. */
function likenesses(old: readonly TextBlock[], now: readonly TextBlock[], least: number, lang: string | null): Likeness[] {
  const [oldWords, nowWords] = [old, now].map((blocks) => blocks.map(({ text }) => tokensOf(text, lang)));
  const isMany = old.length * now.length > mostPairs;
  const found: Likeness[] = [];
  for (const [index, words] of (oldWords ?? []).entries())
    for (const [place, others] of (nowWords ?? []).entries()) {
      if (isMany && Math.abs(index - place) > 2) continue;
      const share = similarity(words, others);
      if (share >= least) found.push({ old: index, now: place, share });
    }
  return found.sort((a, b) => b.share - a.share);
}

/** Blocks of one place, some taken out and some put in: which of them are versions of one another, in order. */
function pairPlace(old: readonly TextBlock[], now: readonly TextBlock[], lang: string | null): Pair[] {
  const keys = (blocks: readonly TextBlock[]) => blocks.map(({ text }) => textKey(text)).join('');
  // Paragraphs that were only cut or joined anew.
  if (keys(old) === keys(now)) return now.map((after) => ({ before: after, after, isSame: true, isMoved: false }));
  const chosen: Likeness[] = [];
  for (const one of likenesses(old, now, alike, lang))
    if (chosen.every((other) => (one.old - other.old) * (one.now - other.now) > 0)) chosen.push(one);
  chosen.sort((a, b) => a.old - b.old);
  const pairs: Pair[] = [];
  let [atOld, atNow] = [0, 0];
  for (const { old: oldEnd, now: nowEnd } of [...chosen, { old: old.length, now: now.length }]) {
    pairs.push(...old.slice(atOld, oldEnd).map(gone), ...now.slice(atNow, nowEnd).map(come));
    const [before, after] = [old[oldEnd], now[nowEnd]];
    if (before && after) pairs.push({ before, after, isSame: textKey(before.text) === textKey(after.text), isMoved: false });
    [atOld, atNow] = [oldEnd + 1, nowEnd + 1];
  }
  return pairs;
}

/** Joins what went at one place with what came at another, where they are the same or nearly so. */
function joinMoved(pairs: readonly Pair[], lang: string | null): Pair[] {
  const old = pairs.filter((pair) => pair.after === null);
  const now = pairs.filter((pair) => pair.before === null);
  const origins = new Map<Pair, TextBlock>();
  const taken = new Set<Pair>();
  const join = (from: Pair, to: Pair) => {
    if (!from.before || origins.has(to) || taken.has(from)) return;
    origins.set(to, from.before);
    taken.add(from);
  };
  const byKey = new Map(old.map((pair) => [textKey(pair.before?.text ?? ''), pair]));
  for (const pair of now) {
    const from = byKey.get(textKey(pair.after?.text ?? ''));
    if (from) join(from, pair);
  }
  if (old.length * now.length <= mostPairs) {
    const blocks = (some: readonly Pair[]) => some.map(({ before, after }) => (before ?? after) as TextBlock);
    for (const likeness of likenesses(blocks(old), blocks(now), alikeApart, lang)) {
      const [from, to] = [old[likeness.old], now[likeness.now]];
      if (from && to) join(from, to);
    }
  }
  return pairs.flatMap((pair): Pair[] => {
    const before = origins.get(pair);
    if (!before || !pair.after) return taken.has(pair) ? [] : [pair];
    return [{ before, after: pair.after, isSame: textKey(before.text) === textKey(pair.after.text), isMoved: true }];
  });
}

/**
 * Lays two versions of a text side by side, in the order of the newer one; what went stands where it stood.
 *
 * @param lang BCP 47
 */
export function alignBlocks(before: readonly TextBlock[], after: readonly TextBlock[], lang: string | null): Pair[] {
  const edits = diffArrays(
    before.map(({ text }) => textKey(text)),
    after.map(({ text }) => textKey(text)),
    { maxEditLength: mostEdits },
  );
  if (!edits) return joinMoved([...before.map(gone), ...after.map(come)], lang);
  const pairs: Pair[] = [];
  let [old, now]: [TextBlock[], TextBlock[]] = [[], []];
  let [atOld, atNow] = [0, 0];
  const end = () => {
    pairs.push(...pairPlace(old, now, lang));
    [old, now] = [[], []];
  };
  for (const { count, added, removed } of edits) {
    if (added) now.push(...after.slice(atNow, atNow + count));
    else if (removed) old.push(...before.slice(atOld, atOld + count));
    else {
      end();
      for (let step = 0; step < count; step++) {
        const [one, other] = [before[atOld + step], after[atNow + step]];
        if (one && other) pairs.push({ before: one, after: other, isSame: true, isMoved: false });
      }
    }
    if (!added) atOld += count;
    if (!removed) atNow += count;
  }
  end();
  return joinMoved(pairs, lang);
}
