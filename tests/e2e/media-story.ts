import type { Page } from 'playwright';
import { type Chromium, startChromium } from './harness';
import { waitForReader } from './reader-dom';

const sentences = {
  en: 'The keeper of the lighthouse wrote down every ship that passed, for forty years, in the same green ink, and nobody asked him why he did it.',
  ar: 'كتب حارس المنارة كل سفينة مرت أربعين عاما بالحبر الأخضر نفسه، ولم يسأله أحد لماذا كان يفعل ذلك، ولم يقل هو شيئا عن ذلك قط.',
};

/** A picture that can be told from others by its colour. */
export const drawing = (colour: string, width: number, height: number) => ({
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${colour}"/><circle cx="50%" cy="50%" r="20%" fill="#fff8"/></svg>`,
  headers: { 'content-type': 'image/svg+xml' },
});

const columns = Array.from({ length: 14 }, (_, nth) => nth);
const wideTable = `<table><caption>Ships by month and flag, from the green book</caption><tr><th>Year</th>${columns.map((nth) => `<th>Month${nth + 1} of the year</th>`).join('')}</tr>${Array.from({ length: 40 }, (_, row) => `<tr><th scope="row">${1900 + row}</th>${columns.map((nth) => `<td>${row * nth}</td>`).join('')}</tr>`).join('')}</table>`;

/** An article with everything that is not plain text. */
export function mediaStory(lang: 'en' | 'ar' = 'en'): string {
  const paragraph = (more = '') => `<p>${sentences[lang]} ${more} ${sentences[lang]}</p>`;
  return `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>Forty years of ships</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Forty years of ships</h1>
${paragraph('He missed only two.<sup id="r1"><a href="#n1">1</a></sup>')}
<figure><img src="/one.svg" width="1200" height="600" alt="The lighthouse at dusk"><figcaption>The lighthouse, seen from the ferry. <span class="photo-credit">Photograph: Ada Reed</span></figcaption></figure>
${paragraph('The second note is longer.<sup id="r2"><a href="#n2">2</a></sup>')}
<figure><a href="/two-large.png"><img src="/two.svg" width="600" height="800" alt="A page of the green book"></a><figcaption>A page of the book.</figcaption></figure>
${paragraph()}
<figure><img src="/gone.png" width="800" height="500" alt="The keeper on the stairs"><figcaption>He went up twice a day.</figcaption></figure>
<h2>The figures</h2>${paragraph()}
${wideTable}
${paragraph()}
<figure><img src="/three.svg" alt="The ferry"></figure>
<h2>The program</h2>
${paragraph()}
<pre><code class="language-js">// Counts ships by flag, and by nothing else; what the keeper wrote between the lines is not counted here at all.
const ships = new Map();
for (const { flag, count = 1 } of book) ships.set(flag, (ships.get(flag) ?? 0) + count);
</code></pre>
${paragraph()}
<pre><code class="language-unheard-of">count ships</code></pre>
<p>The rate is <math><mi>r</mi><mo>=</mo><mfrac><mi>n</mi><mi>t</mi></mfrac></math>, or at length:</p>
<math display="block"><mrow>${Array.from({ length: 60 }, (_, nth) => `<msub><mi>s</mi><mn>${nth}</mn></msub><mo>+</mo>`).join('')}<mn>0</mn></mrow></math>
${paragraph()}
<iframe src="https://www.youtube.com/embed/abcdef12345" title="The last lamp is lit"></iframe>
${paragraph()}
<ol class="footnotes"><li id="n1"><p>Both times he was ill. <a href="#r1">↩</a></p></li><li id="n2"><p>It is kept in <a href="https://museum.test/book">the museum</a>. <a href="#r2">↩</a></p></li></ol>
</article></body></html>`;
}

/** Serves the article and its pictures. */
export function serveMediaStory(
  serve: (host: string, path: string, page: string | { body: string; headers: Record<string, string> }) => void,
): void {
  serve('news.test', '/ships', mediaStory());
  serve('news.test', '/sufun', mediaStory('ar'));
  serve('news.test', '/one.svg', drawing('#58a', 1200, 600));
  serve('news.test', '/two.svg', drawing('#a85', 600, 800));
  serve('news.test', '/two-large.png', drawing('#a85', 1800, 2400));
  serve('news.test', '/three.svg', drawing('#6a5', 900, 500));
}

/** A browser that has the article, also with a field on its page. */
export async function startWithMedia(): Promise<Chromium> {
  const chromium = await startChromium();
  serveMediaStory(chromium.serve);
  chromium.serve('news.test', '/ships-and-field', mediaStory().replace('<nav>', '<nav><textarea></textarea>'));
  return chromium;
}

/** Opens one of its pages in the reader. */
export async function readMedia(chromium: Chromium, path = '/ships'): Promise<Page> {
  const page = await chromium.newPage(`http://news.test${path}`);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  return page;
}

/** Whether what has the focus stands in this, within the reader. */
export const hasFocusIn = (page: Page, selector: string) =>
  page.locator('.reader').evaluate((view, wanted) => Boolean((view.getRootNode() as ShadowRoot).activeElement?.closest(wanted)), selector);
