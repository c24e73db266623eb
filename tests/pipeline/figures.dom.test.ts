import { expect, test } from 'vitest';
import { finish } from '../../utils/pipeline/steps';
import { buildSections } from '../../utils/pipeline/structure/build-sections';

const paragraph = '<p>The council met on Tuesday evening and spoke for three hours about the bridge and its cost.</p>';

function build(html: string): Element {
  const page = new DOMParser().parseFromString(`<base href="https://news.test/a"><div id="body">${html}</div>`, 'text/html');
  const body = page.getElementById('body') as Element;
  finish(buildSections(body, { title: 'A bridge', standfirst: null, byline: null }));
  return body;
}

test.each<[what: string, html: string, source: string]>([
  ['a lazy attribute', '<img src="data:image/gif;base64,R0" data-src="/bridge.jpg">', '/bridge.jpg'],
  ['a lazy set', '<img src="data:image/gif;base64,R0" data-srcset="/small.jpg 300w, /large.jpg 900w">', '/large.jpg'],
  ['noscript', '<img src="data:image/gif;base64,R0"><noscript>&lt;img src="/bridge.jpg"></noscript>', '/bridge.jpg'],
  ['the copy’s mark', '<img src="data:image/gif;base64,R0" data-cc-src="/bridge.jpg">', '/bridge.jpg'],
  ['an attribute of the site’s own', '<img src="data:image/gif;base64,R0" nitro-src="/bridge.jpg">', '/bridge.jpg'],
  ['a picture', '<picture><source srcset="/small.webp 300w, /large.webp 900w"><img src="/placeholder.gif"></picture>', '/large.webp'],
])('the source comes from %s', (_what, html, source) => {
  expect(build(`${paragraph}<div>${html}</div>`).querySelector('figure img')?.getAttribute('src')).toBe(source);
});

test('a caption beside an image becomes its figcaption, once', () => {
  const body = build(`<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">The bridge in May</p></div>${paragraph}`);
  expect(body.querySelector('figure figcaption')?.textContent).toBe('The bridge in May');
  expect(body.textContent?.match(/The bridge in May/g)).toHaveLength(1);
  const twice = build(`<figure><img src="/a.jpg"><figcaption>The bridge</figcaption></figure><p>The bridge</p>${paragraph}`);
  expect(twice.textContent?.match(/The bridge(?! )/g)).toHaveLength(1);
});

test.each<[where: string, html: string, caption: string, credit: string]>([
  [
    'in the caption',
    '<figure><img src="/a.jpg"><figcaption>The bridge <span class="photo-credit">Photo: Ada Reed</span></figcaption></figure>',
    'The bridge Photo: Ada Reed',
    'Photo: Ada Reed',
  ],
  [
    'beside it',
    '<figure><img src="/a.jpg"><figcaption>The bridge</figcaption><div class="credit"><p>Ada Reed</p></div></figure>',
    'The bridge Ada Reed',
    'Ada Reed',
  ],
  ['alone', '<figure><img src="/a.jpg"><span itemprop="copyrightHolder">Ada Reed</span></figure>', ' Ada Reed', 'Ada Reed'],
])('a credit %s is told apart in the caption', (_where, html, caption, credit) => {
  const figure = build(html + paragraph).querySelector('figure');
  expect(figure?.querySelector('figcaption')?.textContent?.replace(/\s+/g, ' ')).toBe(caption);
  expect(figure?.querySelector('figcaption small')?.textContent).toBe(credit);
  expect(figure?.textContent?.match(/Ada Reed/g)).toHaveLength(1);
});

test('counters and spacers go', () => {
  expect(build(`<img src="/x.gif" width="1" height="1"><img src="https://t.test/pixel.gif">${paragraph}`).querySelector('img')).toBeNull();
});

test('frames become links that say what they show, or name their host', () => {
  const link = build(
    `${paragraph}<iframe src="https://www.youtube.com/embed/abcdef12345?x=1" title="YouTube video player"></iframe>`,
  ).querySelector('a');
  expect(link?.textContent).toBe('youtube.com');
  expect(link?.getAttribute('href')).toBe('https://www.youtube.com/watch?v=abcdef12345');
  expect(link?.parentElement?.className).toBe('embed-video');
  const sound = build(`${paragraph}<audio controls aria-label="The interview"><source src="/talk.mp3"></audio>`).querySelector('a');
  expect([sound?.textContent, sound?.getAttribute('href'), sound?.parentElement?.className]).toEqual([
    'The interview',
    'https://news.test/talk.mp3',
    'embed-audio',
  ]);
  expect(build(`${paragraph}<iframe src="https://ad.doubleclick.net/x"></iframe>`).querySelector('a,iframe')).toBeNull();
  expect(build(`${paragraph}<iframe src="https://evil.test/?//www.youtube.com/"></iframe>`).querySelector('a')?.textContent).toBe(
    'evil.test',
  );
});

test('layout tables are unwrapped, tables of data stay', () => {
  expect(build(`<table><tr><td>${paragraph}<p><b>Why it fell</b></p>${paragraph}</td></tr></table>`).querySelector('h2')?.textContent).toBe(
    'Why it fell',
  );
  const data = '<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2020</td><td>3</td></tr></table>';
  expect(build(paragraph + data).querySelectorAll('th')).toHaveLength(2);
});

test('footnotes and the way back keep working under ids of ours', () => {
  const body = build(
    `<p>Text<a id="r1" href="#n1">1</a> and <a href="#gone">more</a></p>${paragraph}<ol><li id="n1">Note <a href="#r1">back</a></li></ol>`,
  );
  const [to, gone, back] = [...body.querySelectorAll('a')];
  expect(body.querySelector(to?.getAttribute('href') ?? '')?.localName).toBe('li');
  expect(body.querySelector(back?.getAttribute('href') ?? '')).toBe(to);
  expect(gone?.hasAttribute('href')).toBe(false);
  expect([...body.querySelectorAll('[id]')].every(({ id }) => /^cc-[\w-]{1,60}$/.test(id))).toBe(true);
});

test('a picture without any source goes with its caption', () => {
  const body = build(`${paragraph}<figure><img alt="The bridge"><figcaption>The bridge in May</figcaption></figure>`);
  expect(body.querySelector('img,figure')).toBeNull();
  expect(body.textContent).not.toContain('The bridge in May');
});
