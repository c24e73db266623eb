// What the quality measures call, in an isolated world of a stored page: the pipeline and detector as they ship.
import { detectArticle } from '../../utils/pipeline/detect/is-article';
import { readArticle } from '../../utils/pipeline/read-article';

Object.assign(globalThis, {
  detectArticle: (page: Document) => detectArticle(page, page.location.href).isArticle,
  extractArticle: (page: Document) => {
    const reading = readArticle(page, page.location.href);
    if (!reading.ok) return null;
    const { article, removals } = reading;
    return {
      title: article.title,
      byline: article.byline,
      publishedTime: article.publishedTime,
      siteName: article.siteName,
      excerpt: article.excerpt,
      lang: article.lang,
      standfirst: article.standfirst,
      contentHtml: article.contentHtml,
      headings: article.headings.map(({ level, text }) => ({ level, text })),
      removals,
    };
  },
});
