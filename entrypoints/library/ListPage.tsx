import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { FilterChips } from '../../components/library/FilterChips';
import { IndexNote } from '../../components/library/IndexNote';
import { ListTools } from '../../components/library/ListTools';
import { focusList, SavedList } from '../../components/library/SavedList';
import { SearchBox } from '../../components/library/SearchBox';
import { SelectionBar } from '../../components/library/SelectionBar';
import type { Shelf } from '../../components/library/use-articles';
import { useSearchKey } from '../../components/library/use-search-key';
import { useSnippets } from '../../components/library/use-snippets';
import { ViewBar } from '../../components/library/ViewBar';
import { counted } from '../../components/numbers';
import { useMedia } from '../../components/reader/use-media';
import { Toast } from '../../components/Toast';
import { useNotice } from '../../components/use-notice';
import { libraryPath } from '../../utils/library/library-tab';
import { type Filters, type ListRoute, noFilters, parseListRoute, type Sort, sorts } from '../../utils/library/list-route';
import { countArticles } from '../../utils/library/list-view';
import { actsFor } from './acts-for';
import { BackupNotice } from './BackupNotice';
import { ListDialogs, type OpenDialog } from './ListDialogs';
import { useFoundArticles } from './use-found-articles';
import { useListActs } from './use-list-acts';
import { useSelection } from './use-selection';
import { filterName, viewEntries } from './view-entries';

/** Two lines of text, one of facts, and the space around them; a line more where lines are short; one line. In CSS pixels. */
const rowHeights = { wide: 92, narrow: 114, compact: 42 };

/** Where the user was in the list; outlives the list while an article is read. */
export interface ListPlace {
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
  route: ListRoute;
  place: ListPlace;
  isCompact: boolean;
  onCompact(isCompact: boolean): void;
  onRoute(route: ListRoute, isStep: boolean): void;
  onOpen(id: string): void;
  onReadAgain(): void;
}

export function ListPage({ shelf, route, place, isCompact, onCompact, onRoute, onOpen, onReadAgain }: Props) {
  const isNarrow = useMedia('(max-width: 560px)');
  const rowHeight = isCompact ? rowHeights.compact : isNarrow ? rowHeights.narrow : rowHeights.wide;
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const { notice, show, dismiss } = useNotice();
  const acts = useListActs(show);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useSearchKey(search);

  const articles = shelf.state === 'ready' ? shelf.articles : [];
  const { found, hasWords, isAnswered, source, progress, isBroken } = useFoundArticles(shelf, route);
  const counts = useMemo(() => countArticles(articles, route.view), [articles, route.view]);
  const { onVisible, hitOf } = useSnippets(source);
  const { selected, select, selectAll, clear } = useSelection(found);
  const { act, key } = actsFor({ found, selected, acts, select, onDialog: setDialog });

  useLayoutEffect(() => {
    if (place.listTop === null || !list.current) return window.scrollTo(0, 0);
    window.scrollBy(0, list.current.getBoundingClientRect().top - place.listTop);
  }, [place]);

  const go = (next: ListRoute, isStep = true) => {
    onRoute(next, isStep);
    window.scrollTo(0, 0);
  };
  const open = (id: string) => {
    place.listTop = list.current?.getBoundingClientRect().top ?? null;
    place.opened = id;
    onOpen(id);
  };
  const filters = (['tag', 'site', 'length', 'lang'] as const).flatMap((filter): [keyof Filters, string][] =>
    route[filter] === null ? [] : [[filter, filterName(filter, route[filter])]],
  );
  const viewName = i18n.t(`library.view.${route.view}`);
  const chosen = found.filter(({ id }) => selected.has(id));
  const isSearch = route.query !== '' && isAnswered;
  const hasArticles = articles.length > 0;

  return (
    <div class="library" data-with-views={hasArticles ? 'true' : undefined}>
      <header class="library-head">
        <h1>{i18n.t('library.title')}</h1>
        <button
          type="button"
          class="icon-button"
          title={i18n.t('library.help')}
          aria-label={i18n.t('library.help')}
          aria-keyshortcuts="?"
          onClick={() => setDialog({ kind: 'keys' })}
        >
          <Icon name="keyboard" />
        </button>
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
      {hasArticles && (
        <ViewBar
          {...viewEntries(route, counts)}
          onShow={(href) => go(parseListRoute(href.slice(href.indexOf('?') + 1 || href.length)))}
          onManageTags={articles.some(({ tags }) => tags.length > 0) ? () => setDialog({ kind: 'tag-manager' }) : null}
        />
      )}
      <main>
        <BackupNotice count={articles.length} />
        {hasArticles && (
          <div class="library-search">
            <SearchBox
              query={route.query}
              inputRef={search}
              found={isSearch ? found.length : null}
              onQuery={(query) => go({ ...route, query }, Boolean(query) !== Boolean(route.query))}
              onLeave={() => focusList(list)}
            />
            {selected.size > 0 ? (
              <SelectionBar
                count={selected.size}
                areArchived={chosen.every(({ state }) => state === 'archived')}
                areFavourites={chosen.every(({ favourite }) => favourite)}
                onAct={act}
                onSelectAll={selectAll}
                onClear={clear}
              />
            ) : (
              <div class="list-head">
                <p class="count">
                  {isSearch
                    ? i18n.t('list.found', ...counted(found.length))
                    : i18n.t('list.count', ...counted(shelf.state === 'ready' && !shelf.isWhole ? shelf.count : found.length))}
                </p>
                <ListTools
                  sorts={[
                    ...(hasWords ? [['best', i18n.t('library.sorts.best')] as const] : []),
                    ...sorts.map((sort) => [sort, i18n.t(`library.sorts.${sort}`)] as const),
                  ]}
                  sort={route.sort ?? (hasWords ? 'best' : 'newest')}
                  isCompact={isCompact}
                  onSort={(sort) => go({ ...route, sort: sort === (hasWords ? 'best' : 'newest') ? null : (sort as Sort) })}
                  onCompact={onCompact}
                />
              </div>
            )}
          </div>
        )}
        <FilterChips filters={filters} onOff={(filter) => go({ ...route, [filter]: null })} />
        <IndexNote progress={progress} isBroken={isBroken} />
        <SavedList
          shelf={shelf}
          found={found}
          query={route.query}
          listRef={list}
          rowHeight={rowHeight}
          startAt={place.opened}
          withOriginal
          isCompact={isCompact}
          hrefOf={libraryPath}
          onOpen={open}
          onRemove={(article) => acts.remove([article])}
          onReadAgain={onReadAgain}
          hearsPage
          onKey={key}
          selected={selected}
          onSelect={select}
          hitOf={hitOf}
          onVisible={onVisible}
          empty={<EmptyState icon="library" title={i18n.t('library.empty')} hint={i18n.t('library.emptyHint')} />}
          emptyView={
            filters.length > 0 ? (
              <EmptyState icon="library" title={i18n.t('library.filtersEmpty')} hint="">
                <button type="button" class="button" onClick={() => go({ ...route, ...noFilters })}>
                  {i18n.t('library.clearFilters', [viewName])}
                </button>
              </EmptyState>
            ) : (
              <EmptyState
                icon="library"
                title={i18n.t(`library.viewEmpty.${route.view}`)}
                hint={i18n.t(`library.viewEmptyHint.${route.view}`)}
              />
            )
          }
        />
      </main>
      <ListDialogs dialog={dialog} articles={articles} acts={acts} onClose={() => setDialog(null)} />
      <Toast notice={notice} onDismiss={dismiss} />
    </div>
  );
}
