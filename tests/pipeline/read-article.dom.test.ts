import { describe, expect, test } from 'vitest';
import { readArticle } from '../../utils/pipeline/read-article';
import { fixtureNames, fixtureSource, showPage } from './fixture-pages';

const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Everything a page's script could see of its document. */
function lookOf(page: Document): string {
  const shadows = [...page.querySelectorAll('*')].map((element) => element.shadowRoot?.innerHTML ?? '').join('');
  return page.documentElement.outerHTML + shadows + page.adoptedStyleSheets.length;
}

describe('reading never changes the live page', () => {
  test.each(fixtureNames)('%s', async (name) => {
    const page = await showPage(fixtureSource(name));
    const before = lookOf(page);
    readArticle(page, 'https://news.test/story');
    expect(lookOf(page)).toBe(before);
  });

  test('a page with clobbered forms, shadow roots and lazy pictures', async () => {
    const page = await showPage(hostileForm);
    page.querySelector('x-card')?.attachShadow({ mode: 'open' }).append('shadow text');
    const before = lookOf(page);
    readArticle(page, 'https://news.test/story');
    expect(lookOf(page)).toBe(before);
  });
});

const sentence = 'The keeper of the lighthouse wrote down every ship that passed, for forty years, in the same green ink. ';
const story = `<p>${sentence.repeat(3)}</p>`.repeat(4);
const hostileForm = `<!DOCTYPE html><body><h1>Forty years of ships</h1><x-card></x-card><form id="children">
  <input name="parentNode"><input name="parentElement"><input name="tagName"><input name="getAttribute"><input name="querySelectorAll">
  <input name="textContent"><input name="attributes"><input name="firstChild"><input name="childNodes"><input name="remove"><input name="nextSibling">
  ${story}</form></body>`;

describe('a page whose form shadows the members of elements', () => {
  test('is read whole', async () => {
    const reading = readArticle(await showPage(hostileForm), 'https://news.test/story');
    expect(reading.ok && words(reading.article.contentHtml.replace(/<[^>]+>/g, ' '))).toBe(words(sentence.repeat(12)));
  });
});

test.each([
  ['/', 'https://news.test/maps'],
  ['https://cdn.test/a/', 'https://cdn.test/a/maps'],
  ['javascript:void 0', 'https://news.test/2024/maps'],
])('addresses are relative to what the page says they are: %s', async (base, wanted) => {
  const links =
    '<figure><img src="maps" alt="The reef" width="900" height="500"></figure><p>There is a <a href="maps">map</a> of them all.</p>';
  const page = await showPage(
    `<!DOCTYPE html><base href="${base}"><body><article><h1>Forty years</h1>${story}${links}${story}</article></body>`,
  );
  const reading = readArticle(page, 'https://news.test/2024/story');
  expect(reading.ok && reading.article.contentHtml).toContain(`<a href="${wanted}">`);
  expect(reading.ok && reading.article.contentHtml).toContain(`src="${wanted}"`);
});

test('a page that holds its text twice, for wide and narrow screens, is read once', async () => {
  const text = Array.from({ length: 6 }, (_, nth) => `<p>Paragraph ${nth}: ${sentence.repeat(2)}</p>`).join('');
  const page = await showPage(
    `<!DOCTYPE html><body><article><h1>Forty years of ships</h1><div class="wide">${text}</div><div class="narrow">${text}</div></article></body>`,
  );
  const reading = readArticle(page, 'https://news.test/story');
  expect(reading.ok && reading.article.contentHtml.match(/Paragraph \d/g)).toEqual(
    ['0', '1', '2', '3', '4', '5'].map((nth) => `Paragraph ${nth}`),
  );
});

describe('what only the live page knows', () => {
  test('text in open shadow roots is read, with what is slotted into it', async () => {
    const page = await showPage(`<!DOCTYPE html><body><h1>A page of parts</h1><x-story><p>Slotted: ${sentence}</p></x-story></body>`);
    const root = page.querySelector('x-story')?.attachShadow({ mode: 'open' });
    const part = page.createElement('section');
    for (let i = 0; i < 4; i++) part.append(Object.assign(page.createElement('p'), { textContent: sentence.repeat(2) }));
    part.append(page.createElement('slot'));
    root?.append(part);
    const reading = readArticle(page, 'https://news.test/story');
    expect(reading.ok && reading.article.contentHtml).toContain(`Slotted: ${sentence.trim()}`);
    expect(reading.ok && reading.article.wordCount).toBeGreaterThan(150);
  });

  test('headings that only a style sheet makes bold become headings', async () => {
    const page = await showPage(
      `<!DOCTYPE html><style>.k9{font-weight:700;font-size:22px}</style><body><h1>The harbour in three parts</h1>${['The quay', 'The ships', 'The people'].map((name) => `<div class="k9">${name}</div>${story}`).join('')}</body>`,
    );
    const reading = readArticle(page, 'https://news.test/story');
    expect(reading.ok && reading.article.headings.map(({ text, kind }) => [text, kind])).toEqual([
      ['The quay', 'pseudo'],
      ['The ships', 'pseudo'],
      ['The people', 'pseudo'],
    ]);
  });

  test('a picture that loads late is taken from where the page keeps it', async () => {
    const page = await showPage(
      `<!DOCTYPE html><body><h1>Pictures of ships</h1>${story}<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="/late.jpg" width="800" height="500" alt="A ship"><figcaption>A ship leaves</figcaption></figure>${story}</body>`,
    );
    const reading = readArticle(page, 'https://news.test/story');
    expect(reading.ok && reading.article.contentHtml).toContain('src="https://news.test/late.jpg"');
  });

  test.each([
    ['a closed details', `<details><summary>How it works</summary>${story}</details>`],
    ['a tab that is not in front', `<div role="tabpanel" style="display:none">${story}</div>`],
  ])('keeps what a click would open: %s', async (_title, body) => {
    const page = await showPage(`<!DOCTYPE html><body><article><h1>The lamp explained</h1>${story}${body}</article></body>`);
    const reading = readArticle(page, 'https://news.test/story');
    expect(reading.ok && words(reading.article.contentHtml).split('in the same green ink').length - 1).toBe(24);
  });
});

test('a book in one page, too large to ask Readability about, is read whole', async () => {
  const count = 10_500;
  const body = Array.from({ length: count }, (_, at) => `<p>Ship ${at} came in at dawn. ${sentence}</p>`).join('');
  const page = await showPage(
    `<!DOCTYPE html><body><nav><a href="/">Home</a></nav><main><h1>Forty years of ships</h1>${body}</main></body>`,
  );
  const reading = readArticle(page, 'https://news.test/story');
  expect(reading.ok && reading.article.contentHtml.match(/Ship \d+ came in/g)).toHaveLength(count);
});

describe('pages that are no text', () => {
  test('a drawing is refused, not read', () => {
    const page = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>', 'image/svg+xml');
    expect(readArticle(page, 'https://news.test/a.svg')).toEqual({ ok: false, reason: 'not-html' });
  });

  test('an empty page has no article, whatever the user wants', async () => {
    const page = await showPage('<!DOCTYPE html><body></body>');
    expect(readArticle(page, 'https://news.test/')).toEqual({ ok: false, reason: 'no-body-found' });
    expect(readArticle(page, 'https://news.test/', { anyway: true })).toEqual({ ok: false, reason: 'no-body-found' });
  });

  test('a short note is read only when the user insists', async () => {
    const page = await showPage('<!DOCTYPE html><body><main><p>Closed on Monday.</p><p>Open again on Tuesday.</p></main></body>');
    expect(readArticle(page, 'https://news.test/')).toEqual({ ok: false, reason: 'no-body-found' });
    const reading = readArticle(page, 'https://news.test/', { anyway: true });
    expect(reading.ok && words(reading.article.contentHtml)).toContain('Closed on Monday.');
  });
});
