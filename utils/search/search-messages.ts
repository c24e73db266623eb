import type { SearchedArticle } from './shelf-words';

/** What a page tells its search worker. */
export type ToSearch =
  | { name: 'articles'; saved: SearchedArticle[]; deleted: string[] }
  /** Null where the library could not be read; a text is null where it is gone. */
  | { name: 'bodies'; texts: (string | null)[] | null }
  | { name: 'find'; number: number; query: string };

/** What the worker tells its page. */
export type FromSearch =
  /** Asks for these bodies: the worker cannot read the library. */
  | { name: 'bodies'; wanted: [id: string, rev: string][] }
  | { name: 'found'; number: number; ids: string[]; variants: string[] }
  | { name: 'failed'; number: number }
  /** How many texts are in the index, of how many; told after each step. */
  | { name: 'progress'; done: number; total: number };
