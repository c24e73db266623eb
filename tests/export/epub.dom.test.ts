import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import type { ExportArticle, ExportContext, PictureSource } from '../../utils/export/export-article';
import { exportArticles } from '../../utils/export/exporters';
import { base64 } from '../../utils/export/to-html';
import { all, bytesOf, context, exportArticle, keptPicture } from './scene';

const bookOf = (...entries: ExportArticle[]) => bookWith(context, ...entries);

async function bookWith(given: ExportContext, ...entries: ExportArticle[]) {
  const file = await exportArticles('epub', { articles: all(...entries), count: entries.length, title: 'Weekend' }, given);
  const bytes = await bytesOf(file.stream);
  const files = unzipSync(bytes);
  const page = (name: string) => {
    const parsed = new DOMParser().parseFromString(strFromU8(files[name] ?? new Uint8Array()), 'application/xml');
    expect(parsed.querySelector('parsererror')?.textContent, name).toBeUndefined();
    return parsed;
  };
  return { bytes, files, page };
}

/** The rules that hold without a validator: what the container must be, and that each page is well-formed and each file is listed. */
function expectValid({ bytes, files, page }: Awaited<ReturnType<typeof bookOf>>): void {
  expect(strFromU8(bytes.slice(0, 4), true)).toBe('PK\u0003\u0004');
  expect([bytes[8], bytes[9], bytes[28], bytes[29]], 'the first file is stored, without an extra field').toEqual([0, 0, 0, 0]);
  expect(strFromU8(bytes.slice(30, 58), true)).toBe('mimetypeapplication/epub+zip');
  page('META-INF/container.xml');
  const listed = [...page('EPUB/book.opf').querySelectorAll('manifest > item')].map((item) => `EPUB/${item.getAttribute('href')}`);
  const held = Object.keys(files).filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf'));
  expect(listed.sort()).toEqual(held.sort());
  for (const name of held.filter((name) => name.endsWith('.xhtml'))) {
    const chapter = page(name);
    expect(chapter.querySelector('script, iframe, object, embed, form, style, [style], [srcset], [onclick]'), name).toBe(null);
    for (const link of chapter.querySelectorAll('a[href], img[src]')) {
      const address = link.getAttribute('href') ?? link.getAttribute('src') ?? '';
      if (/^(https?|mailto):/.test(address)) continue;
      const [path, id] = address.split('#');
      const target = path ? `EPUB/${path}` : name;
      expect(held).toContain(target);
      if (id) expect(page(target).getElementById(id), address).not.toBe(null);
    }
  }
}

test('one article: its sections are the contents, its pictures are inside, its words are all there', async () => {
  const book = await bookOf(exportArticle());
  expectValid(book);
  const opf = book.page('EPUB/book.opf');
  const meta = (name: string) => opf.getElementsByTagName(`dc:${name}`)[0]?.textContent;
  expect([meta('title'), meta('creator'), meta('publisher'), meta('language'), meta('date'), meta('source')]).toEqual([
    ...['The harbour', 'Ada Reed', 'The Herald', 'en', '2024-05-01', 'https://news.test/harbour'],
  ]);
  expect([...book.page('EPUB/nav.xhtml').querySelectorAll('nav a')].map((link) => link.textContent)).toEqual([
    'The harbour',
    'The market',
    'Fish',
  ]);
  expect(book.page('EPUB/nav.xhtml').querySelector('li li li a')?.getAttribute('href')).toBe('c1.xhtml#cc-fish');
  const chapter = book.page('EPUB/c1.xhtml');
  expect(chapter.querySelector('img')?.getAttribute('src')).toBe('p1.png');
  expect(chapter.documentElement.textContent).toContain('Prices rose: 3 < 4 *and* more_than_that.');
  expect(chapter.documentElement.textContent).toContain('[A lost picture]');
});

test('a picture of a kind that not every e-reader shows becomes a JPEG; a broken one becomes its words', async () => {
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d');
  const webp = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp' })).arrayBuffer());
  const picture: PictureSource = async (url) => ({ type: 'image/webp', bytes: url === keptPicture ? webp : new Uint8Array([1, 2]) });
  const book = await bookWith({ ...context, picture }, exportArticle());
  expectValid(book);
  expect([...book.page('EPUB/c1.xhtml').querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual(['p1.jpg']);
  expect(book.page('EPUB/c1.xhtml').documentElement.textContent).toContain('[A lost picture]');
});

test('several articles make one book with a table of contents, read in the direction most are written', async () => {
  const arabic = { lang: 'ar', dir: 'rtl' as const, title: 'الميناء' };
  const book = await bookOf(exportArticle(arabic), exportArticle(arabic), exportArticle({ title: '' }));
  expectValid(book);
  const opf = book.page('EPUB/book.opf');
  expect(opf.querySelector('spine')?.getAttribute('page-progression-direction')).toBe('rtl');
  expect(opf.getElementsByTagName('dc:language')[0]?.textContent).toBe('ar');
  expect(opf.getElementsByTagName('dc:title')[0]?.textContent).toBe('Weekend');
  expect(book.page('EPUB/c1.xhtml').documentElement.getAttribute('dir')).toBe('rtl');
  const chapters = [...book.page('EPUB/nav.xhtml').querySelectorAll('nav > ol > li > a')].map((link) => link.textContent);
  expect(chapters).toEqual(['الميناء', 'الميناء', 'Untitled']);
});

const hostile = () => {
  const heading = { id: 'cc-x', kind: 'native' as const, text: '</a><script>x</script>\u0000' };
  return exportArticle(
    {
      title: ']]><script>alert(1)</script>\u0001&amp;',
      byline: '"><x/>',
      lang: '"onload="x',
      url: 'https://news.test/a"b<c>{d}|e^f?q=[1]&r=é#%zz#two',
      headings: [
        { ...heading, level: 4 },
        { ...heading, level: 2, id: 'cc-y' },
        { ...heading, level: 6, id: 'cc-gone' },
      ],
    },
    '<h4 id="cc-x">One</h4><h2 id="cc-y">Two</h2><p id="cc-y">\u0008text <a href="#cc-none">nowhere</a> <a href="https://news.test/[a]|b^%zz#x#y">odd</a></p>',
  );
};

test('hostile words, languages and addresses stay words', async () => {
  const book = await bookOf(hostile());
  expectValid(book);
  expect(book.page('EPUB/c1.xhtml').querySelector('h1')?.textContent).toBe(']]><script>alert(1)</script>&amp;');
});

const tags =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );
const attributes =
  'alt="x" colspan="0" colspan="2" datetime="soon" dir="up" dir="rtl" height="1.5" height="20" href="#cc-1" href="https://news.test/ü" id="cc-1" id="cc-2" lang="e" lang="fa" reversed rowspan="2" scope="here" scope="col" src="https://news.test/quay.png" start="x" title="a &lt; b" value="3" width="100%"'.split(
    / (?=\w+(?:=|\s))/,
  );

/** Markup that no one would write, always the same. */
function tangled(seed: number): string {
  let state = seed * 2_654_435_761;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const write = (depth: number): string => {
    let markup = '';
    for (let count = random(4) + 1; count > 0; count--) {
      const tag = tags[random(tags.length)];
      const attribute = random(2) ? ` ${attributes[random(attributes.length)]}` : '';
      markup += random(3) ? `word${random(100)} ` : '';
      if (depth > 0) markup += `<${tag}${attribute}>${write(depth - 1)}</${tag}>`;
    }
    return markup;
  };
  return write(4);
}

const tangles = () => Array.from({ length: 60 }, (_, seed) => exportArticle({ title: `Number ${seed}`, headings: [] }, tangled(seed + 1)));

test('markup of every allowed kind, nested in every wrong way, comes out valid with every word', async () => {
  const words = (text: string | null | undefined) => text?.match(/word\d+/g)?.sort() ?? [];
  const entries = tangles();
  const before = entries.map(({ body }) => words(body.textContent));
  const book = await bookOf(...entries);
  const after = entries.map((_, at) => words(book.page(`EPUB/c${at + 1}.xhtml`).documentElement.textContent));
  for (const [at, found] of after.entries()) expect(found.join(' '), `text ${at}`).toBe(before[at]?.join(' '));
  expect(before.flat().length).toBeGreaterThan(1000);
  expectValid(book);
});

/** A virtual machine that starts on a loaded computer. Milliseconds. */
const patience = 180_000;

test('EPUBCheck, where it is installed, finds no fault', { timeout: patience }, async () => {
  const arabic = exportArticle({ lang: 'ar', dir: 'rtl', title: 'الميناء' });
  for (const entries of [[exportArticle()], [arabic, hostile(), exportArticle({ title: '' }), ...tangles()]]) {
    const { bytes } = await bookOf(...entries);
    expect((await commands.checkEpub(base64(bytes))) ?? []).toEqual([]);
  }
});
