import { afterEach, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { looksOf } from '../../components/reader/looks/looks-of';
import { readerCss } from '../../components/styles/reader-css';
import { type BundledFaceName, bundledFaces } from '../../utils/fonts/bundled-faces';
import { filesFor } from '../../utils/fonts/files-for';
import { defaultReaderSettings, type ReaderSettings } from '../../utils/settings/reader-settings';

const names = Object.keys(bundledFaces) as BundledFaceName[];
const english =
  'The water came on a Tuesday, as it nearly always had, just after the schools let out. By six in the evening it stood at the second ' +
  'step of the town hall, and by eight the council had stopped pretending that it would stop there. What happened next is the reason ' +
  'that engineers from four countries now come here to look at a meadow. Nobody in the town calls it a flood any more; they call it the ' +
  'visit, announced two days ahead, and when it leaves the herons have the fields to themselves until the first hay is cut in June.';

beforeAll(async () => {
  await page.viewport(1280, 900); // in narrow views other rules hold
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(readerCss);
  document.adoptedStyleSheets = [sheet];
  for (const name of names) {
    const { family, source } = bundledFaces[name];
    for (const { path, range, ...cut } of filesFor(bundledFaces[name], english)) {
      const url = `/node_modules/${source}/files/${path.split('/').at(-1)}`;
      document.fonts.add(await new FontFace(family, `url("${url}")`, { ...cut, unicodeRange: range }).load());
    }
  }
});
afterEach(() => document.body.replaceChildren());

/** A paragraph set as the reader sets it, in a view that is wide enough. */
function set(text: string, lang: string, settings: Partial<ReaderSettings> = {}): { article: HTMLElement; paragraph: HTMLElement } {
  const { style, ...attributes } = looksOf({ ...defaultReaderSettings, ...settings }, null);
  const reader = Object.assign(document.createElement('div'), { className: 'reader' });
  for (const [name, value] of Object.entries(attributes)) reader.setAttribute(name, String(value));
  for (const [name, value] of Object.entries(style)) reader.style.setProperty(name, String(value));
  reader.style.inlineSize = '1800px';
  const article = Object.assign(document.createElement('article'), { className: 'article', lang });
  const body = Object.assign(document.createElement('div'), { className: 'text' });
  const paragraph = Object.assign(document.createElement('p'), { textContent: text });
  body.append(paragraph);
  article.append(body);
  reader.append(article);
  document.body.append(reader);
  return { article, paragraph };
}

/** Characters of each line but the last. */
function linesOf(paragraph: HTMLElement): number[] {
  const text = paragraph.firstChild as Text;
  const range = document.createRange();
  const lengths = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const top = Math.round(range.getBoundingClientRect().top);
    lengths.set(top, (lengths.get(top) ?? 0) + 1);
  }
  return [...lengths.values()].slice(0, -1);
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test.each(names)('%s: the measure is the number of characters that it says, and of the same size as the others', (font) => {
  const { article, paragraph } = set(english, 'en', { font });
  const lines = linesOf(paragraph);
  expect(mean(lines)).toBeGreaterThan(60);
  expect(mean(lines)).toBeLessThan(70);
  const size = Number.parseFloat(getComputedStyle(article).fontSize);
  expect(size).toBeGreaterThan(16);
  expect(size).toBeLessThan(22);
});

test('each face is known to the style sheets by the name it is loaded under', () => {
  for (const font of names) {
    const { article } = set(english, 'en', { font });
    expect(getComputedStyle(article).fontFamily, font).toMatch(new RegExp(`^"${bundledFaces[font].family}"`));
  }
});

test('a typeface that is named, or the page has, comes first; what was typed cannot say more than a name', () => {
  const { article } = set(english, 'en', { font: 'own', fontName: 'A"; } * { color: red; } "' });
  expect(getComputedStyle(article).fontFamily).toMatch(/^"A\\"; } \* { color: red; } \\"", "Clean Copy Serif"/);
  const { style } = looksOf({ ...defaultReaderSettings, font: 'site' }, 'Georgia, serif');
  expect(style).toMatchObject({ '--face-site': 'Georgia, serif' });
});

test('spaces are set as they are asked for', () => {
  const { paragraph } = set(english, 'en', { textSize: 20, lineHeight: 200, paragraphSpacing: 150, letterSpacing: 10, wordSpacing: 20 });
  expect(getComputedStyle(paragraph)).toMatchObject({
    lineHeight: '40px',
    marginBottom: '30px',
    letterSpacing: '2px',
    wordSpacing: '4px',
  });
});

test('Arabic letters stay joined, whatever the spacing', () => {
  expect(getComputedStyle(set('جاء الماء', 'ar', { letterSpacing: 20 }).paragraph).letterSpacing).toBe('normal');
});

test.each([
  ['en', false, 'manual', 'start'],
  ['en', true, 'auto', 'justify'],
  ['de', false, 'auto', 'start'],
  ['de', true, 'auto', 'justify'],
  ['ja', false, 'manual', 'justify'],
] as const)('%s, justified: %s: words are hyphenated %s, lines set %s', (lang, justify, hyphens, textAlign) => {
  expect(getComputedStyle(set(english, lang, { justify }).paragraph)).toMatchObject({ hyphens, textAlign });
});

test('opening quotation marks hang before the edge, but not those of Chinese and Japanese', () => {
  const left = (lang: string) => {
    const { paragraph } = set('“Come in,” she said.', lang);
    paragraph.dataset.hangs = 'two';
    return Number.parseFloat(getComputedStyle(paragraph).textIndent);
  };
  expect(left('en')).toBeLessThan(-5);
  expect(left('ja')).toBeCloseTo(0);
});

test('a text is given the files that have its letters, upright ones first, and no others', () => {
  const cuts = (text: string) =>
    filesFor(bundledFaces.serif, text).map(({ path }) => path.replace(/^fonts\/literata-|-opsz|\.woff2$/g, ''));
  expect(cuts('Plain words')).toEqual(['latin-normal', 'latin-italic']);
  expect(cuts('Łódź')).toEqual(['latin-normal', 'latin-ext-normal', 'latin-italic', 'latin-ext-italic']);
  expect(cuts('река')).toEqual(['cyrillic-normal', 'cyrillic-italic']);
  expect(cuts('川')).toEqual([]);
});
