import { useMemo } from 'preact/hooks';
import type { Shelf } from '../../components/library/use-articles';
import { useSearch } from '../../components/library/use-search';
import { hitMarks, librarySearch } from '../../utils/library/library-search';
import type { ListRoute } from '../../utils/library/list-route';
import { chooseArticles } from '../../utils/library/list-view';
import { hasWords, parseQuery } from '../../utils/search/query';

/** The articles that a route shows, in its order, with what to mark in them. */
export function useFoundArticles(shelf: Shelf, route: ListRoute) {
  const query = useMemo(() => parseQuery(route.query), [route.query]);
  const asksWords = hasWords(query);
  const { hits, progress, isBroken } = useSearch(librarySearch, shelf, asksWords ? route.query : '');
  const articles = shelf.state === 'ready' ? shelf.articles : [];
  const found = useMemo(() => {
    // Until the first answer what is there stays.
    return chooseArticles(articles, route, query, asksWords ? (hits?.ids ?? null) : null);
  }, [articles, route, query, asksWords, hits]);
  const source = useMemo(() => (asksWords && hits ? hitMarks(query, hits.variants) : null), [asksWords, query, hits]);
  return { found, hasWords: asksWords, isAnswered: !asksWords || hits !== null, source, progress, isBroken };
}
