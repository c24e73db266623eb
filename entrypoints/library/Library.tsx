import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { type ArticleSource, useArticles } from '../../components/library/use-articles';
import { useSetting } from '../../components/use-setting';
import { readSummariesEarly } from '../../utils/library/early-summaries';
import { type AppSettings, appSettings } from '../../utils/settings/app-settings';
import type { ReaderSettings } from '../../utils/settings/reader-settings';
import { ArticlePage } from './ArticlePage';
import { ListPage, type ListPlace } from './ListPage';
import { useLibraryRoute } from './use-library-route';

/** Where it was not written, the list is as wanted until the page is closed. */
const ignoreWritten = () => undefined;

const source: ArticleSource = readSummariesEarly();

/** The saved articles: their list, or one of them, as the address says. */
export function Library({ settings: readerNow, app }: { settings: ReaderSettings; app: AppSettings }) {
  const [settings, setSettings] = useSetting(appSettings, app, ignoreWritten);
  const { id, list, open, back, show } = useLibraryRoute();
  const { shelf, readAgain } = useArticles(source);
  const place = useRef<ListPlace>({ listTop: null, opened: null });

  // The list is put back where it was by us, since it is not there yet when the browser would do it.
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  useLayoutEffect(() => {
    if (id === null) document.title = i18n.t('library.title');
  }, [id]);

  if (id === null)
    return (
      <ListPage
        shelf={shelf}
        route={list}
        place={place.current}
        isCompact={settings.listRows === 'compact'}
        onCompact={(isCompact) => setSettings({ ...settings, listRows: isCompact ? 'compact' : 'full' })}
        onRoute={show}
        onOpen={open}
        onReadAgain={readAgain}
      />
    );
  const saved = shelf.state === 'loading' || (shelf.state === 'ready' && shelf.articles.some((article) => article.id === id));
  return <ArticlePage key={id} id={id} saved={saved} settings={readerNow} onBack={back} />;
}
