import { expect, test, vi } from 'vitest';
import { describeBlocks } from '../../utils/pipeline/extract/block-features';
import model from '../../utils/pipeline/extract/block-model.json';
import { cutBlocks } from '../../utils/pipeline/extract/blocks';
import { boxBlocks, holds } from '../../utils/pipeline/extract/boxes';
import { featureNames } from '../../utils/pipeline/extract/feature-names';
import { readabilityChoice } from '../../utils/pipeline/extract/readability-choice';
import { isInDoubt, settleDoubt } from '../../utils/pipeline/extract/settle-doubt';
import { finish } from '../../utils/pipeline/steps';

const sentence =
  'The town council voted on Monday evening to keep the old baths open, after residents had collected more than four thousand names.';
const story = [1, 2, 3, 4, 5, 6].map((n) => `<p>${n}. ${sentence} ${sentence}</p>`).join('');

function read(html: string) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks = finish(cutBlocks(body));
  const tree = finish(boxBlocks(body, blocks));
  return { body, blocks, tree };
}

test('rows have the features in the order that the model was learned from', () => {
  const { blocks, tree } = read(`<h1>Baths</h1><div>${story}</div>`);
  const values = vi.spyOn(Object, 'values');
  const { rows } = finish(describeBlocks(tree, blocks, { title: 'Baths', description: '' }));
  const orders = values.mock.calls.map(([row]) => Object.keys(row as object));
  values.mockRestore();
  expect(orders).toHaveLength(blocks.length);
  expect(orders[0]).toEqual([...featureNames]);
  expect(rows[0]).toHaveLength(featureNames.length);
  expect(model.features).toEqual([...featureNames]);
});

test('boxes nest as the elements do, and add up what is in them', () => {
  const { blocks, tree } = read(`<main><h1>Baths</h1><div>${story}</div></main><footer><p>Foot</p></footer>`);
  for (const { element, from, to, words } of tree.boxes) {
    const inside = blocks.filter((block) => element.contains(block.element));
    expect(inside).toEqual(blocks.slice(from, to));
    expect(words).toBe(inside.reduce((sum, block) => sum + block.words, 0));
  }
  const [, main] = tree.boxes;
  expect(main && blocks.map((_, index) => holds(main, index))).toEqual([...blocks.slice(0, -1).map(() => true), false]);
});

/** What is kept of a page when the model scores its blocks as told. */
function settle(html: string, scoreOf: (text: string) => number) {
  const { body, blocks, tree } = read(html);
  const table = finish(describeBlocks(tree, blocks, { title: 'Baths', description: '' }));
  const scores = blocks.map(({ text }) => scoreOf(text));
  const kept = scores.map((score) => score > 0);
  const chosen = readabilityChoice(body.ownerDocument, blocks);
  const settled = settleDoubt(blocks, tree, table, scores, kept, chosen);
  const text = blocks.flatMap((block, index) => (settled[index] ? block.text : [])).join(' ');
  return { text, isInDoubt: isInDoubt(blocks, table, scores, kept) };
}
const other = story.replaceAll('council', 'crowd');

test('a model that is sure of most of the running text is not doubted', () => {
  expect(settle(`<main>${story}${story}</main>`, () => 3).isInDoubt).toBe(false);
});

test.each([
  ['wavers', `<main>${story}</main>`, 0.5],
  ['keeps few words', `<main><p>${sentence}</p></main>`, 3],
  ['leaves most of the running text', `<main>${story}<div><p>${sentence}</p></div></main>`, -3],
])('a model that %s is doubted', (_, html, score) => {
  expect(settle(html, () => score).isInDoubt).toBe(true);
});

test('in doubt, a story that the model drops is kept when Readability finds it', () => {
  const { text } = settle(`<div>${story}</div>`, () => -1);
  expect(text.match(/council/g)).toHaveLength(12);
});

test('in doubt, what stands outside the column that Readability finds must be sure to be kept', () => {
  const page = `<div><div class="story">${story}${story}</div></div><aside class="sidebar"><p>${other}</p></aside>`;
  expect(settle(page, () => 1).text).not.toMatch(/crowd/);
  expect(settle(page, () => 3).text).toMatch(/crowd/);
});

test('a page without text gives Readability nothing to choose', () => {
  const { body, blocks } = read('<div></div>');
  expect(readabilityChoice(body.ownerDocument, blocks).size).toBe(0);
});
