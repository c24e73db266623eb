import { expect, test } from 'vitest';
import { firstSignals, headlineSignals, textSignals } from '../../utils/pipeline/detect/article-signals';
import model from '../../utils/pipeline/detect/article-weights.json';

test('each signal has a weight, and each weight its signal', () => {
  const names = [...firstSignals, ...headlineSignals, ...textSignals].map(({ name }) => name);
  expect(names.sort()).toEqual(Object.keys(model.weights).sort());
});
