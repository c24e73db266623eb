import { expect, test } from 'vitest';
import { sanitise } from '../../utils/pipeline/sanitise/sanitise';

const payloads: [title: string, input: string, expected: string][] = [
  ['script goes, its neighbours stay', '<p>a</p><script>x()</script>', '<p>a</p>'],
  ['a script address goes, the words stay', '<a href="java&#10;script:x()">a</a>', '<a>a</a>'],
  ['relative links become absolute', '<a href="b?c#d">a</a>', '<a href="https://news.test/b?c#d">a</a>'],
  ['no style, no class, no foreign id', '<p style="x" class="y" id="z">a</p>', '<p>a</p>'],
];

test.each(payloads)('%s', (_title, input, expected) => {
  expect(sanitise(input, 'https://news.test/a').html).toBe(expected);
});
