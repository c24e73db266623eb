import { expect, test } from 'vitest';
import { cleanName } from '../../utils/pipeline/extract/read-byline';
import { readIsoDate, readWrittenDate } from '../../utils/pipeline/extract/read-date';
import { readMetadata } from '../../utils/pipeline/extract/read-metadata';

const url = 'https://www.valley-news.test/2024/bridge';
const read = (html: string) => readMetadata(new DOMParser().parseFromString(html, 'text/html'), url);
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
