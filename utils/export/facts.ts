import type { Article } from '../article/article';
import { formatDate } from '../article/published-date';
import type { ExportArticle, ExportContext } from './export-article';

/** An address that is worth showing as a link. */
export const isWebAddress = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');

export const titleOf = ({ article }: ExportArticle, { words }: ExportContext): string => article.title.trim() || words.untitled;

/** Byline, site and date in one line, each where it is known. */
export function factsOf(article: Article, locale: string): string {
  const date = article.publishedTime === null ? null : formatDate(article.publishedTime, locale);
  return [article.byline, article.siteName, date].filter(Boolean).join(' · ');
}

/** Milliseconds since 1970 as ISO 8601; null for what is no time. */
export function isoTime(time: number | null): string | null {
  if (time === null || !Number.isFinite(time)) return null;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
