import type { Article, ArticleSummary } from '../article/article';

/** One saved article on its way out. */
export interface ExportArticle {
  article: Article;
  /** What the lists know of it: times, tags, state. */
  summary: ArticleSummary;
  /** The text as `sanitiseToFragment()` made it. An exporter may change it: each export brings its own. */
  body: DocumentFragment;
}

/** Bytes of a picture that is kept on this machine. */
export interface PictureBytes {
  bytes: Uint8Array<ArrayBuffer>;
  /** "image/jpeg" and the like. */
  type: string;
}

/**
 * The picture that an article has at an address, by the article's id. Answers null for one that is not kept: exports never ask the network.
 */
export type PictureSource = (url: string, id: string) => Promise<PictureBytes | null>;

/** What the reader of an export is told in words; they come from the interface's language. */
export interface ExportWords {
  untitled: string;
  /** Before the address of the original. */
  original: string;
  contents: string;
}

export interface ExportContext {
  picture: PictureSource;
  words: ExportWords;
  /** BCP 47 of the interface: dates are written in it. */
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** One file of an export, before it is put alone or among others. */
export interface ExportFile {
  /** Path with `/`, safe on every system. */
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
}
