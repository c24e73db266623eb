/** Parts of the library one looks at. `list`: all that is not archived. */
export const views = ['list', 'unread', 'started', 'favourites', 'archived'] as const;
export type View = (typeof views)[number];

export const sorts = ['newest', 'oldest', 'published', 'longest', 'shortest', 'site'] as const;
export type Sort = (typeof sorts)[number];

/** Minutes an article takes: up to 5, up to 15, more. */
export const lengths = ['short', 'medium', 'long'] as const;
export type Length = (typeof lengths)[number];

/** Narrows a view; one value of each, null for any. */
export interface Filters {
  tag: string | null;
  site: string | null;
  length: Length | null;
  lang: string | null;
}

/** What the list shows, as the page's address has it, so that back, forward and bookmarks work. */
export interface ListRoute extends Filters {
  view: View;
  /** Null: the best hits first where words are looked for, else the newest. */
  sort: Sort | null;
  query: string;
}

export const noFilters: Filters = { tag: null, site: null, length: null, lang: null };
export const firstRoute: ListRoute = { view: 'list', sort: null, query: '', ...noFilters };

const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | null =>
  values.find((known) => known === value) ?? null;

/** @param search of the page's address; whatever is no value of ours is passed over */
export function parseListRoute(search: string): ListRoute {
  const params = new URLSearchParams(search);
  return {
    view: oneOf(views, params.get('view')) ?? 'list',
    sort: oneOf(sorts, params.get('sort')),
    query: params.get('q') ?? '',
    tag: params.get('tag') || null,
    site: params.get('site') || null,
    length: oneOf(lengths, params.get('length')),
    lang: params.get('lang') || null,
  };
}

/** The address of a list; only what is not as usual stands in it. */
export function listPath({ view, sort, query, tag, site, length, lang }: ListRoute): string {
  const params = new URLSearchParams();
  if (view !== 'list') params.set('view', view);
  for (const [name, value] of Object.entries({ tag, site, length, lang, sort, q: query })) if (value) params.set(name, value);
  const search = params.toString();
  return search ? `/library.html?${search}` : '/library.html';
}
