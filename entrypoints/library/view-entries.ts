import { i18n } from '#i18n';
import { interfaceLanguage } from '../../components/interface-language';
import type { ViewEntry, ViewGroup } from '../../components/library/ViewBar';
import { type Filters, type Length, type ListRoute, listPath, noFilters, views } from '../../utils/library/list-route';
import type { Counts, Facet } from '../../utils/library/list-view';

/** A language by its name in the interface's. */
export function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames(interfaceLanguage().lang, { type: 'language' }).of(lang) ?? lang;
  } catch (error) {
    if (error instanceof RangeError) return lang; // what the page called its language is none
    throw error;
  }
}

/** What a filter is called. */
export const filterName = (filter: keyof Filters, value: string): string =>
  filter === 'length' ? i18n.t(`library.length.${value as Length}`) : filter === 'lang' ? languageName(value) : value;

/** The views and filters as the side of the page lists them; each leads to what it would show, or back where it is on. */
export function viewEntries(route: ListRoute, counts: Counts): { views: ViewEntry[]; groups: ViewGroup[] } {
  const group = (filter: keyof Filters, title: string, facets: readonly Facet[]): ViewGroup => ({
    key: filter,
    title,
    entries: facets.map(([value, count]) => {
      const isCurrent = route[filter] === value;
      const href = listPath({ ...route, [filter]: isCurrent ? null : value });
      return { key: value, name: filterName(filter, value), count, href, isCurrent };
    }),
  });
  const groups = [
    group('tag', i18n.t('library.tags'), counts.tags),
    group('site', i18n.t('library.sites'), counts.sites),
    group('length', i18n.t('library.lengths'), counts.lengths),
    group('lang', i18n.t('library.languages'), counts.languages),
  ];
  return {
    views: views.map((view) => ({
      key: view,
      name: i18n.t(`library.view.${view}`),
      count: counts.views[view],
      href: listPath({ ...route, view, ...noFilters, query: '' }),
      isCurrent: route.view === view,
    })),
    groups: groups.filter(({ key, entries }) => entries.length > 1 || (key === 'tag' && entries.length > 0)),
  };
}
