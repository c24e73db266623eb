import { expect, test } from 'vitest';
import { idOfHeading, sectionAddress } from '../../utils/article/section-address';
import { findPart, hideOutside } from '../../utils/reader/find-part';

const pageOf = (body: string) => new DOMParser().parseFromString(body, 'text/html');

test.each([
  ['<h2 id="mill">The mill</h2>', 'mill'],
  ['<h2><a id="mill-2"></a>The mill</h2>', 'mill-2'],
  ['<section id="mill-3"><h2>The  mill</h2></section>', 'mill-3'],
  ['<section id="town"><h2>The town</h2><h3>The mill</h3></section>', null], // another heading's section
  ['<h2 id="17">The mill</h2>', null], // counted up by a script
  ['<p id="mill">The mill</p>', null],
])('in %s the heading has the id %s', (body, id) => {
  expect(idOfHeading(pageOf(body), 'The mill')).toBe(id);
});

test('a section’s address goes by the id, else by its words', () => {
  expect(sectionAddress('https://a.test/b#c', 'The mill', 'mühle')).toBe('https://a.test/b#m%C3%BChle');
  expect(sectionAddress('https://a.test/b', 'Well-known, & new', null)).toBe('https://a.test/b#:~:text=Well%2Dknown%2C%20%26%20new');
});

const texts = [
  'The harbour',
  'In the morning the ferry crossed the harbour, past the moored boats and the long grey wall.',
  'The wall',
  'Nobody on the quay thought that anything had changed, though the tide tables said otherwise.',
  'Yes.',
  'In the evening the boats came back, one by one, and the market hall had long been closed again.',
];

test.each<[string, string, [number, number] | null]>([
  ['whole blocks, with the looks of the page', `THE WALL\n\n${texts[3]}`, [2, 3]],
  [
    'from the middle of one to the middle of another',
    `past the moored boats and the long grey wall.\nThe wall\nNobody on the quay thought that anything`,
    [1, 3],
  ],
  ['inside one block', 'moored boats', [1, 1]],
  ['a short line alone', 'Yes.', [4, 4]],
  ['a short line that stands elsewhere, too', `Yes.\n${texts[5]}`, [4, 5]],
  ['what is not in the article', 'Subscribe to our newsletter for the latest news of the harbour', null],
  ['nothing', ' \n ', null],
])('a selection means %s', (_, selection, found) => {
  expect(findPart(texts, selection)).toEqual(found && { from: found[0], to: found[1] });
});

test('what is outside the part is hidden, with its headings, and comes back', () => {
  const { body } = pageOf('<h2 id="cc-1">One</h2><p>12345</p><h2 id="cc-2">Two</h2><p>12345</p>');
  const headings = ['One', 'Two'].map((text, index) => ({ id: `cc-${index + 1}`, level: 2, text, kind: 'native' }));
  const article = { headings, wordCount: 100 } as unknown as Parameters<typeof hideOutside>[1];
  const blocks = [...body.children];
  const seen = hideOutside({ from: 2, to: 3 }, article, blocks);
  expect(seen).toMatchObject({ headings: [headings[1]], wordCount: 50 });
  expect(blocks.map((block) => block.hasAttribute('hidden'))).toEqual([true, true, false, false]);
  expect(hideOutside(null, article, blocks)).toBe(article);
  expect(body.querySelector('[hidden]')).toBeNull();
});
