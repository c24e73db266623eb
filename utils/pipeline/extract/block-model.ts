import model from './block-model.json';
import { type FeatureName, featureNames } from './feature-names';

/** A split (feature, threshold, branch for values up to it, branch for larger ones), or a leaf's worth. */
type Node = number | [FeatureName, number, Node, Node];

/** All trees laid out flat, one after the other. `feature` is -1 for a leaf, whose worth stands in `value`. */
interface Forest {
  roots: number[];
  feature: Int16Array;
  value: Float32Array;
  right: Int32Array;
}

function plant(trees: readonly Node[]): Forest {
  const columns = new Map<string, number>(featureNames.map((name, column) => [name, column]));
  const feature: number[] = [];
  const value: number[] = [];
  const right: number[] = [];
  const lay = (node: Node): void => {
    if (typeof node === 'number') {
      feature.push(-1);
      value.push(node);
      right.push(0);
      return;
    }
    const at = feature.push(columns.get(node[0]) ?? -1) - 1;
    value.push(node[1]);
    right.push(0);
    lay(node[2]);
    right[at] = feature.length;
    lay(node[3]);
  };
  const roots = trees.map((tree) => {
    const root = feature.length;
    lay(tree);
    return root;
  });
  return { roots, feature: Int16Array.from(feature), value: Float32Array.from(value), right: Int32Array.from(right) };
}

let forest: Forest | undefined;

/**
 * How surely a block belongs to the article: above 0, rather yes. Gradient-boosted trees, learned by `scripts/train-blocks.mjs` from
 * WCXB's pages (Murrough Foley, CC-BY-4.0).
 */
export function scoreBlock(row: Float32Array): number {
  forest ??= plant(model.trees as Node[]);
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
