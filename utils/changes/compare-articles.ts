import type { Article } from '../article/article';
import { alignBlocks, type Pair } from './align-blocks';
import { isNoise } from './noise';
import { isNotice } from './notices';
import { textKey } from './plain-form';
import { type BlockKind, type TextBlock, textBlocks } from './text-blocks';
import { compareWords, type WordSpan } from './words';

/** What of an article is compared. */
export interface ArticleText {
  title: string;
  byline: string | null;
  modifiedTime: string | null;
  lang: string | null;
  /** Whether a part of the text may be missing: at its end, or, where it was read from a later page, at its beginning. */
  isPartial: boolean;
  /** The standfirst first, then the text. */
  blocks: TextBlock[];
}

/** One block of the two versions laid side by side. */
export interface ChangedBlock {
  kind: BlockKind;
  state: 'same' | 'edited' | 'added' | 'removed' | 'moved';
  /** A note of the editors: a correction and the like. */
  isNotice: boolean;
  /** Its words; where nothing in them differs, one span. */
  spans: WordSpan[];
}

/** What differs between two versions of an article. */
export interface ArticleChanges {
  /** Words of the headline, and of who wrote it; null where they are the same. */
  title: WordSpan[] | null;
  byline: WordSpan[] | null;
  /** The day or instant that each version gives as its last change; null where they agree or one gives none. */
  updated: { before: string; after: string } | null;
  /** The whole text in the order of the newer version. */
  blocks: ChangedBlock[];
}

/** What else is known of the two pages, so that nothing counts as gone or new that only was not taken. */
export interface Context {
  /** Whether a block of the saved text still stands on the page, though not in what was taken of it. */
  isOnPage?(text: string): boolean;
  /** Whether a block of the new text stood on the page when it was saved, and was left out. */
  wasLeftOut?(text: string): boolean;
}

/** @param text the article's own markup, sanitised; it is only read */
export function articleText(article: Omit<Article, 'contentHtml'>, text: ParentNode & Node): ArticleText {
  const { title, byline, modifiedTime, lang, standfirst, completeness } = article;
  const head: TextBlock[] = standfirst ? [{ kind: 'standfirst', text: standfirst }] : [];
  const blocks = [...head, ...textBlocks(text)].filter((block) => !isNoise(block.text, lang));
  return { title, byline, modifiedTime, lang, isPartial: completeness.state === 'partial', blocks };
}

/** Whether a text only ends earlier than the other: it was cut where the rest is missing. */
const isCut = (short: string, long: string): boolean => textKey(long).startsWith(textKey(short).replace(/[.…\s]+$/, ''));

/** Leaves out what only stands where one of the versions has no text. */
function onlyComparable(pairs: readonly Pair[], before: ArticleText, after: ArticleText): Pair[] {
  const isShared = ({ before, after }: Pair) => before !== null && after !== null;
  const [first, last] = [pairs.findIndex(isShared), pairs.findLastIndex(isShared)];
  return pairs.flatMap((pair, index): Pair[] => {
    const isOutside = index < first || index > last;
    if (isOutside && ((after.isPartial && !pair.after) || (before.isPartial && !pair.before))) return [];
    if (index !== last || !pair.before || !pair.after) return [pair];
    const [old, now] = [pair.before.text, pair.after.text];
    const isSame = pair.isSame || (after.isPartial && isCut(now, old)) || (before.isPartial && isCut(old, now));
    return [{ ...pair, isSame }];
  });
}

const plainSpan = (state: WordSpan['state'], text: string): WordSpan[] => [{ state, text }];

function changedBlock({ before, after, isSame, isMoved }: Pair, context: Context, lang: string | null): ChangedBlock[] {
  if (!after) {
    if (!before || context.isOnPage?.(before.text)) return [];
    return [{ kind: before.kind, state: 'removed', isNotice: isNotice(before.text), spans: plainSpan('removed', before.text) }];
  }
  const { kind, text } = after;
  const block = { kind, isNotice: isNotice(text) };
  if (isSame) return [{ ...block, state: isMoved ? 'moved' : 'same', spans: plainSpan('same', text) }];
  if (!before) {
    if (context.wasLeftOut?.(text)) return [{ ...block, state: 'same', spans: plainSpan('same', text) }];
    return [{ ...block, state: 'added', spans: plainSpan('added', text) }];
  }
  const spans = compareWords(before.text, text, lang);
  const isEdited = spans.some(({ state }) => state !== 'same');
  return [{ ...block, state: isEdited ? 'edited' : isMoved ? 'moved' : 'same', spans }];
}

function changedLine(before: string | null, after: string | null, lang: string | null): WordSpan[] | null {
  // Where only one version names something, it is as likely that it was not found as that it is new.
  if (!before || !after || textKey(before).toLowerCase() === textKey(after).toLowerCase()) return null;
  return compareWords(before, after, lang);
}

/**
 * What differs between two versions of an article, by block and word. No difference: white space, kinds of quotation marks and dashes,
 * stamps of time and counters, pictures, how the text is cut into paragraphs, and what stands in only one version because the other is
 * not whole.
 */
export function compareArticles(before: ArticleText, after: ArticleText, context: Context = {}): ArticleChanges {
  const { lang } = after;
  const pairs = onlyComparable(alignBlocks(before.blocks, after.blocks, lang), before, after);
  const [old, now] = [before.modifiedTime, after.modifiedTime];
  return {
    title: changedLine(before.title, after.title, lang),
    byline: changedLine(before.byline, after.byline, lang),
    updated: old && now && old !== now ? { before: old, after: now } : null,
    blocks: pairs.flatMap((pair) => changedBlock(pair, context, lang)),
  };
}
