/** Shape of `Article`; raise it when a field changes, and add the step to `parse-article.ts`. */
export const ARTICLE_VERSION = 2;

/** HTML that went through `sanitise()` (or `parseArticle()`, which calls it). Nothing else may make one. */
export type SafeHtml = string & { readonly safe: unique symbol };

/** One entry of the outline. `id` is the id of the heading element in `contentHtml`. */
export interface OutlineHeading {
  id: string;
  /** 2 to 6; the title is the only level 1. */
  level: number;
  text: string;
  /** `pseudo`: the site had it as bold text or the like, and Clean Copy made it a heading. */
  kind: 'native' | 'pseudo';
}

/** An article: plain JSON, shared by the reader, the library, search and export. */
export interface Article {
  version: number;
  /** Absolute http(s) address it was read at, without a fragment. */
  url: string;
  title: string;
  /** The sentence under the title. Not repeated in `contentHtml`. */
  standfirst: string | null;
  /** Names only: no "By", no role, no date. */
  byline: string | null;
  /** ISO 8601: a day ("2023-10-17") or a full instant. */
  publishedTime: string | null;
  modifiedTime: string | null;
  siteName: string | null;
  /** BCP 47, as the page declares it or as found in its text. */
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** A short plain text for lists: the description, or the start of the text. */
  excerpt: string;
  contentHtml: SafeHtml;
  headings: OutlineHeading[];
  /** Words of the text; in scripts without spaces, what `Intl.Segmenter` counts as words. */
  wordCount: number;
  /** Set when a part of the article may be missing. */
  completeness: Completeness;
  /**
   * Of an article that was saved from its own page: digests of what its column held besides the text (see `changes/left-out.ts`), so that
   * none of it counts as new when the page is seen again.
   */
  leftOut?: readonly string[];
}

/** How much of the page's article text the result holds, and why we think so. */
export interface Completeness {
  /** `partial`: a gate, or text in the article's column that was not taken. */
  state: 'whole' | 'partial';
  /** Share, 0 to 1, of the words in the article's own column that the result holds. */
  share: number;
  /** What may be missing: text of the column, what stands behind a gate, or further pages. Null when the article is whole. */
  missing: 'text' | 'gate' | 'pages' | null;
}

/** A text that an article has or had, as the library keeps it. */
export interface ArticleVersion {
  /** Its name in the library. */
  rev: string;
  /** Of its JSON: UTF-16 units, and SHA-256. */
  length: number;
  hash: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** A saved text as it is kept. Its markup is not sanitised: its words may be read, but it must not be shown. */
export interface SavedText {
  rev: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  article: Omit<Article, 'contentHtml'> & { contentHtml: string };
}

/** Where an article stands on its way through the library. `reading`: begun; `archived`: done with, out of the way, still found. */
export type ReadingState = 'unread' | 'reading' | 'archived';

/** What the user did with a saved article. */
export interface ArticleMarks {
  state: ReadingState;
  favourite: boolean;
  /** As `tidyTag()` makes them, in the order they were given. */
  tags: string[];
  /** Share of the text that was read, 0 to 1. */
  progress: number;
  /** Milliseconds since 1970: when it was last read, and when it was archived. */
  readAt: number | null;
  archivedAt: number | null;
}

/** What a list needs to show an article, without its body. */
export interface ArticleSummary extends ArticleMarks {
  id: string;
  url: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  publishedTime: string | null;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  excerpt: string;
  wordCount: number;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** False for what was imported as a link and not fetched yet. */
  hasText: boolean;
  /** Which text it has: another one after each save anew. Null where it has none. */
  rev: string | null;
}
