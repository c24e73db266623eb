import { describe, expect, test } from 'vitest';
import type { Article } from '../../utils/article/article';
import { copyPage } from '../../utils/pipeline/copy/copy-page';
import { joinPage } from '../../utils/pipeline/join/join-pages';
import { isSameArticle } from '../../utils/pipeline/join/same-article';
import { readArticle } from '../../utils/pipeline/read-article';
import { finish } from '../../utils/pipeline/steps';
import type { FetchedPage } from '../../utils/reader/fetch-page';
import { countMissing, type Gathering, gatherPages, startGathering } from '../../utils/reader/gather-pages';
import { showPage } from './fixture-pages';
import { pageOf, paragraph } from './paged-story';

const site = 'https://bay.test/walks';
const parse = (markup: string) => new DOMParser().parseFromString(markup, 'text/html');
const next = (number: number): [string, string][] => [[`/walks/${number}`, 'Next page']];
const words = (article: Article) => parse(article.contentHtml).body.textContent ?? '';

function read(markup: string, url = site) {
  const reading = readArticle(parse(markup), url);
  if (!reading.ok) throw new Error(`The page should be an article: ${reading.reason}`);
  return reading;
}

/** A site of these pages; `asked` are the addresses in order. */
function siteOf(pages: Record<string, string | FetchedPage>) {
  const asked: string[] = [];
  const fetchPage = async (address: string): Promise<FetchedPage> => {
    asked.push(new URL(address).pathname);
    const page = pages[new URL(address).pathname] ?? { ok: false, reason: 'unreachable' };
    return typeof page === 'string' ? { ok: true, page: parse(page), url: address } : page;
  };
  return { asked, fetchPage };
}

async function gather(first: string, pages: Record<string, string | FetchedPage>, url = site) {
  const { asked, fetchPage } = siteOf(pages);
  const reading = read(first, url);
  const steps: Gathering[] = [];
  const { gathering, end } = await gatherPages(startGathering(reading.article, reading.pages), {
    fetchPage,
    read: (page, address) => readArticle(page, address, { furtherPageOf: parse('') }),
    signal: new AbortController().signal,
    onStart: () => undefined,
    onPage: (step) => steps.push(step),
  });
  return { article: gathering.article, missing: countMissing(gathering), end, asked, steps };
}

describe('pages are brought in', () => {
  test('one after the other, each once, and in order', async () => {
    const { article, end, asked, steps, missing } = await gather(pageOf(1, next(2)), {
      '/walks/2': pageOf(2, [['/walks', '1'], ...next(3)]),
      '/walks/3': pageOf(3, [['/walks/2', 'Previous page']]),
    });
    expect([end, asked, steps.length, missing]).toEqual(['all', ['/walks/2', '/walks/3'], 2, 0]);
    const text = words(article);
    const order = [10, 14, 20, 24, 30, 34].map((number) => text.indexOf(paragraph(number)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(text.match(/The bay has been walked/g)).toHaveLength(1); // each page begins with it
    expect(article.headings.map(({ text }) => text)).toEqual(['Part 1', 'Part 2', 'Part 3']);
    expect(new Set(article.headings.map(({ id }) => id)).size).toBe(3);
    expect(article.completeness).toMatchObject({ state: 'whole', missing: null });
  });

  test('from the middle outwards', async () => {
    const { article, asked } = await gather(
      pageOf(3, [
        ['/walks', '1'],
        ['/walks/2', '2'],
        ['/walks/4', '4'],
      ]),
      { '/walks': pageOf(1, next(2)), '/walks/2': pageOf(2, next(3)), '/walks/4': pageOf(4, [['/walks/3', '3']]) },
      `${site}/3`,
    );
    expect(asked).toEqual(['/walks/2', '/walks', '/walks/4']);
    expect(article.headings.map(({ text }) => text)).toEqual(['Part 1', 'Part 2', 'Part 3', 'Part 4']);
  });

  test('until one is another article', async () => {
    const { article, end, missing } = await gather(pageOf(1, next(2)), {
      '/walks/2': pageOf(2, next(3)),
      '/walks/3': pageOf(3, [], { title: 'How to mend a leaking boat', byline: 'Tom Hale', canonical: 'https://bay.test/boats' }),
    });
    expect([end, missing, article.completeness.state]).toEqual(['other-article', 0, 'whole']);
    expect(words(article)).toContain(paragraph(20));
    expect(words(article)).not.toContain(paragraph(30));
  });

  test('until one brings nothing new, as where a site takes no notice of the number', async () => {
    const { end, asked, article } = await gather(pageOf(1, next(2)), { '/walks/2': pageOf(1, next(3)) });
    expect([end, asked, words(article).split(paragraph(10)).length]).toEqual(['repeat', ['/walks/2'], 2]);
  });

  test('until they lead back', async () => {
    const { end, asked } = await gather(pageOf(1, next(2)), {
      '/walks/2': pageOf(2, [
        ['/walks', '1'],
        ['/walks/2', '2'],
      ]),
    });
    expect([end, asked]).toEqual(['all', ['/walks/2']]);
  });

  test.each([
    ['a wall answers', { ok: false, reason: 'sign-in' } as const, 'sign-in'],
    [
      'another address answers',
      { ok: true, page: parse('<form><input type="password"></form>'), url: 'https://bay.test/login' } as const,
      'sign-in',
    ],
    ['nothing answers', { ok: false, reason: 'unreachable' } as const, 'unreachable'],
  ])('until %s: then what is there stays, and says that it is not whole', async (_what, second, expected) => {
    const { end, article, missing } = await gather(pageOf(1, next(2)), { '/walks/2': second });
    expect([end, missing, article.completeness.missing]).toEqual([expected, 1, 'pages']);
    expect(words(article)).toContain(paragraph(10));
  });
});

test('what the site hides by its style sheet stays hidden on pages that were never laid out', async () => {
  const live = await showPage(pageOf(1, next(2)));
  const reading = readArticle(parse(pageOf(2, [])), `${site}/2`, { furtherPageOf: finish(copyPage(live)) });
  expect(reading.ok && words(reading.article)).toContain(paragraph(20));
  expect(reading.ok && words(reading.article)).not.toContain('Hidden on every page');
});

test('links to footnotes keep to their own page', () => {
  const note = (text: string) =>
    `<p>${paragraph(1)} <a href="#n1">1</a></p>${[2, 3, 4].map((n) => `<p>${paragraph(n)}</p>`).join('')}<p id="n1">${text} is the note, and long enough to be one.</p>`;
  const page = (text: string) => `<body><article><h1>Eight walks</h1>${note(text)}</article></body>`;
  const joined = joinPage(read(page('First')).article, { number: 2, article: read(page('Second'), `${site}/2`).article }, 'after', true);
  const body = parse(joined.contentHtml);
  const targets = [...body.querySelectorAll('a')].map((anchor) => body.querySelector(anchor.getAttribute('href') ?? '')?.textContent);
  expect(targets[0]).toContain('First');
  expect(body.body.textContent).toContain('Second');
});

describe('the same article is told by title, address, byline and day', () => {
  const article = { ...read(pageOf(1, [])).article, byline: 'Ada Reed' };
  const same = (change: Partial<Article>, canonical: string | null = null) =>
    isSameArticle({ article, canonical: site }, { article: { ...article, url: `${site}/2`, ...change }, canonical });
  test.each([
    ['the same title', {}, null, true],
    ['the same title with its page', { title: 'Eight walks around the bay (Page 2 of 3)' }, `${site}/2`, true],
    ['a title of its own at an address of the article', { title: 'Part two: The quarry' }, `${site}/2`, true],
    ['another title, byline and address', { title: 'A leaking boat', byline: 'Tom Hale' }, 'https://bay.test/boats', false],
    ['another title and day', { title: 'A leaking boat', publishedTime: '2023-01-01' }, null, false],
  ] as const)('%s', (_what, change, canonical, expected) => {
    expect(same(change, canonical)).toBe(expected);
  });
});
