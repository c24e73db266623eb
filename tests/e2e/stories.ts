const sentence = (subject: string, index: number): string =>
  `In the ${['morning', 'afternoon', 'evening'][index % 3]} the ${subject} crossed the harbour, past the ${index + 3} moored boats and the long grey wall, ` +
  'and nobody on the quay thought that anything had changed, though the tide tables, printed months before, said otherwise. ';

/** A news page in magenta and lime, colours that the reader never shows: an article with what surrounds one. */
export function storyPage(title: string, { subject = 'ferry', paragraphs = 9, head = '' } = {}): string {
  const body = Array.from({ length: paragraphs }, (_, index) => `<p>${sentence(subject, index).repeat(2)}</p>`);
  body.splice(3, 0, `<h2>What the ${subject} carried</h2>`);
  const data = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, datePublished: '2024-05-01T08:00:00Z' };
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article">
<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Harbour">
<meta property="article:published_time" content="2024-05-01T08:00:00Z"><script type="application/ld+json">${JSON.stringify(data)}</script>
<style>body{background:#f0f;color:#0f0;margin:0;font-size:20px}</style>${head}</head>
<body><nav><a href="/">Front page</a></nav><main><article><h1>${title}</h1><p class="byline">By Ada Reed</p>${body.join('\n')}</article></main>
<footer>© The Harbour</footer></body></html>`;
}

/** A page that is no article. */
export const plainPage = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><style>body{background:#f0f}</style><h1>${title}</h1><ul><li><a href="/a">A</a><li><a href="/b">B</a></ul></html>`;
