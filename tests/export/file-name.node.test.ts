import { expect, test } from 'vitest';
import { fileStem, nameGiver } from '../../utils/export/file-name';

test.each([
  ['Prices: up / down?', 'Prices up down'],
  ['../../etc/passwd', 'etc passwd'],
  ['..', 'Untitled'],
  ['', 'Untitled'],
  ['   ', 'Untitled'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['COM¹', '_COM¹'],
  ['Contents', 'Contents'],
  ['ends with dots...', 'ends with dots'],
  ['.hidden', 'hidden'],
  ['photo\u202egpj.exe', 'photo gpj.exe'],
  ['a\u0000b\nc', 'a b c'],
  ['e\u0301te\u0301', 'été'],
  ['العنوان', 'العنوان'],
  ['見出し', '見出し'],
  ['\ud800', 'Untitled'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
])('%j becomes %j', (title, stem) => {
  expect(fileStem(title, 'Untitled')).toBe(stem);
});

test('a long title is cut between characters, far below what systems take', () => {
  for (const sign of ['a', 'é', '漢', '👩‍👩‍👧‍👦']) {
    const stem = fileStem(sign.repeat(500), 'Untitled');
    expect(new TextEncoder().encode(stem).length).toBeLessThanOrEqual(160);
    expect(stem).toBe(sign.repeat(stem.length / sign.length));
  }
});

test('each file has a name of its own, whatever its case', () => {
  const name = nameGiver();
  expect([name('News', '.md'), name('news', '.md'), name('NEWS', '.md'), name('News', '.txt')]).toEqual([
    'News.md',
    'news (2).md',
    'NEWS (3).md',
    'News.txt',
  ]);
});
