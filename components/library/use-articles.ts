import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ArticleSummary } from '../../utils/article/article';

/** Where the list comes from: handed in, so that components know nothing of storage. */
export interface ArticleSource {
  read(): Promise<readonly ArticleSummary[]>;
  /** Calls `changed` after every change; answers with the way to stop. */
  watch(changed: () => void): () => void;
}

export type Shelf = { state: 'loading' } | { state: 'unreadable' } | { state: 'ready'; articles: readonly ArticleSummary[] };

/**
 * The saved articles, newest first, kept up to date. A list that could not be read is not an empty one: it says so.
 * @param source must stay the same object.
 */
export function useArticles(source: ArticleSource): { shelf: Shelf; readAgain(): void } {
  const [shelf, setShelf] = useState<Shelf>({ state: 'loading' });
  const readAgain = useCallback(() => {
    source.read().then(
      (articles) => setShelf({ state: 'ready', articles: [...articles].sort((a, b) => b.savedAt - a.savedAt) }),
      (error: unknown) => {
        console.error(error);
        setShelf({ state: 'unreadable' });
      },
    );
  }, [source]);
  useEffect(() => {
    readAgain();
    return source.watch(readAgain);
  }, [source, readAgain]);
  return { shelf, readAgain };
}
