import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleSummary } from '../../utils/article/article';

export interface ShelfChange {
  saved: readonly ArticleSummary[];
  /** Ids. */
  deleted: readonly string[];
}

/** Where the list comes from: handed in, so that components know nothing of storage. */
export interface ArticleSource {
  /** Newest first. */
  read(): Promise<readonly ArticleSummary[]>;
  /** Calls `changed` after every change; answers with the way to stop. */
  watch(changed: (change: ShelfChange) => void): () => void;
}

export type Shelf = { state: 'loading' } | { state: 'unreadable' } | { state: 'ready'; articles: readonly ArticleSummary[] };

/** The list after a change, newest first. Applying the same change twice makes no difference. */
export function applyChange(articles: readonly ArticleSummary[], { saved, deleted }: ShelfChange): readonly ArticleSummary[] {
  const gone = new Set([...deleted, ...saved.map(({ id }) => id)]);
  return [...saved, ...articles.filter(({ id }) => !gone.has(id))].sort((a, b) => b.savedAt - a.savedAt);
}

/**
 * The saved articles, kept up to date without reading the whole list again. A list that could not be read is not an empty one: it says so.
 *
 * @param source must stay the same object
 */
export function useArticles(source: ArticleSource): { shelf: Shelf; readAgain(): void } {
  const [shelf, setShelf] = useState<Shelf>({ state: 'loading' });
  /** What changed since the last reading began: the reading may or may not have seen it. */
  const since = useRef<ShelfChange[]>([]);

  const readAgain = useCallback(() => {
    since.current = [];
    source.read().then(
      (articles) => setShelf({ state: 'ready', articles: since.current.reduce(applyChange, articles) }),
      (error: unknown) => {
        console.error(error);
        setShelf({ state: 'unreadable' });
      },
    );
  }, [source]);

  useEffect(() => {
    readAgain();
    return source.watch((change) => {
      since.current.push(change);
      setShelf((was) => (was.state === 'ready' ? { state: 'ready', articles: applyChange(was.articles, change) } : was));
    });
  }, [source, readAgain]);
  return { shelf, readAgain };
}
