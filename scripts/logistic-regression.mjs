// Logistic regression by Newton's method, with an L2 penalty on standardised weights. Small: tens of columns, thousands of rows.

/** @returns {number[]} the solution of `matrix · x = right`, by elimination with pivots */
function solve(matrix, right) {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at]]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row][column] / rows[column][column];
      if (factor) for (let at = column; at <= size; at++) rows[row][at] -= factor * rows[column][at];
    }
  }
  const solution = new Array(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = rows[row][size];
    for (let at = row + 1; at < size; at++) rest -= rows[row][at] * solution[at];
    solution[row] = rest / rows[row][row];
  }
  return solution;
}

export const logistic = (sum) => 1 / (1 + Math.exp(-sum));

/**
 * Fits a model.
 * @param {{ values: number[], isArticle: boolean, weight: number }[]} examples
 * @param {number} penalty on the squares of the standardised weights
 * @returns {{ bias: number, weights: number[] }} in the units of the values
 */
export function trainModel(examples, penalty) {
  const columns = examples[0].values.length;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = Array.from(
    { length: columns },
    (_, at) => examples.reduce((sum, { values, weight }) => sum + weight * values[at], 0) / total,
  );
  const spread = mean.map(
    (middle, at) => Math.sqrt(examples.reduce((sum, { values, weight }) => sum + weight * (values[at] - middle) ** 2, 0) / total) || 1,
  );
  const inputs = examples.map(({ values }) => [1, ...values.map((value, at) => (value - mean[at]) / spread[at])]);
  let found = new Array(columns + 1).fill(0);
  for (let round = 0; round < 15; round++) {
    const gradient = found.map((value, at) => (at ? -penalty * value : 0));
    const curve = found.map((_, row) => found.map((_, column) => (row && row === column ? penalty : 0)));
    examples.forEach(({ isArticle, weight }, example) => {
      const input = inputs[example];
      const chance = logistic(input.reduce((sum, value, at) => sum + value * found[at], 0));
      const error = weight * (Number(isArticle) - chance);
      const slope = weight * Math.max(chance * (1 - chance), 1e-5);
      for (let row = 0; row <= columns; row++) {
        gradient[row] += error * input[row];
        for (let column = 0; column <= columns; column++) curve[row][column] += slope * input[row] * input[column];
      }
    });
    const step = solve(curve, gradient);
    found = found.map((value, at) => value + step[at]);
    if (Math.max(...step.map(Math.abs)) < 1e-5) break;
  }
  const weights = spread.map((width, at) => found[at + 1] / width);
  return { bias: found[0] - weights.reduce((sum, weight, at) => sum + weight * mean[at], 0), weights };
}
