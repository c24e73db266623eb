import { expect, test } from 'vitest';
import { decodePage, isPublic } from '../../utils/background/fetch-page';

test.each([
  ['https://news.example.com/a', true],
  ['http://site-a.test/', true],
  ['https://xn--bcher-kva.example/', true],
  ['http://localhost/', false],
  ['http://app.localhost/', false],
  ['http://127.0.0.1/', false],
  ['http://2130706433/', false],
  ['http://0x7f.1/', false],
  ['http://192.168.1.1/admin?reboot=1', false],
  ['http://[::1]/', false],
  ['http://router/', false],
  ['http://nas.local/', false],
  ['http://nas.local./', false],
  ['http://wiki.internal/', false],
  ['https://user:secret@news.example.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['no address', false],
])('%s is of the open web: %s', (url, expected) => {
  expect(isPublic(url)).toBe(expected);
});

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)));

test.each([
  ['says nothing', bytes('<p>', [0xc3, 0xa9]), 'text/html', '<p>é'],
  ['is named by the server', bytes('<p>', [0xe9]), 'text/html; charset=ISO-8859-1', '<p>é'],
  ['is named by the page', bytes('<meta charset="windows-1251"><p>', [0xef]), 'text/html', '<meta charset="windows-1251"><p>п'],
  ['is one nobody knows', bytes('<p>', [0xc3, 0xa9]), 'text/html; charset=klingon', '<p>é'],
  ['is marked', bytes([0xef, 0xbb, 0xbf], '<p>', [0xc3, 0xa9]), 'text/html; charset=latin1', '<p>é'],
  ['is UTF-16', bytes([0xff, 0xfe, 0x3c, 0, 0x70, 0, 0x3e, 0, 0xe9, 0]), 'text/html', '<p>é'],
])('the encoding of a page %s', (_, page, type, text) => {
  expect(decodePage(page, type)).toBe(text);
});
