// What the quality measures call, in an isolated world of a stored page: the pipeline and detector as they ship.
import { detectArticle } from '../../utils/pipeline/detect/is-article';
import { readArticle } from '../../utils/pipeline/read-article';
import type { Detection } from '../../utils/pipeline/reading';

/** The first answer for each page, with the milliseconds it took: a second call would be a warm one. */
const answers = new WeakMap<Document, Detection & { ms: number }>();

function detect(page: Document): Detection & { ms: number } {
  const known = answers.get(page);
  if (known) return known;
  const start = performance.now();
  const detection = detectArticle(page, page.location.href);
  const answer = { ...detection, ms: performance.now() - start };
  answers.set(page, answer);
  return answer;
}

Object.assign(globalThis, {
  detectArticle: (page: Document) => detect(page).isArticle,
  /** Why, and how surely: also where nothing can be extracted. */
  readDetection: detect,
  /** Whatever body there is, whatever the detector says of the page: `isArticle` is its word. */
  extractArticle: (page: Document) => {
    const { isArticle, level, score, ms } = detect(page);
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
      completeness: article.completeness,
      isArticle,
      level,
      score,
      detectMs: ms,
      removals,
    };
  },
});
