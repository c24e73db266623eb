import { expect, test } from 'vitest';
import { partOf } from '../../scripts/bench/domain-parts.mjs';
import { type Label, scoreHeadings, sumHeadings } from '../../scripts/bench/heading-measures.mjs';
import { dayOf, foldCase, quantile, sameDay, sameNames, shingleOverlap, snippetShare, wordOverlap } from '../../scripts/bench/measures.mjs';

test('words are counted as often as they stand in both texts, without case or order', () => {
  const { precision, recall, f1 } = wordOverlap('One two two three', 'two ONE four two two');
  expect([precision, recall]).toEqual([3 / 4, 3 / 5]);
  expect(f1).toBeCloseTo(2 / 3);
  expect(wordOverlap('', '')).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(wordOverlap('', 'text')).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(wordOverlap('text', '')).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(wordOverlap('Привет, мир', 'привет мир').f1).toBe(1);
});

test('shingles are four words long, and an empty text takes no part in its own mean', () => {
  const { precision, recall } = shingleOverlap([
    { found: 'a b c d e', wanted: 'a b c d' },
    { found: '', wanted: 'a b' },
  ]);
  expect(precision).toBe(1 / 2);
  expect(recall).toBe(1 / 2);
});

test('snippets are looked for without case', () => {
  expect(snippetShare('Sign up NOW', ['sign up', 'share'])).toBe(0.5);
  expect(snippetShare('', [])).toBe(1);
});

test('a quantile is a value of the list', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
  expect(quantile([], 0.5)).toBeNaN();
});

test('titles, names and dates are compared by what they say', () => {
  expect(foldCase('  A\u00a0 Title\n')).toBe('a title');
  expect(sameNames('By Jané Doe and Al Poe', 'Al Poe, Jane Doe')).toBe(true);
  expect(sameNames('Jane Doe, Editor', 'Jane Doe')).toBe(false);
  expect(sameNames(null, 'Jane Doe')).toBe(false);
  expect(dayOf('2024-03-02T23:30:00-08:00')).toBe('2024-03-02');
  expect(dayOf('March 2, 2024')).toBe('2024-03-02');
  expect(dayOf('yesterday')).toBeNull();
  expect(sameDay('2024-03-02', '2024-03')).toBe(true);
  expect(sameDay('2024-03', '2024-03-02')).toBe(false);
});

const label = (headings: [string, 'native' | 'pseudo', number][], rest: Partial<Label> = {}): Label => ({
  headings: headings.map(([text, kind, level]) => ({ text, kind, level })),
  ...rest,
});

test('repeated headings pair up in their place, optional ones count neither way, false ones have their reason', () => {
  const score = scoreHeadings(
    label(
      [
        ['One:', 'pseudo', 1],
        ['Pros', 'pseudo', 2],
        ['Two', 'native', 1],
        ['Pros', 'pseudo', 2],
        ['Three', 'native', 1],
      ],
      { notHeadings: [{ text: 'Also read:', reason: 'promo' }], optional: ['Summary'] },
    ),
    [
      { level: 2, text: 'Summary' },
      { level: 2, text: 'one' },
      { level: 3, text: 'PROS' },
      { level: 2, text: 'Two :' },
      { level: 2, text: 'Pros' },
      { level: 2, text: 'Also  read' },
      { level: 2, text: 'Two' },
    ],
  );
  expect(score.found).toEqual([true, true, true, true, false]);
  expect(score.falses).toEqual([
    { text: 'Also  read', reason: 'promo' },
    { text: 'Two', reason: 'duplicate' },
  ]);
  expect([score.pairs, score.ordered, score.agreeing]).toEqual([3, 3, 2]); // the second "Pros" stands at its section's own level
});

test('headings in the wrong order are found, but their pair does not agree', () => {
  const wanted = label([
    ['Two', 'native', 1],
    ['Three', 'native', 1],
  ]);
  const score = scoreHeadings(wanted, [
    { level: 2, text: 'Three' },
    { level: 2, text: 'Two' },
  ]);
  expect([score.found, score.pairs, score.ordered]).toEqual([[true, true], 1, 0]);
});

test('a label may hold a hash in place of its text', () => {
  const wanted: Label = { hashed: true, headings: [{ hash: 'c27619a45a2fe909', kind: 'native', level: 1 }] };
  expect(scoreHeadings(wanted, [{ level: 2, text: 'The first  heading:' }]).found).toEqual([true]);
  expect(scoreHeadings(wanted, [{ level: 2, text: 'Another' }]).found).toEqual([false]);
});

test('many pages: precision, recalls by kind, and pages that have no headings', () => {
  const pages = [
    scoreHeadings(label([['One', 'native', 1]]), [{ level: 2, text: 'One' }]),
    scoreHeadings(label([['Two', 'pseudo', 1]]), []),
    scoreHeadings(label([]), []),
    scoreHeadings(label([]), [{ level: 2, text: 'Made up' }]),
  ];
  expect(sumHeadings(pages)).toMatchObject({ precision: 1 / 2, recall: 1 / 2, native: 1, pseudo: 0, plainKept: 1 / 2, depth: Number.NaN });
});

test('the parts of the domains stay as they were when the block model learned', () => {
  expect(['scratchculinary.com', 'tastewise.io', 'prevention.com'].map(partOf)).toEqual([1, 4, 0]);
});
