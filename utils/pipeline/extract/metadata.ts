/** What the page says of the article. */
export interface Metadata {
  title: string;
  standfirst: string | null;
  byline: string | null;
  publishedTime: string | null;
  modifiedTime: string | null;
  siteName: string | null;
  excerpt: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
}
