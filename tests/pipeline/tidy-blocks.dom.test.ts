import { expect, test } from 'vitest';
import { finish } from '../../utils/pipeline/steps';
import { flatten } from '../../utils/pipeline/structure/flatten';

function flat(html: string): string {
  const page = new DOMParser().parseFromString(`<div id="body">${html}</div>`, 'text/html');
  const body = page.getElementById('body') as Element;
  finish(flatten(body));
  return body.innerHTML.replace(/>\s+</g, '><').trim();
}

test.each<[what: string, html: string, flat: string]>([
  ['nothing empty is left', '<p>One.</p><p> </p><p><span></span></p><p>\u200B</p><p><br></p><ul><li></li></ul>', '<p>One.</p>'],
  ['a picture in a paragraph is a figure', '<p><b><img src="/a.jpg"></b></p>', '<figure><img src="/a.jpg"></figure>'],
  ['with its link', '<p><a href="/a"><img src="/a.jpg"></a></p>', '<figure><a href="/a"><img src="/a.jpg"></a></figure>'],
  ['a picture among words stays there', '<p>Press <img src="/key.png"> to go on.</p>', '<p>Press <img src="/key.png"> to go on.</p>'],
  [
    'galleries are single pictures',
    '<figure><figure><img src="/a.jpg"><figcaption>A</figcaption></figure><figure><img src="/b.jpg"></figure><figcaption>Both</figcaption></figure>',
    '<figure><img src="/a.jpg"><figcaption>A</figcaption></figure><figure><img src="/b.jpg"><figcaption>Both</figcaption></figure>',
  ],
  ['two breaks part paragraphs', '<p>One.<br><br>Two.<br></p>', '<p>One.</p><p>Two.</p>'],
  ['one break is a line of verse', '<p>One,<br>two.</p>', '<p>One,<br>two.</p>'],
  ['breaks at an end go, also in emphasis', '<p><em>One.<br><br></em></p>', '<p><em>One.</em></p>'],
  ['a list of sections is no list', '<ul><li><h3>One</h3>Text.</li></ul>', '<h3>One</h3><p>Text.</p>'],
  ['a list holds items', '<ul><br><li>One</li><p>Two</p></ul>', '<ul><li>One</li><li><p>Two</p></li></ul>'],
  ['stars part a story', '<p>One.</p><p>* * *</p><p>Two.</p>', '<p>One.</p><hr><p>Two.</p>'],
  [
    'words of two boxes do not meet',
    '<div>One<p>two</p>three</div><div>Four<p>five</p></div>',
    '<p>One</p><p>two</p><p>three</p><p>Four</p><p>five</p>',
  ],
])('%s', (_what, html, expected) => {
  expect(flat(html)).toBe(expected);
});

test('marks of what was left out outlive the empty block they stand in', () => {
  expect(flat('<p>One.</p><p><!--cc-gap:clean:0--></p>')).toContain('<!--cc-gap:clean:0-->');
});
