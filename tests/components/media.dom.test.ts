import { expect, test, vi } from 'vitest';
import { framePictures, largestSource, replaceMissing } from '../../components/reader/media/frame-pictures';
import { frameTables } from '../../components/reader/media/frame-tables';
import { watchFrames } from '../../components/reader/media/scroll-frames';
import { pictureActOf, stepZoom } from '../../components/reader/media/zoom';
import { findNote, noteContent } from '../../components/reader/notes/find-note';
import { colourCode } from '../../utils/code-colours/colour-code';

// The words come from the browser's own store, which no page has.
vi.mock('../../components/reader/words', () => ({ i18n: { t: (key: string) => key } }));

/** A piece of an article, as the sanitiser hands it over. */
function piece(html: string): DocumentFragment {
  const page = new DOMParser().parseFromString(`<base href="https://news.test/a"><div>${html}</div>`, 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...document.importNode(page.querySelector('div') as Element, true).childNodes);
  return fragment;
}

test.each<[what: string, html: string, isButton: boolean, source: string | null]>([
  ['a picture', '<figure><img src="https://news.test/a.png" alt="A"></figure>', true, 'https://news.test/a.png'],
  [
    'the widest of a set',
    '<p><img src="https://n.test/a.png" srcset="https://n.test/s.png 300w, https://n.test/l.png 900w"></p>',
    true,
    'https://n.test/l.png',
  ],
  [
    'linked to its own file',
    '<figure><a href="https://n.test/full.JPG"><img src="https://n.test/a.png"></a></figure>',
    true,
    'https://n.test/full.JPG',
  ],
  ['linked elsewhere', '<figure><a href="https://n.test/story"><img src="https://n.test/a.png"></a></figure>', false, null],
  ['an icon', '<figure><img src="https://n.test/a.png" width="32" height="32"></figure>', false, null],
  ['in a line of text', '<p>See <img src="https://n.test/a.png"> here</p>', false, null],
])('%s: a button %#', (_what, html, isButton, source) => {
  const body = piece(html);
  framePictures(body);
  const image = body.querySelector('img') as HTMLImageElement;
  expect(image.closest('button') !== null).toBe(isButton);
  if (source) expect(largestSource(image)).toBe(source);
  expect(image.loading).toBe('lazy');
});

test.each<[what: string, html: string, left: string]>([
  ['with words', '<figure><img src="x" alt="The stairs"><figcaption>Twice a day</figcaption></figure>', 'The stairsTwice a day'],
  [
    'of which only a caption speaks',
    '<figure><img src="x" alt=""><figcaption>Twice a day</figcaption></figure>',
    'picture.missingTwice a day',
  ],
  ['of which nobody speaks', '<p>Before <img src="x" alt=""> after</p>', 'Before  after'],
])('a missing picture %s', (_what, html, left) => {
  const body = piece(html);
  framePictures(body);
  replaceMissing(body.querySelector('img') as HTMLImageElement);
  expect(body.textContent).toBe(left);
  expect(body.querySelector('img,button')).toBeNull();
});

test('a table keeps its head and its caption, and scrolls only where it is too wide', async () => {
  const cells = (tag: string) => `<tr>${`<${tag}>a long word</${tag}>`.repeat(9)}</tr>`;
  const body = piece(`<table><caption>Ships</caption>${cells('th')}${cells('td')}</table><table><tr><td>1</td><td>2</td></tr></table>`);
  frameTables(body);
  const box = document.createElement('div');
  box.style.cssText = 'width: 300px; white-space: nowrap';
  box.append(body);
  document.body.append(box);
  const stop = watchFrames(box);
  const [wide, narrow] = box.querySelectorAll<HTMLElement>('.table-frame');
  await expect.poll(() => wide?.hasAttribute('data-wide')).toBe(true);
  if (wide) wide.style.overflow = 'auto';
  expect([wide?.tabIndex, wide?.getAttribute('role'), wide?.getAttribute('aria-label'), wide?.dataset.more]).toEqual([
    0,
    'region',
    'Ships',
    'end',
  ]);
  expect([narrow?.tabIndex, narrow?.getAttribute('role'), narrow?.dataset.more]).toEqual([-1, null, undefined]);
  expect(wide?.querySelectorAll('thead th')).toHaveLength(9);
  expect(narrow?.querySelector('thead')).toBeNull();
  wide?.scrollTo({ left: 60 });
  await expect.poll(() => wide?.dataset.more).toBe('start end');
  wide?.scrollTo({ left: 5000 });
  await expect.poll(() => wide?.dataset.more).toBe('start');
  box.style.width = '3000px';
  await expect.poll(() => wide?.getAttribute('role')).toBeNull();
  stop();
});

test('what keys ask of a picture', () => {
  const at = { zoomed: false, isRtl: false };
  expect(pictureActOf('ArrowRight', at)).toEqual({ go: 1 });
  expect(pictureActOf('ArrowRight', { ...at, isRtl: true })).toEqual({ go: -1 });
  expect(pictureActOf('ArrowRight', { ...at, zoomed: true })).toEqual({ pan: [90, 0] });
  expect(pictureActOf('ArrowUp', at)).toBeNull();
  expect(pictureActOf('PageDown', { ...at, zoomed: true })).toEqual({ go: 1 });
  expect(pictureActOf('=', at)).toEqual({ zoom: 1 });
  expect(pictureActOf('Escape', at)).toBe('close');
  expect([stepZoom(1, -1), stepZoom(1, 1), stepZoom(4, 1)]).toEqual([1, 1.5, 4]);
});

const noted = `<p>Text<sup id="cc-to-2"><a href="#cc-to-1">1</a></sup>, <a href="#cc-1">below</a>, <a href="#cc-to-5">a figure</a>.</p><h2 id="cc-1">Below</h2>
<figure id="cc-to-5"><img alt=""></figure>
<ol><li id="cc-to-1"><b><a href="#cc-to-2">^</a></b> See <a href="https://x.test/">the minutes</a> of <em id="cc-to-9">May</em>.</li>
<li><a id="cc-to-3"></a>Another <a href="#cc-to-2">↩</a></li></ol><p><a href="#cc-to-3">3</a></p>`;

test('links to notes are told from others, and a note is shown without its ways back', () => {
  const body = piece(noted);
  const notes = [...body.querySelectorAll('a[href^="#"]')].map((link) => findNote(link, body)?.id ?? null);
  expect(notes).toEqual(['cc-to-1', null, null, null, null, null]);
  const note = body.querySelector('#cc-to-1') as Element;
  const content = noteContent(note, body);
  expect(content.textContent?.trim()).toBe('See the minutes of May.');
  expect(content.querySelector('[id]')).toBeNull();
  expect(content.querySelector('a')?.href).toBe('https://x.test/');
  expect(note.textContent).toContain('^'); // the text itself stays as it was
});

test.each<[language: string, code: string, kinds: string[]]>([
  ['js', '\n\nconst a = "b <i>c</i>" + 1; // d &amp; e', ['keyword', 'string', 'number', 'comment']],
  ['html', '<p class="a">b</p>', ['keyword', 'name', 'string']],
  ['diff', '+a\n-b', ['string', 'deletion']],
])('%s is coloured, and stays the same text', (language, code, kinds) => {
  const parts = colourCode(code, language);
  expect(parts?.map(({ text }) => text).join('')).toBe(code);
  const found = parts?.map(({ kind }) => (kind === 'addition' ? 'string' : kind)).filter(Boolean);
  expect([...new Set(found)].sort()).toEqual([...kinds].sort());
});

test('a language nobody here knows stays plain', () => {
  expect(colourCode('a', 'unheard-of')).toBeNull();
  expect(colourCode('a', 'constructor')).toBeNull();
});
