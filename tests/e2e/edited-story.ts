/** What an editor may change in the story, and what changes at every visit without one. */
export interface Edition {
  headline?: string;
  passengers?: string;
  /** Whether the paragraph about the fares is there. */
  fares?: boolean;
  correction?: string;
  /** Counts up with each visit: advertisements, counters, stamps, the order of what is related. */
  visit?: number;
  /** Milliseconds after which the page's own script draws the last paragraphs. */
  late?: number;
}

const related = ['Gulls return to the pier', 'Mayor opens a bench', 'Tide tables are late', 'Lighthouse gets a new coat'];

/** A news page whose paragraphs all differ, as a site would serve it at one visit. */
export function editedStory({
  headline = 'The ferry crosses the bay again',
  passengers = 'nine',
  fares = true,
  correction = '',
  visit = 0,
  late = 0,
}: Edition = {}): string {
  const turn = visit % related.length;
  const links = [...related.slice(turn), ...related.slice(0, turn)].map((title) => `<li><a href="/news/${title.length}">${title}</a></li>`);
  const paragraphs = [
    `After two winters at its moorings the ferry left the quay at seven this morning with ${passengers} passengers, a dog and the mail on board.`,
    'Nobody who stood on the quay thought that the crossing would take less than an hour, since the tide ran against the boat all the way.',
    'The engine came out of a trawler that was broken up in the harbour last spring, and the mechanic has spent every evening since on it.',
    '“It burns whatever we pour into it,” said the mechanic – “even what is left over from the chip shop on the corner of the market.”',
    ...(fares
      ? ['Fares begin at two pounds for those who live on either side of the bay, and children under twelve pay nothing at all.']
      : []),
    'Councillors voted by five to four to pay for the first year of the service, after a debate that went on until well past midnight.',
    'A review of what it costs is expected before the end of the summer season, when the larger of the two boats goes back to the yard.',
    'Until then the timetable has three crossings a day, at seven, at noon and at five, and one more on the evenings of market days.',
  ].map((text) => `<p>${text}</p>`);
  paragraphs.splice(4, 0, '<h2>What the council decided</h2>');
  if (visit > 0)
    paragraphs.splice(
      2,
      0,
      `<div class="ad advert-slot" id="ad-${visit}"><a href="https://ads.test/${visit}">Offer number ${visit} of the day</a></div>`,
    );
  if (correction) paragraphs.push(`<p class="correction">${correction}</p>`);
  const lateOnes = late ? paragraphs.splice(-3) : [];
  const script = late
    ? `<script>setTimeout(() => document.querySelector('.body').append(...${JSON.stringify(lateOnes)}.map((html) => document.createRange().createContextualFragment(html))), ${late})</script>`
    : '';
  return `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:type" content="article">
<meta property="og:title" content="${headline}"><meta property="og:site_name" content="The Harbour">
<meta property="article:published_time" content="2026-03-03T08:00:00Z"><meta property="article:modified_time" content="2026-03-03T0${8 + (visit % 2)}:00:00Z">
<style>body{margin:0;font:18px serif}</style></head>
<body><nav><a href="/">Front page</a></nav><main><article><h1>${headline}</h1><p class="byline">By Ada Reed</p>
<p class="stamp">Updated ${visit + 2} minutes ago · ${visit * 37 + 4} comments</p>
<div class="share">${visit * 11} shares</div><div class="body">${paragraphs.join('\n')}</div></article>
<aside class="related"><h2>Related</h2><ul>${links.join('')}</ul></aside></main><footer>© The Harbour</footer>${script}</body></html>`;
}
