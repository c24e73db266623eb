import { browser } from 'wxt/browser';
import type { ArticleSummary } from '../article/article';
import { hitTest, type Mark, marksIn, type Snippet, snippetOf } from '../search/highlight';
import { textOfBody } from '../search/plain-text';
import type { Query } from '../search/query';
import { type IndexProgress, type SearchClient, startSearch } from '../search/search-client';
import { readBodies } from './read-bodies';

/** The search over the saved articles, for a page of ours. */
export const librarySearch = (onProgress: (progress: IndexProgress) => void): SearchClient =>
  startSearch(browser.runtime.getURL('/search.js'), readBodies, onProgress);

/** What to mark of the hits of a query: in titles at once, in texts as they are read. */
export function hitMarks(query: Query, variants: readonly string[]) {
  const isHit = hitTest(query, variants);
  return {
    marksOf: (title: string): Mark[] => marksIn(title, isHit),
    async textOf({ id, rev }: ArticleSummary): Promise<Snippet | null> {
      if (rev === null) return null;
      const [body] = await readBodies([[id, rev]]);
      const text = textOfBody(body ?? null);
      return snippetOf(text.slice(text.indexOf('\n') + 1), isHit); // without the title, which stands above it
    },
  };
}
