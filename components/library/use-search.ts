import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleSummary } from '../../utils/article/article';
import type { Shelf } from './use-articles';

export interface SearchAnswer {
  ids: string[];
  /** Words taken for mistyped ones. */
  variants: string[];
}

/** The search, handed in, so that components know nothing of it. */
export interface Search {
  setArticles(articles: readonly ArticleSummary[]): void;
  find(query: string): Promise<SearchAnswer | null>;
  close(): void;
}

export interface Progress {
  done: number;
  total: number;
}

/** `hits`: null until the first answer, and where nothing is looked for. */
export interface SearchState {
  hits: SearchAnswer | null;
  /** How far the texts are indexed; null once they are. */
  progress: Progress | null;
  isBroken: boolean;
}

/** Between two looks at what came into the index meanwhile. Milliseconds. */
const lookAgainAfter = 1000;

/**
 * Searches as the query changes; the last answer stands until the next comes. Starts with the first whole list, so that it never holds up
 * what the page shows first.
 *
 * @param start must stay the same function
 * @param words what is looked for; empty where no words are
 */
export function useSearch(start: (onProgress: (progress: Progress) => void) => Search, shelf: Shelf, words: string): SearchState {
  const search = useRef<Search | null>(null);
  const [state, setState] = useState<SearchState>({ hits: null, progress: null, isBroken: false });
  /** Raised whenever there may be other hits: what is asked before the search knows the list, or its texts, finds what there was before. */
  const [round, setRound] = useState(0);

  useEffect(() => () => search.current?.close(), []);
  useEffect(() => {
    if (shelf.state !== 'ready' || !shelf.isWhole) return;
    const lookAgain = () => setRound((last) => last + 1);
    search.current ??= start(({ done, total }) => {
      setState((was) => ({ ...was, progress: done < total ? { done, total } : null }));
      if (done >= total) lookAgain();
    });
    search.current.setArticles(shelf.articles);
    lookAgain();
  }, [shelf, start]);

  // While the index grows, so may what is found.
  const isGrowing = state.progress !== null;
  useEffect(() => {
    if (!isGrowing) return;
    const timer = setInterval(() => setRound((last) => last + 1), lookAgainAfter);
    return () => clearInterval(timer);
  }, [isGrowing]);

  // Asked before the letter is drawn: an effect would wait for the next frame.
  useLayoutEffect(() => {
    if (!words) return setState((was) => ({ ...was, hits: null }));
    if (round === 0) return;
    search.current?.find(words).then(
      (hits) => hits && setState((was) => ({ ...was, hits, isBroken: false })),
      (error: unknown) => {
        console.error(error);
        setState((was) => ({ ...was, hits: null, isBroken: true }));
      },
    );
  }, [words, round]);
  return state;
}
