import { expect, test } from 'vitest';
import { textBlocks } from '../../utils/changes/text-blocks';

const blocksOf = (html: string) =>
  textBlocks(new DOMParser().parseFromString(html, 'text/html').body).map(({ kind, text }) => `${kind}: ${text}`);

test('every kind of block, down to the innermost, in order', () => {
  expect(
    blocksOf(`<h2>One <em>head</em></h2><p>First<br>line, <a href="/x">link</a>.</p>
      <ul><li>Item<ul><li>Inner <b>item</b></li></ul></li><li><p>With</p><p>two paragraphs</p></li></ul>
      <blockquote>Loose words<p>And a paragraph</p></blockquote>
      <figure><img src="/a.jpg" alt="Not these"><figcaption>Caption</figcaption></figure>
      <table><caption>Fares</caption><tbody><tr><th>From</th><td>To</td></tr><tr><td></td><td>Quay</td></tr></tbody></table>
      <pre>a  b</pre><hr><p> </p>tail`),
  ).toEqual([
    ...['heading: One head', 'paragraph: First line, link.', 'item: Item', 'item: Inner item', 'item: With', 'item: two paragraphs'],
    ...['paragraph: Loose words', 'paragraph: And a paragraph', 'caption: Caption', 'caption: Fares', 'row: From | To', 'row: Quay'],
    ...['paragraph: a b', 'paragraph: tail'],
  ]);
});
