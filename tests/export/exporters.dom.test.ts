import { strFromU8, unzipSync } from 'fflate';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { exportFormats } from '../../utils/export/export-formats';
import { exportArticles } from '../../utils/export/exporters';
import { plainText } from '../../utils/export/to-text';
import { all, bytesOf, context, exportArticle } from './scene';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

async function only(format: 'html' | 'markdown' | 'text' | 'json', entry = exportArticle(), words = context) {
  const file = await exportArticles(format, { articles: all(entry), count: 1, title: entry.article.title }, words);
  return { name: file.name, text: strFromU8(await bytesOf(file.stream)) };
}

const withoutPictures = { ...context, picture: async () => null };

describe('Markdown', () => {
  test('front matter, structure and text, as another reader of Markdown finds them', async () => {
    const { name, text } = await only('markdown', exportArticle(), withoutPictures);
    expect(name).toBe('The harbour.md');
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    expect(front.split('\n')).toEqual([
      'title: "The harbour"',
      'description: "A day at the quay"',
      'author: "Ada Reed"',
      'site: "The Herald"',
      'source: "https://news.test/harbour"',
      'published: "2024-05-01"',
      'saved: "2023-11-14T22:13:20.000Z"',
      'lang: "en"',
      'state: "reading"',
      'favourite: true',
      'tags:',
      '  - "sea: \\"deep\\""',
      '  - "fish"',
    ]);
    const page = parse(await marked.parse(body));
    expect([...page.querySelectorAll('h1,h2,h3')].map((heading) => `${heading.localName} ${heading.textContent}`)).toEqual([
      'h1 The harbour',
      'h2 The market',
      'h3 Fish',
    ]);
    expect(page.body.textContent).toContain('Prices rose: 3 < 4 *and* more_than_that.');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('https://news.test/market?a=1&b=%7Cx');
    expect(page.querySelector('li li')?.textContent?.trim()).toBe('smoked');
    expect(page.querySelector('ol')?.getAttribute('start')).toBe('3');
    expect([...page.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['Cod', '9 | kg']);
    expect(page.querySelector('pre')?.textContent).toBe('let tide = 1;\n  tide++;\n');
    expect(page.body.textContent).toContain('$\\frac{1}{2}$');
    expect(page.querySelector('sub')?.textContent).toBe('2');
    expect(page.querySelector('img')?.getAttribute('src')).toBe('https://news.test/quay.png');
    expect(page.querySelectorAll('script')).toHaveLength(0);
  });

  test('kept pictures lie beside it, and its links find them', async () => {
    const entry = exportArticle({ title: 'Wharf (old) #1' });
    const file = await exportArticles('markdown', { articles: all(entry), count: 1, title: entry.article.title }, context);
    expect(file.name).toBe('Wharf (old) #1.zip');
    const files = unzipSync(await bytesOf(file.stream));
    expect(Object.keys(files)).toEqual(['Wharf (old) #1.md', 'Wharf (old) #1 (pictures)/1.png']);
    const page = parse(await marked.parse(strFromU8(files['Wharf (old) #1.md'] ?? new Uint8Array())));
    const addresses = [...page.querySelectorAll('img')].map((image) => decodeURIComponent(image.getAttribute('src') ?? ''));
    expect(addresses).toEqual(['Wharf (old) #1 (pictures)/1.png', 'https://news.test/lost.jpg']);
  });

  test('nothing in the text can end the front matter or become a heading', async () => {
    const entry = exportArticle({ title: 'a\n---\nb: "c"\u2028d', standfirst: '# no heading' }, '<p># no heading</p><p>--- </p>');
    const { text } = await only('markdown', entry);
    expect(text.startsWith('---\ntitle: "a\\n---\\nb: \\"c\\" d"\n')).toBe(true);
    const page = parse(await marked.parse(text.split('\n---\n').slice(1).join('\n')));
    expect(page.querySelectorAll('h2, hr')).toHaveLength(0);
  });
});

describe('HTML', () => {
  test('one file with its pictures inside, without script, asking nothing of the web', async () => {
    const { name, text } = await only('html');
    expect(name).toBe('The harbour.html');
    const page = parse(text);
    expect(page.compatMode).toBe('CSS1Compat');
    expect(page.title).toBe('The harbour');
    expect(page.documentElement.lang).toBe('en');
    expect(page.querySelector('h1')?.textContent).toBe('The harbour');
    expect(page.querySelector('.facts')?.textContent).toBe('Ada Reed · The Herald · 1 May 2024');
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect([...page.querySelectorAll('img')].map((image) => image.getAttribute('src')?.slice(0, 22))).toEqual(['data:image/png;base64,']);
    expect(page.body.textContent).toContain('[A lost picture]');
    expect(page.querySelectorAll('script, link, iframe, [srcset], [style]')).toHaveLength(0);
    expect([...page.querySelectorAll('a')].every((link) => link.rel === 'noopener noreferrer')).toBe(true);
  });

  test('is read from right to left where the article is, and its own style is let through by its policy', async () => {
    const { text } = await only('html', exportArticle({ dir: 'rtl', lang: 'ar' }));
    const frame = document.createElement('iframe');
    frame.srcdoc = text;
    document.body.append(frame);
    await new Promise((done) => frame.addEventListener('load', done));
    const page = frame.contentDocument as Document;
    expect(page.defaultView?.getComputedStyle(page.body).direction).toBe('rtl');
    expect(page.defaultView?.getComputedStyle(page.querySelector('figure') as Element).marginTop).not.toBe('0px');
    expect(page.querySelector('img')?.naturalWidth).toBe(1);
    frame.remove();
  });
});

test('plain text keeps lines, list marks and cells', async () => {
  const { text } = await only('text', exportArticle(), withoutPictures);
  expect(text).toBe(`The harbour

A day at the quay

Ada Reed · The Herald · 1 May 2024

The first boats came in early, & the market filled.

The market

Prices rose: 3 < 4 *and* more_than_that.

[The quay]

The quay in spring

Missing: [A lost picture]

Fish

- Herring
  - smoked
- Cod

3. Third
4. Fourth

Fish | Price
Cod | 9 | kg

let tide = 1;
  tide++;

It was the best of tides.

H2O \\frac{1}{2}

https://news.test/harbour
`);
});

test('a list item with paragraphs keeps its mark, and line breaks end lines', () => {
  const page = parse('<ul><li><p>one</p><p>two</p></li></ul><p>a<br>b</p>');
  expect(plainText(page.body)).toBe('- one\ntwo\n\na\nb');
});

test('JSON is a list of whole articles with their marks', async () => {
  const entries = [exportArticle({ url: 'https://news.test/1' }), exportArticle({ url: 'https://news.test/2' })];
  const file = await exportArticles('json', { articles: all(...entries), count: 2, title: 'Two' }, context);
  const { format, articles } = JSON.parse(strFromU8(await bytesOf(file.stream)));
  expect(format).toBe('clean-copy/articles');
  expect(articles).toEqual(
    entries.map(({ article }) => ({
      ...article,
      ...{ savedAt: 1_700_000_000_000, state: 'reading', favourite: true, tags: ['sea: "deep"', 'fish'], progress: 0.5 },
      ...{ readAt: null, archivedAt: null },
    })),
  );
});

test.each(exportFormats)('several articles of one title as %s: none takes the place of another', async (format) => {
  const entries = [exportArticle(), exportArticle({ title: 'THE HARBOUR' }), exportArticle()];
  const file = await exportArticles(format, { articles: all(...entries), count: 3, title: 'My articles' }, context);
  if (format === 'json') return expect(file.name).toBe('My articles.json');
  const names = Object.keys(unzipSync(await bytesOf(file.stream)));
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const texts = names.filter((name) => /\.(md|txt|html)$|c\d\.xhtml$/.test(name));
  expect(texts).toHaveLength(3);
});

test('a stream that nobody reads on asks for no more articles', async () => {
  let asked = 0;
  const endless = (async function* () {
    for (;;) {
      asked++;
      yield exportArticle();
    }
  })();
  const file = await exportArticles('text', { articles: endless, count: 10_000, title: 'Many' }, context);
  const stop = new AbortController();
  let parts = 0;
  const written = file.stream.pipeTo(new WritableStream({ write: () => (++parts === 20 ? stop.abort() : undefined) }), stop);
  await expect(written).rejects.toThrow('abort');
  expect(asked).toBeLessThan(20);
});
