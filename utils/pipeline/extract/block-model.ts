import model from './block-model.json';
import { type FeatureName, featureNames } from './feature-names';

/** A split (feature, threshold, branch for values up to it, branch for larger ones), or a leaf's worth. */
type Node = number | [FeatureName, number, Node, Node];

/** A tree laid out flat: `feature` is -1 for a leaf, whose worth stands in `value`. */
interface FlatTree {
  feature: Int16Array;
  value: Float32Array;
  right: Int16Array;
}

function flatten(tree: Node): FlatTree {
  const rows: [feature: number, value: number, right: number][] = [];
  const lay = (node: Node): void => {
    if (typeof node === 'number') {
      rows.push([-1, node, 0]);
      return;
    }
    const [name, threshold, left, right] = node;
    const row: [number, number, number] = [featureNames.indexOf(name), threshold, 0];
    rows.push(row);
    lay(left);
    row[2] = rows.length;
    lay(right);
  };
  lay(tree);
  return {
    feature: Int16Array.from(rows, (row) => row[0]),
    value: Float32Array.from(rows, (row) => row[1]),
    right: Int16Array.from(rows, (row) => row[2]),
  };
}

let trees: FlatTree[] | undefined;

/**
 * How surely a block belongs to the article: above 0, rather yes. Gradient-boosted trees, learned by `scripts/train-blocks.mjs` from
 * WCXB's pages (Murrough Foley, CC-BY-4.0).
 */
export function scoreBlock(row: Float32Array): number {
  trees ??= (model.trees as Node[]).map(flatten);
  let score = model.base;
  for (const { feature, value, right } of trees) {
    let at = 0;
    for (let column = feature[0] as number; column >= 0; column = feature[at] as number)
      at = (row[column] as number) <= (value[at] as number) ? at + 1 : (right[at] as number);
    score += value[at] as number;
  }
  return score;
}
