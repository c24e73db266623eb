import { expect, test } from 'vitest';
import { clutterRules } from '../../utils/pipeline/clean/clutter-rules';
import { PhraseIndex } from '../../utils/pipeline/phrase-index';
import { boxWordings } from '../../utils/pipeline/structure/wordings';

test.each([
  ['a word', 'share', 'share', 0],
  ['no more than the tail allows', 'share', 'sharebar', -1],
  ['an optional letter at the head’s end', 'ads?', 'ad', 0],
  ['an optional sign at the head’s end', 'ad-?slot', 'adslot', 0],
  ['a group at the start', '(?:show|hide) caption', 'hide caption', 0],
  ['an optional group at the start, there', '(?:go to )?next', 'go to next', 0],
  ['an optional group at the start, not there', '(?:go to )?next', 'next', 0],
  ['two of them', '(?:go to )?(?:the )?next', 'the next', 0],
  ['a group that may be repeated', '(?:our |the )*news', 'the news', 0],
  ['a group that may be counted to none', 'news( \\w+){0,2}', 'news', 0],
  ['a dash where one may stand', 'main-?nav(?:igation)?', 'main-nav', 0],
  ['a dash where one must stand', 'up-(?:next|now)', 'up-next', 0],
  ['no dash where one must stand', 'up-(?:next|now)', 'upnext', -1],
  ['what begins with no letter', '\\d+ comments', '12 comments', 0],
  ['a class at the start', '[ab]c', 'bc', 0],
  ['a bar inside a class', 'a[|b]c', 'a|c', 0],
  ['an escaped bracket', '\\(x|y', 'y', 0],
  ['a text shorter than any head', 'share', 's', -1],
  ['no text', 'share', '', -1],
])('finds %s', (_, source, text, found) => {
  expect(new PhraseIndex([source], '$').find(text)).toBe(found);
});

test('the first of the patterns wins, wherever it is filed', () => {
  const index = new PhraseIndex(['read .{1,20}', 'read more', '(?:read|see) more'], '$');
  expect(index.find('read more')).toBe(0);
  expect(index.find('see more')).toBe(2);
});

test('it looks where it is told', () => {
  const index = new PhraseIndex(['share-?bar'], '(?=$|-)');
  expect(index.find('post-share-bar-top', 5)).toBe(0);
  expect(index.find('post-share-bar-top')).toBe(-1);
});

/** Texts that begin as real ones do: every alternative cut at its first sign that is no letter, with something after it. */
const samples = [...clutterRules.map(({ line = '' }) => line), ...boxWordings.map(({ pattern }) => pattern.source)]
  .flatMap((source) => source.split(/[|()^$]/))
  .map((part) => part.replace(/[\\?*+{[].*/, ''))
  .flatMap((part) => [part, `${part}s`, `${part}: 12 more on this`, `the ${part}`]);

test('it finds what one pattern of all would find', () => {
  const lines = clutterRules.flatMap(({ line }) => line ?? []);
  const whole = new RegExp(`^(?:${lines.map((line) => `(${line})`).join('|')})$`);
  const index = new PhraseIndex(lines, '$');
  const byPattern = samples.map((text) => (whole.exec(text)?.slice(1) ?? []).findIndex((group) => group !== undefined));
  expect(samples.map((text) => index.find(text))).toEqual(byPattern);
  expect(byPattern.filter((place) => place >= 0).length).toBeGreaterThan(100);
});

test('the wordings of boxes are found as by their own patterns', () => {
  const index = new PhraseIndex(
    boxWordings.map(({ pattern }) => pattern.source.replace('^', '')),
    '',
  );
  const byPattern = samples.map((text) => boxWordings.findIndex(({ pattern }) => pattern.test(text)));
  expect(samples.map((text) => index.find(text))).toEqual(byPattern);
});
