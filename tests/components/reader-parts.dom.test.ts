import { expect, test } from 'vitest';
import { currentSection, previousSection } from '../../components/reader/current-section';
import { formatDate } from '../../utils/article/published-date';
import { readingMinutes } from '../../utils/article/reading-time';
import { defaultReaderSettings, parseReaderSettings, stepSetting } from '../../utils/settings/reader-settings';

test.each([
  [228, 'en', 1],
  [2280, 'en-GB', 10],
  [1380, 'ar', 10],
  [1840, 'cy', 10], // not in the table
  [1840, null, 10],
  [1840, 'constructor', 10],
  [0, 'en', 1],
])('%i words of %s are %i minutes', (words, lang, minutes) => {
  expect(readingMinutes(words, lang)).toBe(minutes);
});

test.each([
  [[200, 900, 1700], -1, -1],
  [[110, 900, 1700], 0, -1],
  [[-800, 20, 900], 1, 1],
  [[-800, 110, 900], 1, 0],
  [[], -1, -1],
])('headings at %j: section %i, back to %i', (tops, current, previous) => {
  expect(currentSection(tops, 120)).toBe(current);
  expect(previousSection(tops, 120)).toBe(previous);
});

test('a day is that day everywhere, what is no date is left out', () => {
  expect(formatDate('2023-10-17', 'en-GB')).toBe('17 October 2023');
  expect(formatDate('2023-10-17T10:00:00Z', 'de')).toBe('17. Oktober 2023');
  expect(formatDate('2023-10-17', 'not a language')).not.toBeNull();
  expect(formatDate('yesterday', 'en')).toBeNull();
});

test('settings keep what is good, replace what is bad, and stop at their ends', () => {
  expect(parseReaderSettings({ theme: 'dark', textSize: 400, font: 'fantasy' })).toEqual({ ...defaultReaderSettings, theme: 'dark' });
  expect(stepSetting({ ...defaultReaderSettings, textSize: 40 }, 'textSize', 1).textSize).toBe(40);
  expect(stepSetting(defaultReaderSettings, 'textWidth', -1).textWidth).toBe(60);
});
