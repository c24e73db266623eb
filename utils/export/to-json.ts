import type { ExportArticle } from './export-article';

/** The shape of what `toJson` writes, for whoever reads it. */
export const JSON_FORMAT = 'clean-copy/articles';

/** One article with its marks, as JSON for other programs. Times are milliseconds since 1970, but for those of the article's own. */
export function toJson({ article, summary }: ExportArticle): string {
  const { savedAt, state, favourite, tags, progress, readAt, archivedAt } = summary;
  return JSON.stringify({ ...article, savedAt, state, favourite, tags, progress, readAt, archivedAt }, null, 2);
}
