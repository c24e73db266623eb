import { expect, test, vi } from 'vitest';
import { type ShownPicture, showPictures } from '../../components/library/show-pictures';
import { largestSource } from '../../components/reader/media/frame-pictures';

// The words come from the browser's own store, which no page has.
vi.mock('../../components/reader/words', () => ({ i18n: { t: (key: string) => key } }));

/** A text in a document that loads nothing, as the sanitiser makes it. */
function bodyOf(html: string): DocumentFragment {
  const page = document.implementation.createHTMLDocument();
  const template = page.createElement('template');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  template.content.append(...parsed.body.childNodes);
  return template.content;
}

const here: Record<string, ShownPicture> = {
  'https://n.test/here.jpg': { url: 'blob:https://library.test/1', width: 800, height: 600 },
  'https://n.test/dot': 'blank',
};
const show = (html: string) => {
  const body = bodyOf(html);
  const missing = showPictures(body, (src) => here[src] ?? null, 'Picture');
  return { body, missing };
};

test('what is kept is shown from this machine, and leaves no other address', () => {
  const { body, missing } = show(
    '<figure><a href="https://n.test/full.jpg"><img src="https://n.test/here.jpg" srcset="https://n.test/large.jpg 2000w"></a></figure>',
  );
  const image = body.querySelector('img') as HTMLImageElement;
  expect([missing, image.getAttribute('src'), image.width, image.height]).toEqual([0, 'blob:https://library.test/1', 800, 600]);
  expect(image.hasAttribute('srcset')).toBe(false);
  expect(largestSource(image)).toBe('blob:https://library.test/1');
});

test('its own proportions stay, where the page gave them', () => {
  const { body } = show('<img src="https://n.test/here.jpg" width="400" height="300">');
  expect(body.querySelector('img')?.width).toBe(400);
});

test.each<[what: string, html: string, text: string, shape: string | null]>([
  [
    'its words and its proportions',
    '<figure><img src="https://n.test/gone" width="1600" height="900" alt="The quay"></figure>',
    'The quay',
    '1.778',
  ],
  [
    'a name, where it has none',
    '<figure><img src="https://n.test/gone"><figcaption> At low tide</figcaption></figure>',
    'Picture At low tide',
    '1.500',
  ],
  [
    'its words alone in a line',
    '<p>See <img src="https://n.test/gone" width="20" height="20" alt="a bell"> here</p>',
    'See a bell here',
    null,
  ],
  ['no trace of what has no words there', '<p>See <img src="https://n.test/gone" width="20" alt=""> here</p>', 'See  here', null],
])('a missing picture leaves %s', (_what, html, text, shape) => {
  const { body, missing } = show(html);
  expect([missing, body.textContent, body.querySelector('img')]).toEqual([1, text, null]);
  expect(body.querySelector<HTMLElement>('[data-shape]')?.style.getPropertyValue('--ratio') ?? null).toBe(shape);
});

test('what shows nothing is not missed, nor is its empty figure', () => {
  const { body, missing } = show(
    '<p>a</p><figure><img src="https://n.test/dot"></figure><source srcset="https://n.test/a"><img alt="no address">',
  );
  expect([missing, body.textContent, body.querySelectorAll('img,figure,source').length]).toEqual([0, 'a', 0]);
});
