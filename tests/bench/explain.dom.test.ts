import { expect, test } from 'vitest';
import { fixtureSource, showPage } from '../pipeline/fixture-pages';
import './explain-entry';
import './extract-entry';
import type { Explanation } from './explain-entry';

const bench = globalThis as unknown as {
  explainPage: (page: Document) => Explanation;
  detectArticle: (page: Document) => boolean;
  readDetection: (page: Document) => { level: string };
  extractArticle: (page: Document) => { title: string; isArticle: boolean; level: string; contentHtml: string } | null;
};

test('the explanation tells of each stage what the pipeline does', async () => {
  const page = await showPage(fixtureSource('bundled-article'));
  const before = page.documentElement.outerHTML;
  const { metadata, blocks, removals, headings, refused, outcome } = bench.explainPage(page);
  const title = metadata.find(({ field }) => field === 'title');
  expect(title?.sources).toContain('window title');
  expect(removals.map(({ stage }) => stage)).toContain('clean');
  expect(blocks.filter(({ kept }) => kept).length).toBeGreaterThan(10);
  expect(blocks.every(({ strongest }) => strongest.length <= 3)).toBe(true);
  expect(headings.filter(({ kind }) => kind === 'pseudo').length).toBeGreaterThan(1);
  expect(refused.every(({ rule, text }) => rule && text)).toBe(true);
  expect(outcome).toMatch(/^an article of \d+ words, whole/);
  expect(page.documentElement.outerHTML).toBe(before);
});

test('what is extracted is not lost where the detector says no, and carries its word', async () => {
  const page = await showPage(fixtureSource('bundled-article'));
  const said = bench.detectArticle(page);
  const extracted = bench.extractArticle(page);
  expect(extracted?.contentHtml).toContain('<p>');
  expect(extracted?.isArticle).toBe(said);
  expect(extracted?.level).toBe(bench.readDetection(page).level);
});
