import { expect, test } from 'vitest';
import { changesInWords, dayInWords } from '../../utils/changes/in-words';
import { parseChangeSummary } from '../../utils/changes/summary';

const none = { headline: false, standfirst: false, byline: false, notices: 0, paragraphs: 0, headings: 0, captions: 0 };
/** Answers with the key and the number. */
const t = ((key: string, count?: number) => (count === undefined ? key : `${count} ${key}`)) as Parameters<typeof changesInWords>[1];

test('what matters most comes first, and a number stays with its word', () => {
  const summary = { ...none, headline: true, notices: 1, paragraphs: 12, byline: true };
  expect(changesInWords(summary, t, 'en')).toBe('changes.headline, 1\u00a0changes.notices, 12\u00a0changes.paragraphs, changes.byline');
});

test('a day is said as short as it is clear', () => {
  const now = new Date(2026, 2, 9, 12).getTime();
  expect(dayInWords(new Date(2026, 2, 3, 8).getTime(), 'en-GB', now)).toBe('3 March');
  expect(dayInWords(new Date(2025, 2, 3, 8).getTime(), 'en-GB', now)).toBe('3 March 2025');
  expect(dayInWords(new Date(2026, 2, 9, 8, 5).getTime(), 'en-GB', now)).toBe('8:05');
});

test('what a page sends is checked', () => {
  expect(parseChangeSummary({ ...none, paragraphs: 2, headline: 'yes', notices: -1, captions: 1e12 })).toEqual({
    ...none,
    paragraphs: 2,
    captions: 10_000,
  });
  for (const value of [null, 7, [], {}, none, { paragraphs: Number.NaN }]) expect(parseChangeSummary(value)).toBeNull();
});
