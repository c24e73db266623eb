import model from './block-model.json';

/**
 * All trees laid out flat, one after the other, in the order left branch, right branch. A split has the place of its feature in
 * `featureNames`, its threshold,
 * and where its right branch begins, for larger values; a leaf has -1 and its worth.
 */
interface Forest {
  roots: number[];
  feature: Int16Array;
  value: Float32Array;
  right: Int32Array;
}

function plant(): Forest {
  return {
    roots: model.roots,
    feature: new Int16Array(model.feature),
    value: new Float32Array(model.value),
    right: new Int32Array(model.right),
  };
}

let forest: Forest | undefined;

/**
 * How surely a block belongs to the article: above 0, rather yes. Gradient-boosted trees, learned by `scripts/train-blocks.mjs` from
 * WCXB's pages (Murrough Foley, CC-BY-4.0).
 */
export function scoreBlock(row: Float32Array): number {
  forest ??= plant();
  const { roots, feature, value, right } = forest;
  let score = model.base;
  for (const root of roots) {
    let at = root;
    for (let column = feature[at] as number; column >= 0; column = feature[at] as number)
      at = (row[column] as number) <= (value[at] as number) ? at + 1 : (right[at] as number);
    score += value[at] as number;
  }
  return score;
}
