import type { Article, SavedText } from '../../utils/article/article';
import { type ArticleChanges, articleText, compareArticles } from '../../utils/changes/compare-articles';
import { amongLeftOut, digestsOf } from '../../utils/changes/left-out';
import { type ChangeSummary, summariseChanges } from '../../utils/changes/summary';
import { textBlocks } from '../../utils/changes/text-blocks';
import type { Reading } from '../../utils/pipeline/reading';
import { wordsOnPage } from '../../utils/reader/words-on-page';

type Read = Extract<Reading, { ok: true }>;

/** A page and what is saved of it, compared. */
export interface Comparison {
  rev: string;
  savedAt: number;
  changes: ArticleChanges;
  /** Null where nothing changed. */
  summary: ChangeSummary | null;
}

/** Markup as a document that nobody shows, and that loads nothing. */
const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

/**
 * Compares what was read of a page with what is saved of it.
 *
 * @param isEarly the page was still loading: what it does not have yet is not gone
 * @returns null where the saved text was not read from the page by us (brought in from a file, or fetched without its scripts): it
 * differs in what was taken, which says nothing of edits
 */
export function compareWithSaved(saved: SavedText, article: Article, page: Document, isEarly: boolean): Comparison | null {
  const { rev, savedAt } = saved;
  if (!saved.article.leftOut) return null;
  const before = articleText(saved.article, parse(saved.article.contentHtml));
  const after = articleText(article, parse(article.contentHtml));
  const changes = compareArticles(
    before,
    { ...after, isPartial: after.isPartial || isEarly },
    { isOnPage: wordsOnPage(page), wasLeftOut: amongLeftOut(saved.article.leftOut) },
  );
  return { rev, savedAt, changes, summary: summariseChanges(changes) };
}

/**
 * An article as it is to be saved: with what its page's column holds besides it, whether we left that out or the user did.
 *
 * @param base the article without the user's changes
 */
export function withLeftOut(article: Article, base: Article, { removals }: Read): Article {
  const taken = new Set(textBlocks(parse(article.contentHtml)).map(({ text }) => text));
  const sources = [base.contentHtml, ...removals.filter(({ at }) => at !== null).map(({ html }) => html)];
  const texts = sources.flatMap((html) => textBlocks(parse(html)).map(({ text }) => text));
  return { ...article, leftOut: digestsOf(texts.filter((text) => !taken.has(text))) };
}
