import type { Article } from '../../utils/article/article';
import { digestsOf } from '../../utils/changes/left-out';
import { textBlocks } from '../../utils/changes/text-blocks';
import type { Reading } from '../../utils/pipeline/reading';

const blocksOf = (html: string): string[] => textBlocks(new DOMParser().parseFromString(html, 'text/html').body).map(({ text }) => text);

/**
 * An article as it is to be saved: with what its page's column holds besides it, whether we left that out or the user did.
 *
 * @param base the article without the user's changes
 */
export function withLeftOut(article: Article, base: Article, { removals }: Extract<Reading, { ok: true }>): Article {
  const taken = new Set(blocksOf(article.contentHtml));
  const sources = [base.contentHtml, ...removals.filter(({ at }) => at !== null).map(({ html }) => html)];
  return { ...article, leftOut: digestsOf(sources.flatMap(blocksOf).filter((text) => !taken.has(text))) };
}
