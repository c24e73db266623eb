import { expect, test } from 'vitest';
import { backupDue } from '../../utils/transfer/backup-time';

const day = 24 * 3_600_000;
const now = 1_000 * day;
const ago = (days: number) => now - days * day;

test.each([
  ['remind', 50, null, null, 'remind'],
  ['remind', 50, 31, null, 'remind'],
  ['remind', 50, 29, null, null],
  ['remind', 50, null, 5, null],
  ['remind', 50, 90, 31, 'remind'],
  ['remind', 3, null, null, null],
  ['weekly', 3, null, null, 'make'],
  ['weekly', 3, 8, null, 'make'],
  ['weekly', 3, 6, 90, null],
  ['weekly', 3, -100, null, null],
  ['weekly', 0, null, null, null],
  ['none', 5000, null, null, null],
] as const)('%s, %i articles, last one %s days ago, last word %s days ago: %s', (care, count, made, reminded, due) => {
  const times = { made: made === null ? null : ago(made), reminded: reminded === null ? null : ago(reminded) };
  expect(backupDue(care, count, times, now)).toBe(due);
});
