import type { Article } from '../../article/article';
import { readPageAddress } from '../extract/page-address';

/** A page that was read, and what it says of its own address. */
export interface ReadPage {
  article: Article;
  canonical: string | null;
}

const fold = (text: string | null) =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /[\s([|–—-]*\b(?:page|p[áa]gina|seite|страница|part|teil|parte|partie)?\s*\d{1,2}(?:\s*(?:\/|of|de|von|sur|di|из)\s*\d{1,2})?\s*[)\]]?\s*$/u,
      '',
    )
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** Share of the shorter title's words that the other has, too. */
function likeness(one: string, other: string): number {
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const smaller = a.size <= b.size ? a : b;
  return [...smaller].filter((word) => a.has(word) && b.has(word)).length / Math.max(1, smaller.size);
}

const baseOf = (address: string | null) => (address === null ? null : (readPageAddress(address)?.base ?? null));

/** +1 where both say the same, -1 where they say different things, 0 where one says nothing. */
const agree = (one: string | null, other: string | null) => (one && other ? (one === other ? 1 : -1) : 0);

/**
 * Whether a page found by its number goes on with the article, or holds another one: sites number their articles, too. Title and
 * declared address weigh most, since bylines and dates are often given on the first page alone.
 */
export function isSameArticle(first: ReadPage, other: ReadPage): boolean {
  const [title, otherTitle] = [fold(first.article.title), fold(other.article.title)];
  const like = title && otherTitle ? likeness(title, otherTitle) : 0;
  const byTitle = like >= 0.8 ? 2 : like >= 0.5 ? 1 : 0;
  const own = baseOf(first.article.url);
  const byAddress = other.canonical ? (own === baseOf(other.canonical) || baseOf(first.canonical) === baseOf(other.canonical) ? 1 : -2) : 0;
  const byline = agree(fold(first.article.byline), fold(other.article.byline));
  const day = agree(first.article.publishedTime?.slice(0, 10) ?? null, other.article.publishedTime?.slice(0, 10) ?? null);
  return byTitle + byAddress + byline + day > 0;
}
