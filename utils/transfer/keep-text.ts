import type { ArticleSummary } from '../article/article';
import { giveText } from '../library/give-text';
import type { Writer } from '../library/writer';
import { readArticle } from '../pipeline/read-article';
import type { TextFault } from './fetch-texts';

/** Reads a fetched page as the reader would, in a document that is never shown, and gives its text to the link. Null when it did. */
export async function keepText(writer: Writer, link: ArticleSummary, html: string): Promise<TextFault | null> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const reading = readArticle(page, link.url);
  if (!reading.ok) return 'no-article';
  const given = await giveText(writer, link.id, reading.article);
  return given.ok ? null : 'not-kept';
}
