import type { ComponentChildren, RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '../EmptyState';
import { ArticleList, type ArticleListProps } from './ArticleList';
import type { Shelf } from './use-articles';

export interface SavedListProps extends Omit<ArticleListProps, 'articles' | 'now'> {
  shelf: Shelf;
  /** The articles of the shelf that the search left. */
  found: ArticleListProps['articles'];
  query: string;
  /** Shown when nothing has been saved yet. */
  empty: ComponentChildren;
  /** Shown when a view has no article; without, as for a search that found none. */
  emptyView?: ComponentChildren;
  onReadAgain(): void;
}

/** The list in each of its states: loading, unreadable, empty, nothing found, or articles. */
export function SavedList({ shelf, found, query, empty, emptyView, onReadAgain, ...list }: SavedListProps) {
  // "Today" is the day the list was read, so that a page left open overnight corrects itself with the next change.
  const now = useMemo(() => Date.now(), [shelf]);
  if (shelf.state === 'loading') return null;
  if (shelf.state === 'unreadable') {
    return (
      <EmptyState icon="warning" title={i18n.t('list.unreadable')} hint={i18n.t('list.unreadableHint')}>
        <button type="button" class="button" onClick={onReadAgain}>
          {i18n.t('list.tryAgain')}
        </button>
      </EmptyState>
    );
  }
  if (shelf.state === 'newer') return <EmptyState icon="warning" title={i18n.t('list.newer')} hint={i18n.t('failure.newer_version')} />;
  if (shelf.articles.length === 0) return <>{empty}</>;
  if (found.length === 0 && !query && emptyView) return <>{emptyView}</>;
  if (found.length === 0) {
    return <EmptyState icon="search" title={i18n.t('list.nothingFound', [query])} hint={i18n.t('list.nothingFoundHint')} />;
  }
  return <ArticleList {...list} articles={found} now={now} />;
}

/** Moves to the row of a list that takes part in the Tab order. */
export const focusList = (list: RefObject<HTMLElement | null>) => list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
