import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleSummary } from '../../utils/article/article';

export interface ShelfChange {
  saved: readonly ArticleSummary[];
  /** Ids. */
  deleted: readonly string[];
}

/** Where the list comes from: handed in, so that components know nothing of storage. */
export interface ArticleSource {
  /** Calls `show` with the list, newest first, or its beginning, as often as it learns better. Rejects where it cannot be read. */
  read(show: (articles: readonly ArticleSummary[], count: number) => void): Promise<void>;
  /** Calls `changed` after every change; answers with the way to stop. */
  watch(changed: (change: ShelfChange) => void): () => void;
}

/** `newer`: a later version of the extension keeps the list. */
export type Shelf = { state: 'loading' } | { state: 'unreadable' } | { state: 'newer' } | ReadyShelf;

/** `isWhole`: false while `articles` is only the beginning of `count`. */
export interface ReadyShelf {
  state: 'ready';
  articles: readonly ArticleSummary[];
  count: number;
  isWhole: boolean;
}

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
    const show = (articles: readonly ArticleSummary[], count: number) => {
      const now = since.current.reduce(applyChange, articles);
      setShelf({ state: 'ready', articles: now, count: Math.max(now.length, count), isWhole: articles.length >= count });
    };
    source.read(show).catch((error: unknown) => {
      console.error(error);
      setShelf({ state: error instanceof Error && error.name === 'NewerLibrary' ? 'newer' : 'unreadable' });
    });
  }, [source]);

  useLayoutEffect(() => {
    readAgain();
    return source.watch((change) => {
      since.current.push(change);
      setShelf((was) => {
        if (was.state !== 'ready') return was;
        const articles = applyChange(was.articles, change);
        return { ...was, articles, count: was.count + articles.length - was.articles.length };
      });
    });
  }, [source, readAgain]);
  return { shelf, readAgain };
}
