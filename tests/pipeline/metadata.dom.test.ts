import { expect, test } from 'vitest';
import { cleanName } from '../../utils/pipeline/extract/read-byline';
import { readMetadata } from '../../utils/pipeline/extract/read-metadata';
import { readIsoDate, readWrittenDate } from '../../utils/pipeline/extract/written-dates';
import { finish } from '../../utils/pipeline/steps';

const url = 'https://www.valley-news.test/2024/bridge';
const read = (html: string) => finish(readMetadata(new DOMParser().parseFromString(html, 'text/html'), url));
const jsonLd = (json: string) => `<script type="application/ld+json">${json}</script>`;

test.each<[language: string, text: string, day: string]>([
  ['English', 'October 17, 2023', '2023-10-17'],
  ['English, day first', '17th Oct 2023', '2023-10-17'],
  ['Spanish', '17 de octubre de 2023', '2023-10-17'],
  ['French', 'Publié le 1er août 2023', '2023-08-01'],
  ['German', '17. März 2023', '2023-03-17'],
  ['Portuguese', '17 de fevereiro de 2023', '2023-02-17'],
  ['Italian', '17 giugno 2023', '2023-06-17'],
  ['Dutch', '17 mei 2023', '2023-05-17'],
  ['Russian', '17 мая 2023', '2023-05-17'],
  ['Arabic', '١٧ أكتوبر ٢٠٢٣', '2023-10-17'],
  ['Chinese', '2023年10月17日', '2023-10-17'],
  ['Japanese', '2023年5月7日', '2023-05-07'],
  ['Hindi', '17 अक्टूबर 2023', '2023-10-17'],
])('a date in %s', (_language, text, day) => {
  expect(readWrittenDate(text, null)).toBe(day);
});

test('dates that are none', () => {
  for (const text of ['', '2023', 'May contain nuts', '31 February 2023', '2023-13-40', '17 Octopus 2023'.replace('Oct', 'Xct')])
    expect(readWrittenDate(text, 'en')).toBeNull();
  expect(readIsoDate('2023-10-17T09:12:00+0200')).toBe('2023-10-17T09:12:00+02:00');
  expect(readWrittenDate('3/4/2023', 'en-GB')).toBe('2023-04-03');
  expect(readWrittenDate('3/4/2023', 'en-US')).toBe('2023-03-04');
});

test.each<[source: string, name: string | null]>([
  ['By Ann Example', 'Ann Example'],
  ['By Ann Example, Senior Reporter', 'Ann Example'],
  ['Ann Example | 17 October 2023', 'Ann Example'],
  ['Ann Example @annexample', 'Ann Example'],
  ['ann@example.test', null],
  ['https://example.test/ann', null],
  ['بقلم: ليلى المثال', 'ليلى المثال'],
  ['admin', null],
])('the name in %s', (source, name) => {
  expect(cleanName(source)).toBe(name);
});

test('structured data first; title without the site', () => {
  const metadata =
    read(`<html lang="en"><title>A bridge for the valley - Valley News</title><meta property="og:site_name" content="Valley News">
    ${jsonLd('{"@type":"NewsArticle","headline":"A bridge for the valley","datePublished":"2023-10-17T09:12:00Z","author":[{"@type":"Person","name":"Ann Example"},{"name":"Bo Sample"}]}')}
    <body><header><h1>Valley News</h1></header><article><h1>A bridge for the valley</h1><p class="standfirst">The old one fell in May.</p><p>Text</p></article>`);
  expect(metadata).toMatchObject({
    title: 'A bridge for the valley',
    standfirst: 'The old one fell in May.',
    byline: 'Ann Example, Bo Sample',
    publishedTime: '2023-10-17T09:12:00Z',
    siteName: 'Valley News',
    lang: 'en',
    dir: 'ltr',
  });
});

const bridge = 'A bridge for the valley';
const head = (title: string, social = bridge) => `<title>${title}</title><meta property="og:title" content="${social}">`;

test.each<[what: string, html: string, title: string]>([
  ['an h1 that is the site’s name', `${head(`${bridge} – River Notes`)}<h1>River Notes</h1><h2>${bridge}</h2><p>Text</p>`, bridge],
  ['the site’s name first', `${head(`River Notes: ${bridge}`)}<h1>River Notes</h1><p>Text</p>`, bridge],
  ['a section after a bar', `${head(`${bridge} | Opinion`, `${bridge} | Opinion`)}<h1>${bridge} | Opinion</h1>`, bridge],
  ['a date in a box of its own', `${head(bridge)}<h1><span>Mar 5 2019</span> <span>${bridge}</span></h1>`, bridge],
  ['lines that touch', `<title>${bridge}</title><h1>${bridge}<span>What it costs</span></h1>`, `${bridge} What it costs`],
  ['characters encoded twice', '<h1>Salt &amp;amp; pepper on the bridge</h1>', 'Salt & pepper on the bridge'],
  [
    'a headline cut at 110 characters',
    `${jsonLd(`{"@type":"NewsArticle","headline":"${`${bridge} and `.repeat(4).slice(0, 108)}"}`)}${head('', `${bridge} and `.repeat(4) + bridge)}`,
    `${bridge} and `.repeat(4) + bridge,
  ],
  [
    'other words in the h1 than in the window',
    `${head('Why our valley needs the bridge now')}<h1>The bridge that the valley never got</h1><h1>Subscribe to the valley letter today</h1>`,
    'The bridge that the valley never got',
  ],
  [
    'a lone h1 in other words',
    `${head('', 'Why this valley needs its bridge')}<h1>The bridge that no valley wanted</h1>`,
    'The bridge that no valley wanted',
  ],
  ['an h1 with none of its words', `${head('')}<h1>Local services directory</h1>`, bridge],
  [
    'an issue of a letter',
    `<title>River Notes 12 – ${bridge}</title><h1>River Notes 12 – ${bridge}</h1><meta property="og:site_name" content="River Notes">`,
    `River Notes 12 – ${bridge}`,
  ],
])('the title: %s', (_what, html, title) => {
  expect(read(html).title).toBe(title);
});

const story = (line: string, more = '') =>
  `${more}<article><h1>${bridge}</h1>${line}<p>${'The council met on Monday and voted for it. '.repeat(5)}</p></article>`;
const posting = (rest: string) => jsonLd(`{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Valley News"},{${rest}}]}`);

test.each<[what: string, html: string, day: string | null]>([
  ['a line with weekday and hour', story('<div>Updated 5:03 PM ET, Tue March 5, 2019</div>'), '2019-03-05'],
  ['the day before a change', story('<p>Published March 4, 2019</p><p>Updated March 5, 2019</p>'), '2019-03-04'],
  ['meta names of older pages', story('', '<meta name="parsely-pub-date" content="2019-03-05T10:00:00Z">'), '2019-03-05'],
  ['sailthru.date', story('', '<meta name="sailthru.date" content="Tue, 05 Mar 2019 10:00:00 +0000">'), '2019-03-05'],
  ['dc.date', story('', '<meta name="DC.date.issued" content="2019-03-05">'), '2019-03-05'],
  ['a name of the site’s own', story('', '<meta name="w-published-date" content="2019-03-05T06:03:43.274Z">'), '2019-03-05'],
  ['microdata', story('<span itemprop="datePublished" content="2019-03-05">yesterday</span>'), '2019-03-05'],
  ['a graph', story('', posting('"@type":["NewsArticle"],"headline":"x","datePublished":"2019-03-05T10:00:00+01:00"')), '2019-03-05'],
  ['the page’s own node', story('', posting('"@type":"WebPage","datePublished":"2019-03-05T10:00:00+01:00"')), '2019-03-05'],
  [
    'a line at the title that is older than what a move declared',
    story('<p>5 March 2019</p>', posting('"@type":"Article","datePublished":"2024-08-07T12:01:51Z"')),
    '2019-03-05',
  ],
  [
    'the evening before, in London time',
    story('<time>March 4, 2019</time>', posting('"@type":"Article","datePublished":"2019-03-05T03:05:00Z"')),
    '2019-03-04',
  ],
  [
    'a change is not when it appeared',
    story('<p>Updated March 5, 2020</p>', posting('"@type":"Article","datePublished":"2019-03-05"')),
    '2019-03-05',
  ],
  [
    'an older date in the text',
    story(
      '<p>The old bridge was built between March 1, 1999 and May 2, 2001, and nobody has painted it since.</p>',
      posting('"@type":"Article","datePublished":"2019-03-05"'),
    ),
    '2019-03-05',
  ],
  ['an attribute with seconds', `<div data-timestamp="1551780000"></div>${story('')}`, '2019-03-05'],
  ['a short Dutch month', story('<span>5 mrt 2019</span>'), '2019-03-05'],
  ['nothing', story('<p>Rights reserved</p>'), null],
])('the day it appeared: %s', (_what, html, day) => {
  expect(read(html).publishedTime?.slice(0, 10) ?? null).toBe(day);
});

test.each(['/2019/03/05/bridge', '/2019/mar/05/bridge', '/news/20190305/bridge.html', '/news/bridge-2019-03-05'])(
  'a day in the address: %s',
  (path) => {
    const page = new DOMParser().parseFromString(story(''), 'text/html');
    expect(finish(readMetadata(page, `https://valley-news.test${path}`)).publishedTime).toBe('2019-03-05');
  },
);

test.each<[what: string, html: string, byline: string | null]>([
  ['a role', story('<p>By Ann Example, Staff Writer</p>'), 'Ann Example'],
  [
    'two names and the site',
    story('<div>By Ann Example and Bo Sample, Valley News</div>', '<meta property="og:site_name" content="Valley News">'),
    'Ann Example, Bo Sample',
  ],
  ['a name that touches its role', story('<a rel="author" href="/a"><p>Ann Example</p><p>Reporter</p></a>'), 'Ann Example'],
  [
    'an account, and the name at the title',
    story('<p>by <a href="/authors/ann">Ann Example</a></p>', '<meta name="author" content="annex7">'),
    'Ann Example',
  ],
  ['a label of its own under the text', `${story('')}<h3>Author</h3><p>Ann Example</p>`, 'Ann Example'],
  ['a box with a picture and a name', story('<div class="author-info"><img src="a.png"><span>Ann Example</span></div>'), 'Ann Example'],
  ['a box about the author', story('<div class="author-info">Ann Example has written about rivers since 2009.</div>'), null],
])('the byline: %s', (_what, html, byline) => {
  expect(read(html).byline).toBe(byline);
});

test('the text near the title, when nothing is declared', () => {
  const metadata = read(
    '<body><article><h1>A bridge for the valley</h1><div>By <a href="/x">Ann Example</a></div><div>17 October 2023</div><p>Text</p></article>',
  );
  expect(metadata).toMatchObject({ title: 'A bridge for the valley', byline: 'Ann Example', publishedTime: '2023-10-17' });
});

test('a person goes before the site itself', () => {
  const html = `${jsonLd('{"@type":"Article","headline":"A bridge for the valley","author":{"name":"Valley News"}}')}<meta property="og:site_name" content="Valley News"><h1>A bridge for the valley</h1><p>By Ann Example</p>`;
  expect(read(html).byline).toBe('Ann Example');
});

test.each<[what: string, json: string]>([
  ['broken', '{"@type":"Article","headline":'],
  ['prototype keys', '{"@type":"Article","__proto__":{"headline":"Evil"},"constructor":{"prototype":{"headline":"Evil"}}}'],
  ['wrong types', '{"@type":["Article",7],"headline":{"a":1},"author":[null,5,[]],"datePublished":12}'],
  ['deep', `${'['.repeat(3000)}${']'.repeat(3000)}`],
])('hostile structured data does no harm: %s', (_what, json) => {
  const metadata = read(`<title>A bridge for the valley</title>${jsonLd(json)}<h1>A bridge for the valley</h1>`);
  expect(metadata.title).toBe('A bridge for the valley');
  expect(metadata.byline).toBeNull();
  expect(({} as Record<string, unknown>).headline).toBeUndefined();
});

test('language and direction from the text, when the page says nothing or something else', () => {
  const arabic = '<p>اجتمع المجلس مساء الثلاثاء وتحدث ثلاث ساعات عن الجسر وكلفته والسنوات التي سيستغرقها بناؤه</p>';
  expect(read(`<body>${arabic}`)).toMatchObject({ lang: 'ar', dir: 'rtl' });
  expect(read(`<html lang="en"><body>${arabic}`)).toMatchObject({ lang: 'ar', dir: 'rtl' });
  expect(read(`<html lang="fa-IR" dir="rtl"><body>${arabic}`)).toMatchObject({ lang: 'fa-IR', dir: 'rtl' });
  expect(read('<p>橋について市議会は三時間話し合いました。費用はまだわかりません。橋について市議会は三時間話し合いました。</p>').lang).toBe(
    'ja',
  );
});
