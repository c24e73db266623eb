import { expect, test, vi } from 'vitest';
import { describeBlocks } from '../../utils/pipeline/extract/block-features';
import model from '../../utils/pipeline/extract/block-model.json';
import { cutBlocks } from '../../utils/pipeline/extract/blocks';
import { boxBlocks, holds } from '../../utils/pipeline/extract/boxes';
import { featureNames } from '../../utils/pipeline/extract/feature-names';
import { secondOpinion } from '../../utils/pipeline/extract/second-opinion';

const sentence =
  'The town council voted on Monday evening to keep the old baths open, after residents had collected more than four thousand names.';
const story = [1, 2, 3, 4, 5, 6].map((n) => `<p>${n}. ${sentence} ${sentence}</p>`).join('');

function read(html: string) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks = cutBlocks(body);
  const tree = boxBlocks(body, blocks);
  return { body, blocks, tree, texts: (taken: ReadonlySet<number>) => [...taken].map((index) => blocks[index]?.text ?? '') };
}

test('rows have the features in the order that the model was learned from', () => {
  const { blocks, tree } = read(`<h1>Baths</h1><div>${story}</div>`);
  const values = vi.spyOn(Object, 'values');
  const { rows } = describeBlocks(tree, blocks, new Set([1]), { title: 'Baths', description: '' });
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

test('the second opinion takes the story and what stands beside it, not the comments', () => {
  const links = `<ul>${'<li><a href="/a">Another story of the day that leads elsewhere</a></li>'.repeat(8)}</ul>`;
  const { body, blocks, tree, texts } = read(
    `<div class="menu">${links}</div><div id="page"><div class="story">${story}<div class="box">${links}</div></div>
     <div class="story">${story.replaceAll('council', 'board')}</div><div class="comments">${story.replaceAll('council', 'crowd')}</div></div>`,
  );
  const taken = texts(secondOpinion(body, tree, blocks)).join(' ');
  expect(taken.match(/council/g)).toHaveLength(12);
  expect(taken.match(/board/g)).toHaveLength(12);
  expect(taken).not.toMatch(/crowd/);
});

test('finding too little, it looks again where names speak against it', () => {
  const { body, blocks, tree, texts } = read(`<div class="sidebar">${story}</div><div><p>Short.</p></div>`);
  expect(
    texts(secondOpinion(body, tree, blocks))
      .join(' ')
      .match(/council/g),
  ).toHaveLength(12);
});

test('a page without text has no opinion', () => {
  const { body, blocks, tree } = read('<div></div>');
  expect(secondOpinion(body, tree, blocks).size).toBe(0);
});
