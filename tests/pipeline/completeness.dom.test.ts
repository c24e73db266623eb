import { expect, test } from 'vitest';
import { readArticle } from '../../utils/pipeline/read-article';
import { showPage } from './fixture-pages';
import { paragraph } from './paged-story';

const page = (after: string, data: object = {}, paragraphs = 4) =>
  `<!doctype html><html lang="en"><head><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Eight walks', ...data })}</script></head>
<body><article><h1>Eight walks</h1>${Array.from({ length: paragraphs }, (_, index) => `<p>${paragraph(index)}</p>`).join('')}${after}</article></body></html>`;
const wall = '<div class="paywall-box"><p>Subscribe to continue reading.</p><a href="/in">Sign in</a></div>';

test.each([
  ['a whole article', page(''), null],
  ['an article that a gate cuts short', page(wall), 'gate'],
  ['an article whose gate is hidden', page(`<div hidden>${wall}</div>`), null],
  [
    'a paid article with its gate by class alone',
    page('<div class="article-paywall">Try it for a month</div>', { isAccessibleForFree: false, wordCount: 900 }),
    'gate',
  ],
  ['a paid article that is there for this reader', page('', { isAccessibleForFree: false, wordCount: 160 }), null],
  ['a gate before as many words as are declared', page(wall, { wordCount: 160 }), null],
  ['an article that only asks for subscriptions', page('<p>Subscribe to our magazine and support the walks around the bay.</p>'), null],
  ['an article of two pages', page('<p><a href="/walks/2">Next page</a></p>'), 'pages'],
  ['a Spanish gate', page('<p>Suscríbete para seguir leyendo</p>'), 'gate'],
])('%s', async (_what, source, missing) => {
  const reading = readArticle(await showPage(source), 'https://bay.test/walks');
  expect(reading.ok && reading.article.completeness.missing).toBe(missing);
});
