// Small gradient-boosted trees with a logistic loss (Friedman 2001), found on histograms of 32 bins.

/** The rows' values in bins: what trees are grown on. */
export function quantise(rows, columns, bins = 32) {
  const thresholds = columns.map((_, column) => {
    const values = rows.map((row) => row[column]).sort((a, b) => a - b);
    const cuts = new Set();
    for (let bin = 1; bin < bins; bin++) cuts.add(values[Math.floor((bin * values.length) / bins)]);
    // Rare values of sparse features keep cuts of their own.
    for (const share of [0.001, 0.004, 0.01, 0.99, 0.996, 0.999]) cuts.add(values[Math.floor(share * values.length)]);
    return [...cuts].sort((a, b) => a - b);
  });
  const binned = columns.map((_, column) => {
    const cuts = thresholds[column];
    return Uint8Array.from(rows, (row) => {
      let bin = 0;
      while (bin < cuts.length && row[column] > cuts[bin]) bin++;
      return bin;
    });
  });
  return { thresholds, binned };
}

/**
 * Grows the trees.
 *
 * @param pageOf the page that each row is of
 * @param use indices of the rows to learn from
 * @returns {{ base: number, trees: object[] }}
 */
export function boost({ thresholds, binned }, { labels, weights, pageOf }, use, { trees, depth, rate, lambda = 4, leastWeight = 6 }) {
  const n = labels.length;
  const score = new Float64Array(n);
  const prior = use.reduce((sum, i) => sum + labels[i] * weights[i], 0) / use.reduce((sum, i) => sum + weights[i], 0);
  const base = Math.log(prior / (1 - prior));
  score.fill(base);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const model = [];
  let seed = 42; // the same trees at every run
  const chance = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let round = 0; round < trees; round++) {
    for (const i of use) {
      const p = 1 / (1 + Math.exp(-score[i]));
      gradient[i] = (labels[i] - p) * weights[i];
      hessian[i] = p * (1 - p) * weights[i];
    }
    // Each tree sees a part of the pages and of the features: what only fits a few pages is outvoted.
    const seen = new Set([...new Set(use.map((i) => pageOf[i]))].filter(() => chance() < 0.7));
    const open = binned.map(() => chance() < 0.5);
    const grow = (rows, level) => {
      let [g, h] = [0, 0];
      for (const i of rows) {
        g += gradient[i];
        h += hessian[i];
      }
      const leaf = { value: (rate * g) / (h + lambda) };
      if (level >= depth || h < leastWeight * 2) return leaf;
      let best = { gain: 1e-3 };
      for (let column = 0; column < binned.length; column++) {
        if (!open[column]) continue;
        const bins = thresholds[column].length + 1;
        const sumG = new Float64Array(bins);
        const sumH = new Float64Array(bins);
        const values = binned[column];
        for (const i of rows) {
          sumG[values[i]] += gradient[i];
          sumH[values[i]] += hessian[i];
        }
        let [leftG, leftH] = [0, 0];
        for (let bin = 0; bin < bins - 1; bin++) {
          leftG += sumG[bin];
          leftH += sumH[bin];
          if (leftH < leastWeight || h - leftH < leastWeight) continue;
          const gain = leftG ** 2 / (leftH + lambda) + (g - leftG) ** 2 / (h - leftH + lambda) - g ** 2 / (h + lambda);
          if (gain > best.gain) best = { gain, column, bin };
        }
      }
      if (best.column === undefined) return leaf;
      const values = binned[best.column];
      return {
        column: best.column,
        bin: best.bin,
        threshold: thresholds[best.column][best.bin],
        gain: best.gain,
        left: grow(
          rows.filter((i) => values[i] <= best.bin),
          level + 1,
        ),
        right: grow(
          rows.filter((i) => values[i] > best.bin),
          level + 1,
        ),
      };
    };
    const tree = grow(
      use.filter((i) => seen.has(pageOf[i])),
      0,
    );
    for (const i of use) {
      let node = tree;
      while (node.value === undefined) node = binned[node.column][i] <= node.bin ? node.left : node.right;
      score[i] += node.value;
    }
    model.push(tree);
  }
  return { base, trees: model };
}

const walk = (node, row) => {
  while (node.value === undefined) node = row[node.column] <= node.threshold ? node.left : node.right;
  return node.value;
};
/** Above 0: more likely of the article than not. */
export const scoreRow = (model, row) => model.trees.reduce((sum, tree) => sum + walk(tree, row), model.base);

/** The model as block-model.ts reads it: nothing is left to be done with it at the reader's start. `indexOf` names a column's feature. */
export function flatten(model, features, indexOf) {
  const round = (value) => Math.round(value * 1000) / 1000;
  const flat = { base: round(model.base), features, roots: [], feature: [], value: [], right: [] };
  const lay = (node) => {
    if (node.value !== undefined) {
      flat.feature.push(-1);
      flat.value.push(round(node.value));
      flat.right.push(0);
      return;
    }
    const at = flat.feature.push(indexOf(node.column)) - 1;
    flat.value.push(round(node.threshold));
    flat.right.push(0);
    lay(node.left);
    flat.right[at] = flat.feature.length;
    lay(node.right);
  };
  for (const tree of model.trees) {
    flat.roots.push(flat.feature.length);
    lay(tree);
  }
  return flat;
}

/** What each column gained in all trees together, the most first. @returns {[column: number, gain: number][]} */
export function gainsOf(model) {
  const gains = new Map();
  const add = (node) => {
    if (node.value !== undefined) return;
    gains.set(node.column, (gains.get(node.column) ?? 0) + node.gain);
    add(node.left);
    add(node.right);
  };
  model.trees.forEach(add);
  return [...gains].sort((a, b) => b[1] - a[1]);
}
