// Makes utils/pipeline/extract/block-model.json again, from pages whose true text is known (WCXB, by Murrough Foley, CC-BY-4.0).
//
//   node scripts/train-blocks.mjs --features FEATURES.json --truth DIR --metadata FILE [--cv] [--out FILE]
//
// FEATURES is what the bench's extract.mjs wrote with a bundle of tests/bench/features-entry.ts. Small gradient-boosted trees with a
// logistic loss (Friedman 2001), found on histograms of 32 bins; a page weighs the same whatever its length, a block as its words.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HELD_BACK, partOf } from './bench/domain-parts.mjs';

const { values: opt } = parseArgs({
  options: {
    features: { type: 'string' },
    truth: { type: 'string' },
    metadata: { type: 'string' },
    out: { type: 'string', default: 'utils/pipeline/extract/block-model.json' },
    cv: { type: 'boolean', default: false },
    trees: { type: 'string', default: '120' },
    depth: { type: 'string', default: '5' },
    rate: { type: 'string', default: '0.1' },
    leave: { type: 'string', default: '' },
    dump: { type: 'string' },
    hold: { type: 'string', default: String(HELD_BACK) },
  },
});

const words = (text) => (text ?? '').toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;

export function wordF1(tokens, reference) {
  if (!reference.length) return tokens.length ? 0 : 1;
  if (!tokens.length) return 0;
  const count = new Map();
  for (const token of reference) count.set(token, (count.get(token) ?? 0) + 1);
  let both = 0;
  for (const token of tokens) {
    const left = count.get(token) ?? 0;
    if (left > 0) {
      both++;
      count.set(token, left - 1);
    }
  }
  const [p, r] = [both / tokens.length, both / reference.length];
  return p + r ? (2 * p * r) / (p + r) : 0;
}

/** 1 for a block whose words stand in the truth, 0 for one whose words do not, between for what stands there in part. */
function labelBlocks(blocks, truth) {
  const tokens = words(truth);
  const joined = ` ${tokens.join(' ')} `;
  const lines = new Map();
  for (const line of truth.split(/\n+/)) {
    const key = words(line).join(' ');
    if (key) lines.set(key, (lines.get(key) ?? 0) + 1);
  }
  const shingles = new Set();
  for (let i = 0; i + 3 <= tokens.length; i++) shingles.add(tokens.slice(i, i + 3).join(' '));
  const labels = blocks.map(({ text }) => {
    const own = words(text);
    const key = own.join(' ');
    if (!own.length) return 0;
    if (own.length <= 3) return lines.has(key) ? 1 : 0;
    if (joined.includes(` ${key} `)) return 1;
    let hit = 0;
    for (let i = 0; i + 3 <= own.length; i++) if (shingles.has(own.slice(i, i + 3).join(' '))) hit++;
    return hit / Math.max(1, own.length - 2) >= 0.6 ? 1 : 0;
  });
  // A text that stands more often on the page than in the truth: the copies among the article's other blocks are meant.
  const byText = new Map();
  blocks.forEach(({ text }, index) => {
    const key = words(text).join(' ');
    if (labels[index] && key) byText.set(key, [...(byText.get(key) ?? []), index]);
  });
  for (const [key, indices] of byText) {
    const occurrences = Math.max(lines.get(key) ?? 0, joined.split(` ${key} `).length - 1, 1);
    if (indices.length <= occurrences) continue;
    const around = (index) => mean(labels.slice(Math.max(0, index - 4), index + 5));
    for (const index of [...indices].sort((a, b) => around(b) - around(a)).slice(occurrences)) labels[index] = 0;
  }
  return labels;
}

function quantise(rows, columns, bins = 32) {
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

/** @returns {{ base: number, trees: object[] }} */
function boost({ thresholds, binned }, labels, weights, use, { trees, depth, rate, lambda = 4, leastWeight = 6 }) {
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
const scoreRow = (model, row) => model.trees.reduce((sum, tree) => sum + walk(tree, row), model.base);

// ---- the pages ----
const { pages } = JSON.parse(fs.readFileSync(opt.features, 'utf8'));
const { files } = JSON.parse(fs.readFileSync(opt.metadata, 'utf8'));
const aside = path.join(path.dirname(opt.metadata), 'set-aside.json');
const leftOut = new Set(fs.existsSync(aside) ? Object.values(JSON.parse(fs.readFileSync(aside, 'utf8'))).flat() : []);
const set = [];
let columns;
for (const [id, page] of Object.entries(pages)) {
  if (!page.extra || leftOut.has(id)) continue;
  const truth = JSON.parse(fs.readFileSync(path.join(opt.truth, `${id}.json`), 'utf8')).ground_truth;
  columns = page.extra.featureNames;
  const blocks = page.extra.blocks;
  const labels = labelBlocks(blocks, truth.main_content ?? '');
  set.push({
    id,
    domain: files[id].domain,
    part: partOf(files[id].domain),
    blocks,
    labels,
    truth: words(truth.main_content),
    without: truth.without ?? [],
    all: page.extra,
  });
}
const drop = new Set(opt.leave.split(',').filter(Boolean));
const used = columns.map((name, index) => ({ name, index })).filter(({ name }) => !drop.has(name));
const rows = [];
const labels = [];
const weights = [];
const pageOf = [];
for (const page of set) {
  const total = page.blocks.reduce((sum, { text }) => sum + words(text).length + 2, 0);
  page.blocks.forEach((block, index) => {
    rows.push(used.map((column) => block.row[column.index]));
    labels.push(page.labels[index]);
    weights.push((200 * (words(block.text).length + 2)) / total);
    pageOf.push(page);
  });
}
const data = quantise(rows, used);
const settings = { trees: Number(opt.trees), depth: Number(opt.depth), rate: Number(opt.rate) };

function measure(list, keep) {
  const results = list.map((page) => {
    const kept = page.blocks.filter((_, index) => keep(page, index));
    const text = kept
      .map(({ text }) => text)
      .join('\n')
      .toLowerCase();
    return {
      id: page.id,
      f1: wordF1(words(text), page.truth),
      clutter: page.without.length
        ? page.without.filter((snippet) => text.includes(snippet.toLowerCase())).length / page.without.length
        : 0,
    };
  });
  return {
    n: results.length,
    f1: mean(results.map((r) => r.f1)),
    low: results.filter((r) => r.f1 < 0.8).length,
    lost: results.filter((r) => r.f1 < 0.5).length,
    clutter: mean(results.map((r) => r.clutter)),
    results,
  };
}
const line = (name, m) =>
  console.log(
    `${name.padEnd(30)} n ${m.n}  F1 ${m.f1.toFixed(4)}  <.8 ${((100 * m.low) / m.n).toFixed(1)}%  <.5 ${((100 * m.lost) / m.n).toFixed(1)}%  clutter ${(100 * m.clutter).toFixed(1)}%`,
  );

line(
  'choice by the truth',
  measure(set, (page, index) => page.labels[index]),
);
if (opt.cv) {
  const scores = new Float64Array(rows.length);
  for (let part = 0; part < 5; part++) {
    const use = [];
    pageOf.forEach((page, index) => {
      if (page.part !== part) use.push(index);
    });
    const model = boost(data, labels, weights, use, settings);
    pageOf.forEach((page, index) => {
      if (page.part === part) scores[index] = scoreRow(model, rows[index]);
    });
  }
  const start = new Map();
  pageOf.forEach((page, index) => {
    if (!start.has(page)) start.set(page, index);
  });
  for (const threshold of [-0.8, -0.4, 0, 0.4])
    line(
      `trees, by domain, at ${threshold}`,
      measure(set, (page, index) => scores[start.get(page) + index] > threshold),
    );
  if (opt.dump) {
    const m = measure(set, (page, index) => scores[start.get(page) + index] > 0);
    fs.writeFileSync(
      opt.dump,
      JSON.stringify(
        set.map((page, i) => ({
          id: page.id,
          f1: m.results[i].f1,
          scores: [...scores.slice(start.get(page), start.get(page) + page.blocks.length)],
        })),
      ),
    );
  }
} else {
  // One part of the domains is held back, so that what ships can be measured on pages it did not learn from.
  const held = Number(opt.hold);
  const use = rows.map((_, index) => index).filter((index) => pageOf[index].part !== held);
  const model = boost(data, labels, weights, use, settings);
  const keep = (page, index) =>
    scoreRow(
      model,
      page.blocks[index].row.filter((_, column) => !drop.has(columns[column])),
    ) > -0.4;
  line(
    'trees, on what they learned',
    measure(
      set.filter((page) => page.part !== held),
      keep,
    ),
  );
  line(
    'trees, on what was held back',
    measure(
      set.filter((page) => page.part === held),
      keep,
    ),
  );
  const round = (value) => Math.round(value * 1000) / 1000;
  // As block-model.ts reads it: nothing is left to be done with it at the reader's start.
  const flat = { base: round(model.base), features: columns, roots: [], feature: [], value: [], right: [] };
  const lay = (node) => {
    if (node.value !== undefined) {
      flat.feature.push(-1);
      flat.value.push(round(node.value));
      flat.right.push(0);
      return;
    }
    const at = flat.feature.push(used[node.column].index) - 1;
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
  fs.writeFileSync(opt.out, `${JSON.stringify(flat)}\n`);
  const gains = new Map();
  const add = (node) => {
    if (node.value !== undefined) return;
    gains.set(used[node.column].name, (gains.get(used[node.column].name) ?? 0) + node.gain);
    add(node.left);
    add(node.right);
  };
  model.trees.forEach(add);
  console.log(
    [...gains]
      .sort((a, b) => b[1] - a[1])
      .map(([name, gain]) => `${name} ${gain.toFixed(0)}`)
      .join(', '),
  );
}
