import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepPosition, readPosition, readPositions, sweepPositions, watchPositions } from '../../utils/library/positions';
import { FaultyArea } from './faulty-area';

const day = 24 * 3_600_000;
const now = 1_700_000_000_000;
const position = (at = now) => ({ progress: 0.4, block: 7, within: 0.25, at });
const idOf = (number: number) => number.toString(16).padStart(32, '0');

beforeEach(() => fakeBrowser.reset());

test('a position is kept and found again, one and many', async () => {
  await keepPosition(idOf(1), position());
  await keepPosition(idOf(2), position(now - 5));
  expect(await readPosition(idOf(1))).toEqual(position());
  expect(await readPosition(idOf(3))).toBeNull();
  expect([...(await readPositions([1, 2, 3].map(idOf))).keys()]).toEqual([idOf(1), idOf(2)]);
});

test('what storage holds is checked', async () => {
  await fakeBrowser.storage.local.set({
    [`pos:${idOf(1)}`]: { ...position(), progress: 7 },
    [`pos:${idOf(2)}`]: 'far',
    [`pos:${idOf(3)}`]: null,
  });
  expect((await readPositions([1, 2, 3].map(idOf))).size).toBe(0);
});

test('a watcher hears of positions and of nothing else', async () => {
  const heard = vi.fn();
  const stop = watchPositions(heard);
  await fakeBrowser.storage.local.set({ other: 1 });
  await keepPosition(idOf(1), position());
  stop();
  await keepPosition(idOf(2), position());
  expect(heard.mock.calls).toEqual([[new Map([[idOf(1), position()]])]]);
});

test.each([true, false])('unsaved ones age and are limited in number, saved ones stay (keys can be listed: %s)', async (withGetKeys) => {
  const area = new FaultyArea(new Map(), withGetKeys);
  for (let number = 0; number < 400; number++) await area.set({ [`pos:${idOf(number)}`]: position(now - number * 1000) });
  await area.set({
    [`pos:${idOf(1000)}`]: position(now - 61 * day),
    [`pos:${idOf(1001)}`]: position(now - 61 * day),
    [`meta:${idOf(1001)}`]: {},
    [`pos:${idOf(1002)}`]: 'damaged',
  });
  await sweepPositions(now, area);
  const left = Object.keys(await area.get(null)).filter((key) => key.startsWith('pos:'));
  expect(left).toHaveLength(301);
  expect(left).toContain(`pos:${idOf(0)}`);
  expect(left).toContain(`pos:${idOf(1001)}`);
  expect(left).not.toContain(`pos:${idOf(399)}`);
});
