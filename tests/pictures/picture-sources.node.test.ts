import { expect, test } from 'vitest';
import { pictureSources } from '../../utils/pictures/picture-sources';

test.each<[what: string, html: string, files: string[][]]>([
  ['a picture', '<p>a</p><figure><img src="https://n.test/a.jpg" alt="A"></figure>', [['https://n.test/a.jpg']]],
  ['an address with signs', '<img alt="" src="https://n.test/a?w=1&amp;h=2">', [['https://n.test/a?w=1&h=2']]],
  ['the same one twice', '<img src="https://n.test/a.jpg"><p>b</p><img src="https://n.test/a.jpg">', [['https://n.test/a.jpg']]],
  [
    'the narrowest that is wide enough, then what the text has',
    '<img srcset="https://n.test/s 300w, https://n.test/m 1500w, https://n.test/l 4000w" src="https://n.test/s">',
    [['https://n.test/m', 'https://n.test/s']],
  ],
  [
    'the widest where all are narrow',
    '<img src="https://n.test/s" srcset="https://n.test/s 300w, https://n.test/m 900w">',
    [['https://n.test/m', 'https://n.test/s']],
  ],
  ['a set of densities: what the text has', '<img src="https://n.test/s" srcset="https://n.test/d 2x">', [['https://n.test/s']]],
  ['no address, or none of the web', '<img alt="A"><img src="data:image/png;base64,AA"><img src="javascript:1"><img src="/a.jpg">', []],
  ['words that look like markup', '<p title="<img src=\'https://n.test/a.jpg\'>">&lt;img src="https://n.test/b.jpg"&gt;</p>', []],
])('%s', (_what, html, files) => {
  expect(pictureSources(html).map((source) => source.files)).toEqual(files);
});

test('markup that was made to take long does not', () => {
  for (const html of [
    '<img '.repeat(200_000),
    `<img ${'a="'.repeat(200_000)}`,
    `<img${' a'.repeat(200_000)}`,
    `<img${' a=""'.repeat(100_000)}=`,
  ])
    expect(pictureSources(html)).toEqual([]);
}, 10_000);
