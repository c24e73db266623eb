/** What the page says of the article. */
export interface Metadata {
  title: string;
  /** What else the page calls the article: its h1, window title, social title. */
  otherTitles: string[];
  standfirst: string | null;
  byline: string | null;
  publishedTime: string | null;
  modifiedTime: string | null;
  siteName: string | null;
  excerpt: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
}
