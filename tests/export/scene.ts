import type { Article, SafeHtml } from '../../utils/article/article';
import type { ExportArticle, ExportContext, PictureBytes } from '../../utils/export/export-article';
import { sanitiseToFragment } from '../../utils/pipeline/sanitise/sanitise';

/** A 1 by 1 PNG. */
export const pixel: PictureBytes = {
  type: 'image/png',
  bytes: Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (sign) =>
    sign.charCodeAt(0),
  ),
};

export const keptPicture = 'https://news.test/quay.png';

export const context: ExportContext = {
  picture: async (url) => (url === keptPicture ? pixel : null),
  words: { untitled: 'Untitled', original: 'Original:', contents: 'Contents' },
  locale: 'en-GB',
  now: Date.UTC(2026, 10, 24, 12),
};

const text = `<p>The first boats came in <em>early</em>, &amp; the <a href="https://news.test/market?a=1&amp;b=|x">market</a> filled.</p>
<h2 id="cc-market">The market</h2><p>Prices rose: 3 &lt; 4 *and* more_than_that.</p>
<figure><img src="${keptPicture}" alt="The quay"><figcaption>The quay in <i>spring</i></figcaption></figure>
<p>Missing: <img src="https://news.test/lost.jpg" alt="A lost picture"></p>
<h3 id="cc-fish">Fish</h3><ul><li>Herring<ul><li>smoked</li></ul></li><li>Cod</li></ul><ol start="3"><li>Third</li><li>Fourth</li></ol>
<table><thead><tr><th>Fish</th><th>Price</th></tr></thead><tbody><tr><td>Cod</td><td>9 | kg</td></tr></tbody></table>
<pre>let tide = 1;\n  tide++;</pre><blockquote><p>It was the best of tides.</p></blockquote><p>H<sub>2</sub>O <math alttext="\\frac{1}{2}"><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p>`;

/** An article on its way out, its markup through the sanitiser as always. */
export function exportArticle(fields: Partial<Article> = {}, html = text): ExportArticle {
  const body = sanitiseToFragment(html, 'https://news.test/');
  const article: Article = {
    version: 1,
    url: 'https://news.test/harbour',
    title: 'The harbour',
    standfirst: 'A day at the quay',
    byline: 'Ada Reed',
    publishedTime: '2024-05-01',
    modifiedTime: null,
    siteName: 'The Herald',
    lang: 'en',
    dir: 'ltr',
    excerpt: 'The first boats came in early',
    contentHtml: html as SafeHtml,
    headings: [
      { id: 'cc-market', level: 2, text: 'The market', kind: 'native' },
      { id: 'cc-fish', level: 3, text: 'Fish', kind: 'pseudo' },
    ],
    wordCount: 40,
    completeness: { state: 'whole', share: 1, missing: null },
    ...fields,
  };
  const { url, title, byline, siteName, publishedTime, lang, dir, excerpt, wordCount } = article;
  return {
    article,
    body,
    summary: {
      ...{ id: '0'.repeat(32), url, title, byline, siteName, publishedTime, lang, dir, excerpt, wordCount, savedAt: 1_700_000_000_000 },
      ...{
        state: 'reading',
        favourite: true,
        tags: ['sea: "deep"', 'fish'],
        progress: 0.5,
        readAt: null,
        archivedAt: null,
        hasText: true,
        rev: null,
      },
    },
  };
}

export async function* all(...entries: ExportArticle[]): AsyncGenerator<ExportArticle> {
  yield* entries;
}

export const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
