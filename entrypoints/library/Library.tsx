import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { type ArticleSource, useArticles } from '../../components/library/use-articles';
import { showSummaries, watchSummaries } from '../../utils/library/saved-articles';
import type { ReaderSettings } from '../../utils/settings/reader-settings';
import { ArticlePage } from './ArticlePage';
import { ListPage, type ListPlace } from './ListPage';
import { useArticleRoute } from './use-article-route';

const source: ArticleSource = { read: showSummaries, watch: watchSummaries };

/** The saved articles: their list, or one of them, as the address says. */
export function Library({ settings }: { settings: ReaderSettings }) {
  const { id, open, back } = useArticleRoute();
  const { shelf, readAgain } = useArticles(source);
  const place = useRef<ListPlace>({ query: '', listTop: null, opened: null });

  // The list is put back where it was by us, since it is not there yet when the browser would do it.
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  useLayoutEffect(() => {
    if (id === null) document.title = i18n.t('library.title');
  }, [id]);

  if (id === null) return <ListPage shelf={shelf} place={place.current} onOpen={open} onReadAgain={readAgain} />;
  const saved = shelf.state === 'loading' || (shelf.state === 'ready' && shelf.articles.some((article) => article.id === id));
  return <ArticlePage key={id} id={id} saved={saved} settings={settings} onBack={back} />;
}
