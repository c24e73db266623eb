const places = ['harbour', 'market', 'lighthouse', 'quarry', 'library', 'station', 'brewery', 'chapel'];

/** A paragraph that no other number gives. */
export const paragraph = (number: number): string =>
  `Walk number ${number} begins at the ${places[number % places.length]}, where ${number + 2} old steps lead down to the water and a painted sign, ` +
  `put up in ${1900 + number}, tells of the winter when the whole bay froze and people crossed it on foot, carrying lanterns.`;

/** One page of an article of several: with paragraphs `from` to `from + 4`, a heading, and a pager. */
export function pageOf(
  number: number,
  links: readonly [href: string, text: string][],
  more: { title?: string; byline?: string; canonical?: string; from?: number; words?: string } = {},
): string {
  const { title = 'Eight walks around the bay', byline = 'Ada Reed', canonical = '', from = number * 10 } = more;
  const text = Array.from({ length: 5 }, (_, index) => `<p>${paragraph(from + index)}</p>`);
  text.splice(2, 0, `<h2>Part ${number}</h2>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article"><meta property="og:title" content="${title}">
${canonical && `<link rel="canonical" href="${canonical}">`}<meta property="article:published_time" content="2024-05-01"><style>.promo-x{display:none}</style></head>
<body><nav><a href="/">Front page</a></nav><main><article><h1>${title}</h1><p class="byline">By ${byline}</p>
<p>The bay has been walked for as long as there have been people to walk it, and every one of the eight ways around it has its own weather.</p>
${text.join('\n')}<p class="promo-x">Hidden on every page: the ${number} things nobody should read, which the style sheet hides and the reader never shows.</p></article>
<div class="pagination">${links.map(([href, words]) => `<a href="${href}">${words}</a>`).join(' ')}</div></main><footer>© The Bay</footer></body></html>`;
}
