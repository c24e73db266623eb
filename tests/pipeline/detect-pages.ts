// Small pages of many kinds, written for the tests of the detector.

export interface TestPage {
  name: string;
  url: string;
  html: string;
}

const paragraph = (text: string) => `<p>${text}</p>`;

const news = [
  'HARLOW, March 4 — The town council voted on Monday evening to keep the old swimming baths open for another three years, after residents had collected more than four thousand signatures.',
  'The decision reverses a plan from last autumn under which the building was to be sold. "We listened," said council leader Ruth Amery after the vote. "People told us what the place means to them."',
  'Repairs to the roof will cost about 1.2 million pounds, of which the county pays a third. Work is to begin in June and to be finished before the winter season.',
  'Opponents pointed to the running costs, which rose by a fifth last year. Councillor Peter Lunn said the money would be missed elsewhere, above all in the upkeep of roads.',
  "The baths were built in 1931 and closed twice before, most recently in 2009 when a boiler failed. A friends' society has run the café since then.",
];
const menu =
  '<header><nav><a href="/">Home</a><a href="/world">World</a><a href="/sport">Sport</a><a href="/weather">Weather</a></nav></header>';
const footer = '<footer><p>Copyright of the Harlow Post. All rights reserved. Terms and conditions apply to every use.</p></footer>';
const page = (head: string, body: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body>${menu}${body}${footer}</body></html>`;
const story = (title: string, url: string) =>
  `<div class="teaser"><h3><a href="${url}">${title}</a></h3><p>A short line that says what the story is about and makes one want to read.</p></div>`;
const stories = Array.from({ length: 14 }, (_, n) =>
  story(`Something happened in town number ${n}`, `/news/something-happened-in-town-${n}`),
).join('');

export const articles: TestPage[] = [
  {
    name: 'a news story with metadata',
    url: 'https://post.test/news/2024/03/04/council-keeps-old-baths-open',
    html: page(
      '<title>Council keeps old baths open</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-04"><script type="application/ld+json">{"@type":"NewsArticle"}</script>',
      `<main><article><h1>Council keeps old baths open</h1><p class="byline">By Jane Rowe</p><time datetime="2024-03-04">4 March 2024</time>${news.map(paragraph).join('')}</article></main>`,
    ),
  },
  {
    name: 'a plain news story of few signals: dateline, date, no metadata',
    url: 'https://post.test/news/council-keeps-old-baths-open-for-three-years',
    html: page(
      '<title>Council keeps old baths open for three years - Harlow Post</title>',
      `<div id="c"><h1>Council keeps old baths open for three years</h1><div>4 March 2024</div>${news.map(paragraph).join('')}</div>`,
    ),
  },
  {
    name: 'a short agency story under a numbered address',
    url: 'https://post.test/world/council-keeps-old-baths-open-id4417702',
    html: page(
      '<title>Council keeps old baths open</title><meta property="og:type" content="article">',
      `<div id="c"><h1>Council keeps old baths open</h1><span class="date">Mar 4, 2024, 18:20</span>${news.slice(0, 4).map(paragraph).join('')}</div>`,
    ),
  },
  {
    name: 'an opinion page without JSON-LD',
    url: 'https://post.test/opinion/the-baths-were-never-about-swimming',
    html: page(
      '<title>The baths were never about swimming</title><meta name="author" content="Tom Hale">',
      `<div class="col"><h1>The baths were never about swimming</h1><p><a rel="author" href="/author/tom-hale">Tom Hale</a></p><p class="date">March 6, 2024</p>${news.map(paragraph).join('')}</div>`,
    ),
  },
  {
    name: 'an article whose lines are broken by br',
    url: 'https://old.test/articles/2003/05/council-keeps-baths.html',
    html: `<html><head><title>Council keeps baths</title></head><body><table><tr><td>${menu}</td><td class="text"><h1>Council keeps baths</h1>May 5, 2003<br><br>${news.join('<br><br>')}</td></tr></table></body></html>`,
  },
  {
    name: 'a live page with few signals',
    url: 'https://post.test/news/live/2024/mar/04/council-vote-on-baths-live-updates',
    html: page(
      '<title>Council vote on baths: live updates</title>',
      `<main><h1>Council vote on baths: live updates</h1><p>By Jane Rowe</p><time>4 March 2024</time><div class="updates">${news.map((text, n) => `<div class="update"><h2>18.${20 + n}</h2>${paragraph(text)}</div>`).join('')}</div></main>`,
    ),
  },
  {
    name: 'an article in Arabic',
    url: 'https://akhbar.test/news/2024/3/4/%D8%A7%D9%84%D9%85%D8%AC%D9%84%D8%B3-%D9%8A%D8%A8%D9%82%D9%8A-%D8%A7%D9%84%D9%85%D8%B3%D8%A8%D8%AD',
    html: page(
      '<title>المجلس يبقي المسبح القديم مفتوحا</title><meta property="og:type" content="article">',
      `<main dir="rtl"><h1>المجلس يبقي المسبح القديم مفتوحا</h1><p>بقلم سارة حسن</p><span>٤ مارس ٢٠٢٤</span>${Array.from({ length: 5 }, () => paragraph('صوت مجلس المدينة مساء الاثنين على إبقاء المسبح القديم مفتوحا لمدة ثلاث سنوات أخرى بعد أن جمع السكان أكثر من أربعة آلاف توقيع، وقالت رئيسة المجلس إن القرار جاء استجابة لمطالب الأهالي.')).join('')}</main>`,
      'ar',
    ),
  },
  {
    name: 'an article in Japanese',
    url: 'https://shimbun.test/articles/ASS3442X8S34UTIL01.html',
    html: page(
      '<title>市議会、古いプールの存続を決定</title><meta property="og:type" content="article">',
      `<main><h1>市議会、古いプールの存続を決定</h1><div>山田太郎記者 2024年3月4日 18時20分</div>${Array.from({ length: 5 }, () => paragraph('市議会は月曜日の夜、住民が四千人を超える署名を集めたことを受けて、古いプールをさらに三年間存続させることを決めた。屋根の修理には約二億円かかる見込みで、工事は六月に始まる。')).join('')}</main>`,
      'ja',
    ),
  },
  {
    name: 'an article in Hindi',
    url: 'https://samachar.test/news/nagar-parishad-ne-purana-taran-taal-khula-rakha',
    html: page(
      '<title>नगर परिषद ने पुराना तरणताल खुला रखा</title><meta property="og:type" content="article">',
      `<main><h1>नगर परिषद ने पुराना तरणताल खुला रखा</h1><p>४ मार्च २०२४</p>${Array.from({ length: 5 }, () => paragraph('नगर परिषद ने सोमवार शाम को पुराने तरणताल को तीन और वर्षों तक खुला रखने के पक्ष में मतदान किया, क्योंकि निवासियों ने चार हज़ार से अधिक हस्ताक्षर इकट्ठे किए थे। परिषद की नेता ने कहा कि लोगों की बात सुनी गई है।')).join('')}</main>`,
      'hi',
    ),
  },
];

/** Hubs of news sites: full of headlines and dates, and never to open by themselves. */
export const hubs: TestPage[] = [
  {
    name: 'a front page',
    url: 'https://post.test/',
    html: page('<title>Harlow Post</title><meta property="og:type" content="website">', `<h1>Harlow Post</h1><main>${stories}</main>`),
  },
  {
    name: 'a section page',
    url: 'https://post.test/news/world',
    html: page('<title>World news</title>', `<h1>World news</h1><main>${stories}</main>`),
  },
  {
    name: 'a section that calls itself an article, with long teasers',
    url: 'https://post.test/news/politics',
    html: page(
      '<title>Politics: all stories</title><meta property="og:type" content="article"><meta name="date" content="2024-03-04"><script type="application/ld+json">{"@type":"NewsArticle"}</script>',
      `<h1>Politics: all stories</h1><time>4 March 2024</time><main><div>${stories}</div>${news.map((text, n) => `<h2><a href="/news/story-${n}">Story ${n}</a></h2>${paragraph(text)}`).join('')}</main>`,
    ),
  },
  {
    name: 'search results',
    url: 'https://post.test/search?q=baths',
    html: page('<title>Search: baths</title>', `<h1>Results for: baths</h1><main>${stories}</main>`),
  },
  {
    name: 'a video hub',
    url: 'https://post.test/news/videos/the-week-in-pictures-and-films-from-harlow',
    html: page(
      '<title>The week in films</title><meta property="og:type" content="video.other">',
      `<h1>The week in films</h1><time>4 March 2024</time>${news.map(paragraph).join('')}`,
    ),
  },
];

export const others: TestPage[] = [
  {
    name: 'a shop product',
    url: 'https://shop.test/products/bath-towel-90210',
    html: page(
      '<title>Bath towel</title><meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product"}</script>',
      '<main><h1>Bath towel</h1><span class="price">£12.00</span><form action="/cart/add"><input name="children"><button>Add to basket</button></form><p>Soft cotton, dries quickly, comes in six colours and two sizes for the whole family.</p><p>Wash at sixty degrees. Do not bleach, and dry in the shade to keep the colour.</p></main>',
    ),
  },
  {
    name: 'a shop listing',
    url: 'https://shop.test/collections/towels',
    html: page(
      '<title>Towels</title>',
      `<main><h1>Towels</h1>${Array.from({ length: 20 }, (_, n) => `<div class="product"><h3><a href="/products/towel-${n}">Towel ${n}</a></h3><span class="price">£${n}</span></div>`).join('')}<nav class="pagination"><a href="?page=2">2</a></nav></main>`,
    ),
  },
  {
    name: 'a forum thread',
    url: 'https://forum.bath-lovers.test/threads/which-towel-is-best.88123/',
    html: page(
      '<title>Which towel is best? | Bath lovers</title><script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script>',
      `<h1>Which towel is best?</h1>${news.map((text, n) => `<div class="message thread-post"><div class="message-user"><a href="/members/${n}">member${n}</a> <time>Mar ${n + 1}, 2024</time></div><div class="message-body"><p>${text}</p></div><a class="reply">Reply</a></div>`).join('')}`,
    ),
  },
  {
    name: 'a question with answers',
    url: 'https://answers.test/questions/2155332/why-is-my-towel-not-dry',
    html: page(
      '<title>Why is my towel not dry?</title>',
      `<div itemscope itemtype="https://schema.org/QAPage"><div itemscope itemtype="https://schema.org/Question"><h1>Why is my towel not dry?</h1><div><p>${news[0]}</p></div></div>${news.map((text) => `<div class="answer" itemscope itemtype="https://schema.org/Answer"><div><p>${text}</p></div></div>`).join('')}</div>`,
    ),
  },
  {
    name: 'documentation',
    url: 'https://docs.towel.test/reference/api/towel.html',
    html: page(
      '<title>towel — reference</title><meta name="generator" content="Docutils 0.18, Sphinx">',
      `<main><h1>towel</h1>${Array.from({ length: 8 }, (_, n) => `<h2>towel.fold(${n})</h2><p>Folds the towel the given number of times and gives back the folded one.</p><pre>towel.fold(${n})</pre>`).join('')}</main>`,
    ),
  },
  {
    name: 'a service page',
    url: 'https://cleaners.test/services/bath-cleaning',
    html: page(
      '<title>Bath cleaning | Cleaners</title><meta property="og:type" content="website">',
      Array.from(
        { length: 6 },
        (_, n) =>
          `<section><div><h2>Why our bath cleaning is the best ${n}</h2><div><p>We clean your bath quickly and at a fair price, and you will be happy with what we do.</p></div><a class="button" href="/contact">Get a quote</a></div></section>`,
      ).join(''),
    ),
  },
];
