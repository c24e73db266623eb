import { describe, expect, test } from 'vitest';
import { findPages } from '../../utils/pipeline/extract/find-pages';
import { readPageAddress } from '../../utils/pipeline/extract/page-address';
import { finish } from '../../utils/pipeline/steps';

const parse = (body: string, head = '') => new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;

describe('an address is a base and a page number', () => {
  test.each([
    ['https://a.test/2024/story', 'a.test/2024/story?', 1],
    ['https://a.test/2024/story/2/', 'a.test/2024/story?', 2],
    ['https://a.test/story/page/3', 'a.test/story?', 3],
    ['https://a.test/story/seite-3', 'a.test/story?', 3],
    ['https://a.test/story-2.html', 'a.test/story.html?', 2],
    ['https://a.test/story,page-4.html', 'a.test/story.html?', 4],
    ['https://a.test/story?page=2&utm_source=x', 'a.test/story?', 2],
    ['https://a.test/?p=1234', 'a.test?p=1234', 1],
    ['https://a.test/2024/05/', 'a.test/2024/05?', 1],
    ['https://a.test/my-story-2', 'a.test/my-story-2?', 1],
  ])('%s', (address, base, number) => {
    expect(readPageAddress(address)).toEqual({ base, number });
  });
});

const numbers = (page: Document, url: string) => {
  const { number, count, addresses } = finish(findPages(page, url));
  return [number, count, addresses.map(([other]) => other)];
};

describe('pages of the same article are found by', () => {
  test.each([
    ['numbered links', 'https://a.test/story', link('/story/2', '2') + link('/story/3', '3'), '', [1, 3, [2, 3]]],
    ['a link to the next page', 'https://a.test/story', link('?page=2', 'Next page ›'), '', [1, 2, [2]]],
    ['a declared next page', 'https://a.test/story', '', '<link rel="next" href="/story/2">', [1, 2, [2]]],
    ['what is said of their number', 'https://a.test/story', `<p>Page 1 of 4 ${link('/story/2', 'Next')}</p>`, '', [1, 4, [2]]],
    ['links that name their parts', 'https://a.test/review', link('/review/2', '2. The camera'), '', [1, 2, [2]]],
    ['pages before and after', 'https://a.test/story/2', link('/story', '1') + link('/story/3', '3'), '', [2, 3, [1, 3]]],
    ['German words', 'https://a.test/text', `Seite 1 von 2 ${link('/text/seite-2', 'Nächste Seite')}`, '', [1, 2, [2]]],
    ['Chinese words', 'https://a.test/a.html', link('/a_2.html', '下一页'), '', [1, 2, [2]]],
    ['Arabic words', 'https://a.test/a', link('/a?page=2', 'الصفحة التالية'), '', [1, 2, [2]]],
  ])('%s', (_what, url, body, head, expected) => {
    expect(numbers(parse(body, head), url)).toEqual(expected);
  });
});

describe('no pages are', () => {
  test.each([
    ['the next article', 'https://a.test/story', link('/another-story', 'Next')],
    ['the next article, declared as next', 'https://a.test/story', '<a rel="next" href="/later-story">Later</a>'],
    ['the next article of a numbered row', 'https://a.test/news/42', link('/news/43', 'Next')],
    ['pages of another site', 'https://a.test/story', link('https://b.test/story/2', '2')],
    ['pages of the comments', 'https://a.test/story', `<div id="comments">${link('/story?page=2', '2')}</div>`],
    ['a number in a sentence', 'https://a.test/story', `<p>In ${link('/story-about-cats', '2')} of three</p>`],
    ['links to another address of the same page', 'https://a.test/story', link('/story?utm_source=b', '2')],
  ])('%s', (_what, url, body) => {
    expect(numbers(parse(body), url)).toEqual([1, 1, []]);
  });
});
