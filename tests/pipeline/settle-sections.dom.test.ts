import { expect, test } from 'vitest';
import type { BlockTable } from '../../utils/pipeline/extract/block-features';
import { isGood } from '../../utils/pipeline/extract/block-sums';
import { cutBlocks } from '../../utils/pipeline/extract/blocks';
import { settleSections } from '../../utils/pipeline/extract/settle-sections';
import { finish } from '../../utils/pipeline/steps';

const sentence = 'The council met on Tuesday evening and spoke for three hours about the bridge, its cost and the years it will take. ';

/** Blocks with their score in an attribute (2 where none is given); the second opinion takes all but those marked `aside`. */
function settle(html: string): string[] {
  const body = document.createElement('div');
  body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  const blocks = finish(cutBlocks(body));
  const scores = blocks.map(({ element }) => Number(element.getAttribute('data-score') ?? 2));
  const kept = scores.map((score) => score > -0.4);
  const shapes = new Map<string, BlockTable['shapes'][number]>();
  const shapeOf = (name: string) => {
    const shape = shapes.get(name) ?? { count: 0, words: 0, links: 0, letters: 0, chosen: 0 };
    shape.count++;
    shapes.set(name, shape);
    return shape;
  };
  const table: Pick<BlockTable, 'good' | 'shapes'> = {
    good: blocks.map(isGood),
    shapes: blocks.map(({ element }) => shapeOf(element.localName + element.className)),
  };
  const chosen = new Set(blocks.flatMap(({ element }, index) => (element.hasAttribute('data-aside') ? [] : [index])));
  settleSections(blocks, { table, chosen, kept, scores, keepFrom: -0.4 });
  return blocks.flatMap(({ text }, index) => (kept[index] && text.length < 60 ? [text] : []));
}

const paragraph = `<p>${sentence}</p>`;
const section = (head: string) => `<h2>${head}</h2>${paragraph}`;

test('a heading that is surely the article’s stays over text that begins after a line that goes', () => {
  expect(settle(`${paragraph}<h2 data-score="1">Questions</h2><p data-score="-2">Five stars</p>${paragraph}`)).toEqual(['Questions']);
  expect(settle(`${paragraph}<h2 data-score="-1">Questions</h2><p data-score="-2">Five stars</p>${paragraph}`)).toEqual([]);
});

test('linked names over the paragraphs that tell of them stay, links to other articles go', () => {
  const named = (name: string, text: string) => `<p data-score="-0.7"><a href="/x">${name}</a></p><p>${text} ${sentence}</p>`;
  expect(settle(['Ada', 'Ben', 'Cleo'].map((name) => named(name, `${name} was there.`)).join(''))).toEqual(['Ada', 'Ben', 'Cleo']);
  expect(settle(['Old bridge', 'New bridge', 'No bridge'].map((name) => named(name, 'Nobody came.')).join(''))).toEqual([]);
});

test('a call to click goes, a digest of such sections stays', () => {
  const call = (head: string) => `<div><h4>${head}</h4><p>Write to the council, and have your say.</p><a href="/sign">Sign here</a></div>`;
  expect(settle(section('Steel') + call('Do you want a bridge?') + section('Stone'))).toEqual(['Steel', 'Stone']);
  expect(settle(paragraph + call('Monday') + call('Tuesday') + call('Wednesday')).filter((text) => /day$/.test(text))).toHaveLength(3);
});
