import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { ListKeys } from '../../components/library/ListKeys';
import { focusList, SavedList } from '../../components/library/SavedList';
import { SearchBox } from '../../components/library/SearchBox';
import type { Shelf } from '../../components/library/use-articles';
import { type Act, useRemoval } from '../../components/library/use-removal';
import { useSearchKey } from '../../components/library/use-search-key';
import { useMedia } from '../../components/reader/use-media';
import { Toast } from '../../components/Toast';
import { useNotice } from '../../components/use-notice';
import { problemOfBulk } from '../../utils/i18n/failure-text';
import { filterArticles } from '../../utils/library/filter-articles';
import { libraryPath } from '../../utils/library/library-tab';
import { send } from '../../utils/messages';
import { BackupNotice } from './BackupNotice';

/** Two lines of text, one of facts, and the space around them; a line more where lines are short. In CSS pixels. */
const rowHeights = { wide: 92, narrow: 114 };

/** Where the user was in the list; outlives the list while an article is read. */
export interface ListPlace {
  query: string;
  /**
   * Pixels from the top of the window to that of the list, negative once it is scrolled past; null before the first visit. The page's own
   * scroll position would not do: a notice may stand above the list before, and not after.
   */
  listTop: number | null;
  /** Id of the article opened from it: the row the focus returns to. */
  opened: string | null;
}

interface Props {
  shelf: Shelf;
  place: ListPlace;
  onOpen(id: string): void;
  onReadAgain(): void;
}

const removeArticle: Act = (id) => problemOfBulk(send('ui-bg:delete-articles', { ids: [id] }));
const restoreArticle: Act = (id) => problemOfBulk(send('ui-bg:restore-articles', { ids: [id] }));

export function ListPage({ shelf, place, onOpen, onReadAgain }: Props) {
  const rowHeight = useMedia('(max-width: 560px)') ? rowHeights.narrow : rowHeights.wide;
  const [query, setQuery] = useState(place.query);
  const { notice, show, dismiss } = useNotice();
  const remove = useRemoval(removeArticle, restoreArticle, show);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useSearchKey(search);

  const articles = shelf.state === 'ready' ? shelf.articles : [];
  const found = useMemo(() => filterArticles(articles, query), [articles, query]);

  useLayoutEffect(() => {
    if (place.listTop === null || !list.current) return window.scrollTo(0, 0);
    window.scrollBy(0, list.current.getBoundingClientRect().top - place.listTop);
  }, [place]);
  useEffect(() => {
    place.query = query;
  }, [place, query]);

  const open = (id: string) => {
    place.listTop = list.current?.getBoundingClientRect().top ?? null;
    place.opened = id;
    onOpen(id);
  };

  return (
    <div class="library">
      <header class="library-head">
        <h1>{i18n.t('library.title')}</h1>
        {shelf.state === 'ready' && articles.length > 0 && (
          <p class="count">{query ? i18n.t('list.found', found.length) : i18n.t('list.count', articles.length)}</p>
        )}
        <button
          type="button"
          class="icon-button"
          title={i18n.t('library.settings')}
          aria-label={i18n.t('library.settings')}
          onClick={() => browser.runtime.openOptionsPage()}
        >
          <Icon name="settings" />
        </button>
      </header>
      <main>
        <BackupNotice count={articles.length} />
        {articles.length > 0 && (
          <div class="library-search">
            <SearchBox
              query={query}
              inputRef={search}
              found={query ? found.length : null}
              onQuery={(next) => {
                setQuery(next);
                window.scrollTo(0, 0);
              }}
              onLeave={() => focusList(list)}
            />
          </div>
        )}
        <SavedList
          shelf={shelf}
          found={found}
          query={query}
          listRef={list}
          rowHeight={rowHeight}
          startAt={place.opened}
          withOriginal
          hrefOf={libraryPath}
          onOpen={open}
          onRemove={remove}
          onReadAgain={onReadAgain}
          empty={<EmptyState icon="library" title={i18n.t('library.empty')} hint={i18n.t('library.emptyHint')} />}
        />
        {articles.length > 0 && <ListKeys />}
      </main>
      <Toast notice={notice} onDismiss={dismiss} />
    </div>
  );
}
