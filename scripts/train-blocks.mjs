// Makes utils/pipeline/extract/block-model.json again, from pages whose true text is known (WCXB, by Murrough Foley, CC-BY-4.0).
//
//   node scripts/train-blocks.mjs --features FEATURES.json --truth DIR --metadata FILE [--cv] [--out FILE]
//
// FEATURES is what the bench's extract.mjs wrote with a bundle of tests/bench/features-entry.ts. A page weighs the same whatever its
// length, a block as its words.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HELD_BACK, partOf } from './bench/domain-parts.mjs';
import { labelBlocks, mean, wordF1, words } from './bench/label-blocks.mjs';
import { boost, flatten, gainsOf, quantise, scoreRow } from './boosted-trees.mjs';

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
    const model = boost(data, { labels, weights, pageOf }, use, settings);
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
  const model = boost(data, { labels, weights, pageOf }, use, settings);
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
  fs.writeFileSync(opt.out, `${JSON.stringify(flatten(model, columns, (column) => used[column].index))}\n`);
  console.log(
    gainsOf(model)
      .map(([column, gain]) => `${used[column].name} ${gain.toFixed(0)}`)
      .join(', '),
  );
}
