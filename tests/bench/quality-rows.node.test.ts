import { expect, test } from 'vitest';
import { type Case, format, isMet, type Row, rows } from '../../scripts/bench/quality-rows.mjs';

const nothing = { title: null, byline: null, publishedTime: null, headings: [], detectMs: 1, extractMs: 4, error: null };
const unknown = { file: '', url: '', domain: '', heldBack: false, byline: null, date: null, headings: null };

/** A page of a type, the level ours gives it, and the text of ours and of Readability. */
const page = (id: string, type: string, level: string, ours: string, theirs: string): Case => ({
  page: { ...unknown, id, type, title: 'A Title', text: 'one two three four', without: ['sign up'] },
  own: { ...nothing, text: ours, level, isArticle: level === 'article' || level === 'automatic', title: ' a  title' },
  readability: { ...nothing, text: theirs, level: null, isArticle: true, extractMs: 2, detectMs: 0.5 },
});
const cases = [
  page('a', 'article', 'automatic', 'one two three four', 'one two'),
  page('b', 'article', 'offer', 'one two sign up', 'one two three four'),
  page('c', 'forum', 'offer', '', ''),
  page('d', 'product', 'none', '', ''),
];
const row = (name: string) => rows.find((one) => one.name.startsWith(name)) as Row;
const measure = (name: string) => row(name).measure(cases);

test('rows are measured on the pages they speak of', () => {
  expect(measure('article word-F1')).toBe((1 + 0.5) / 2);
  expect(measure('articles with F1 below 0.8')).toBe(0.5);
  expect(measure('articles with F1 below 0.5')).toBe(0);
  expect(measure('clutter snippets kept')).toBe(0.5);
  expect(measure('articles on which Readability')).toBe(0.5);
  expect(measure('title exact')).toBe(1);
  expect(measure('byline exact')).toBeNaN();
});

test('each level of the detector has rows of its own', () => {
  expect(measure('detection, "offer": recall')).toBe(1);
  expect(measure('detection, "offer": non-articles')).toBe(0.5);
  expect(measure('detection, "automatic": precision')).toBe(1);
  expect(measure('detection, "automatic": recall')).toBe(0.5);
  expect(measure('detection, balanced')).toBeCloseTo(2 / 3);
});

test('times are multiples of those of Readability on the same page', () => {
  expect(measure('whole pipeline, median')).toBe(2);
  expect(measure('detection, first call')).toBe(2);
});

test('a target is met from its own value on; a row without pages meets none', () => {
  expect(isMet(row('article word-F1'), 0.957)).toBe(true);
  expect(isMet(row('articles with F1 below 0.8'), 0.041)).toBe(false);
  expect(isMet(row('byline exact'), Number.NaN)).toBe(false);
  expect([format(row('articles with F1 below 0.8'), 0.041), format(row('byline exact'), Number.NaN)]).toEqual(['4.1%', '–']);
});
