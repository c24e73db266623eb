import type { ImportedItem } from '../import/imported';
import { parseSummaryFields, record, summarise } from '../library/article-fields';
import type { NewArticle } from '../library/import-articles';
import { parseMarks } from '../library/marks';
import { parseArticle } from '../library/parse-article';
import { MOST_EARLIER } from '../library/write-articles';
import { readText } from '../pipeline/read-text';

/** A link that has no text yet, as the lists show it. */
const linkOf = ({ url, title, byline, siteName, publishedTime, lang, excerpt }: ImportedItem) => ({
  ...{ url, title, byline, siteName, publishedTime, lang, excerpt: excerpt.slice(0, 2000) },
  ...{ dir: 'ltr' as const, wordCount: 0 },
});

/** A text as the library keeps it, looked at as if a stranger had written it; nothing for what is none. */
const textOf = (value: unknown): string[] => {
  const parsed = parseArticle(value);
  return parsed ? [JSON.stringify(parsed.article)] : [];
};

function fromBackup(backup: unknown, id: string): NewArticle | null {
  const { saved, article, earlier, earlierSavedAt } = record(backup);
  const summary = parseSummaryFields({ ...record(saved), id });
  if (!summary) return null;
  const [json = null] = textOf(article);
  const times = Array.isArray(earlierSavedAt) ? earlierSavedAt : [];
  const versions = (Array.isArray(earlier) ? earlier : []).slice(-MOST_EARLIER).flatMap((text, index, all) => {
    const time: unknown = times[index + times.length - all.length];
    // Earlier backups did not say when each was saved: no later than the one that took its place.
    const savedAt = typeof time === 'number' && time > 0 ? time : summary.savedAt;
    return textOf(text).map((json) => ({ json, savedAt }));
  });
  return { summary, marks: parseMarks(saved), json, earlier: versions };
}

/**
 * What an imported item becomes in the library: every field checked, every text sanitised. Needs a document.
 *
 * @param id of the item's address
 * @param now where the file does not say when it was saved; milliseconds since 1970
 * @returns null for what holds no article
 */
export function toNewArticle(item: ImportedItem, id: string, now: number): NewArticle | null {
  if (item.backup !== null) return fromBackup(item.backup, id);
  const article = item.html === null ? null : readText(item.html, item);
  const [json = null] = textOf(article);
  return { summary: summarise(article ?? linkOf(item), id, item.savedAt ?? now), marks: parseMarks(item.marks), json, earlier: [] };
}
