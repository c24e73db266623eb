import { expect, test } from 'vitest';
import { actOf, acts } from '../../components/reader/acts';
import { foldedActs } from '../../components/reader/Controls';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

test('keys stand for acts, also on keyboards without Latin letters, never with Ctrl', () => {
  expect(actOf(press('J'))).toBe('next-section');
  expect(actOf(press('Escape'))).toBe('close');
  expect(actOf(press('ы', { code: 'KeyS' }))).toBe('save');
  expect(actOf(press('s', { ctrlKey: true }))).toBeNull();
  expect(actOf(press('constructor'))).toBeNull();
  expect(actOf(press('?', { code: 'Slash' }))).toBe('keys');
});

test('no key stands for two acts', () => {
  const keys = acts.flatMap((act) => [...act.keys]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('the lowest ranks fold first, those of one rank together, rank 0 always', () => {
  const buttons = [{ rank: 1 }, { rank: 1 }, { rank: 9 }, { rank: 5 }, { rank: 0 }];
  expect(foldedActs(buttons, 9).map(({ rank }) => rank)).toEqual([0]);
  expect(foldedActs(buttons, 3).map(({ rank }) => rank)).toEqual([1, 1, 0]);
  expect(foldedActs(buttons, 0)).toEqual(buttons);
});
