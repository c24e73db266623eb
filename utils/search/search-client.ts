import type { ArticleSummary } from '../article/article';
import type { FromSearch, ToSearch } from './search-messages';
import type { SearchedArticle } from './shelf-words';

export interface Found {
  ids: string[];
  variants: string[];
}

export interface IndexProgress {
  done: number;
  total: number;
}

/** What a page asks of the search. */
export interface SearchClient {
  /** Tells it which articles there are: these and no others. */
  setArticles(articles: readonly ArticleSummary[]): void;
  /** Ids, the best first; null where a later question came before the answer. Rejects where the index failed. */
  find(query: string): Promise<Found | null>;
  close(): void;
}

function searchedPart({ id, rev, title, byline, siteName, url, tags }: ArticleSummary): SearchedArticle {
  const host = URL.parse(url)?.hostname ?? '';
  return { id, rev, title, facts: [byline, siteName, host, ...tags].filter(Boolean).join('\n') };
}

/**
 * Starts the search worker.
 *
 * @param readBodies the JSON of these bodies, in order, null for one that is not there; the worker cannot read the library
 */
export function startSearch(
  script: string,
  readBodies: (wanted: [id: string, rev: string][]) => Promise<(string | null)[]>,
  onProgress: (progress: IndexProgress) => void,
): SearchClient {
  const worker = new Worker(script);
  const tell = (message: ToSearch) => worker.postMessage(message);
  let asked = 0;
  let waiting: { number: number; resolve(found: Found | null): void; reject(error: Error): void } | null = null;
  let known = new Map<string, ArticleSummary>();
  worker.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => {
    if (data.name === 'progress') onProgress({ done: data.done, total: data.total });
    else if (data.name === 'bodies') {
      readBodies(data.wanted).then(
        (texts) => tell({ name: 'bodies', texts }),
        (error: unknown) => {
          console.error(error);
          tell({ name: 'bodies', texts: null });
        },
      );
    } else if (waiting?.number === data.number) {
      if (data.name === 'found') waiting.resolve({ ids: data.ids, variants: data.variants });
      else waiting.reject(new Error('The search failed'));
      waiting = null;
    }
  });
  worker.addEventListener('error', ({ message }) => {
    waiting?.reject(new Error(`The search stopped: ${message}`));
    waiting = null;
  });
  return {
    setArticles(articles) {
      const ids = new Set(articles.map(({ id }) => id));
      const deleted = [...known.keys()].filter((id) => !ids.has(id));
      const saved = articles.filter((article) => known.get(article.id) !== article).map(searchedPart);
      known = new Map(articles.map((article) => [article.id, article]));
      if (saved.length + deleted.length > 0) tell({ name: 'articles', saved, deleted });
    },
    find(query) {
      waiting?.resolve(null);
      return new Promise((resolve, reject) => {
        waiting = { number: ++asked, resolve, reject };
        tell({ name: 'find', number: asked, query });
      });
    },
    close: () => worker.terminate(),
  };
}
