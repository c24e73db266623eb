import type { Article, SavedText } from '../article/article';
import { type ArticleChanges, articleText, compareArticles } from './compare-articles';
import { amongLeftOut } from './left-out';
import { type ChangeSummary, summariseChanges } from './summary';
import { wordsOnPage } from './words-on-page';

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
