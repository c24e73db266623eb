import type { Article, SafeHtml } from '../article/article';
import { sanitiseToFragment } from '../pipeline/sanitise/sanitise';
import { parseArticleFields } from './article-fields';

/** An article out of storage or a file, safe to show. */
export interface ParsedArticle {
  article: Article;
  /** The same markup as `article.contentHtml`, as nodes: put these on screen, so that nothing is parsed a second time. */
  fragment: DocumentFragment;
}

function serialise(fragment: DocumentFragment): SafeHtml {
  // In the fragment's own document, which fetches nothing: in ours its pictures would be asked for.
  const holder = fragment.ownerDocument.createElement('div');
  holder.append(fragment.cloneNode(true));
  return holder.innerHTML as SafeHtml; // earned: `sanitiseToFragment` made it
}

/**
 * Brings an article from storage or a file back to today's shape and sanitises its markup again. Needs a document.
 *
 * @returns null when the value holds no article
 */
export function parseArticle(value: unknown): ParsedArticle | null {
  const fields = parseArticleFields(value);
  if (!fields) return null;
  const fragment = sanitiseToFragment(fields.contentHtml, fields.url);
  return { article: { ...fields, contentHtml: serialise(fragment) }, fragment };
}
