import { describe, expect, test } from 'vitest';
import type { SiteCorrection } from '../../utils/article/site-correction';
import { applyChanges, type Change } from '../../utils/pipeline/correct/apply-changes';
import { changesBy, clearShape, removalShape } from '../../utils/pipeline/correct/site-corrections';
import { readArticle } from '../../utils/pipeline/read-article';
import { showPage } from './fixture-pages';
import { paragraph } from './paged-story';

const markup = `<!doctype html><html lang="en"><body><nav><a href="/">Front page</a></nav><article class="story"><h1>Eight walks</h1>
<p>${paragraph(1)}</p><p>${paragraph(2)}</p>
<aside class="fact-box newsletter" onclick="x()"><div><p>Facts: eight walks, each with <b onclick="x()">its own</b> sign.<img src="x" onerror="x()"></p></div></aside>
<p>${paragraph(3)}</p><p class="house-line">The house has a line of its own, which stands in every story of this site, and says little that is new to anyone.</p>
<h2 class="cross-line">The quarry</h2><p>${paragraph(4)}</p><p>${paragraph(5)}</p></article></body></html>`;

async function read() {
  const reading = readArticle(await showPage(markup), 'https://bay.test/walks');
  if (!reading.ok) throw new Error('The page should be read');
  return reading;
}
const blocks = (html: string) => [...new DOMParser().parseFromString(html, 'text/html').body.children];
const find = (html: string, start: string) => blocks(html).findIndex((block) => block.textContent?.startsWith(start));
const rule = (kind: SiteCorrection['kind'], shape: string): SiteCorrection => ({ kind, shape, sample: '', addedAt: 0 });

describe('a change to an article', () => {
  test('puts a block back in its place, sanitised', async () => {
    const reading = await read();
    const removal = reading.removals.findIndex(({ text }) => text.startsWith('Facts'));
    const { article, origins } = applyChanges(reading.article, reading.removals, [{ kind: 'put-back', removal }]);
    const at = find(article.contentHtml, 'Facts');
    expect(at).toBe(find(article.contentHtml, paragraph(2)) + 1);
    expect(origins[at]).toEqual({ removal });
    expect(article.contentHtml).not.toMatch(/onclick|onerror|class=/);
  });

  test('leaves a block out, and makes headings of lines and lines of headings', async () => {
    const reading = await read();
    const at = (start: string) => find(reading.article.contentHtml, start);
    const changes: Change[] = [
      { kind: 'leave-out', block: at(paragraph(1)) },
      { kind: 'heading', block: at('The house') },
      { kind: 'no-heading', block: at('The quarry') },
    ];
    const { article, origins } = applyChanges(reading.article, reading.removals, changes);
    expect(find(article.contentHtml, paragraph(1))).toBe(-1);
    expect(article.headings.map(({ text }) => text.slice(0, 9))).toEqual(['The house']);
    expect(blocks(article.contentHtml)[find(article.contentHtml, 'The quarry')]?.localName).toBe('p');
    expect(origins).toHaveLength(blocks(article.contentHtml).length);
  });
});

describe('a shape', () => {
  test('is clear where a block has a name of its own, and never that of the text', async () => {
    const reading = await read();
    const shape = (start: string) => clearShape(reading, find(reading.article.contentHtml, start));
    expect([shape('The house'), shape('The quarry'), shape(paragraph(1))]).toEqual(['p.house-line', 'h2.cross-line', null]);
    const facts = reading.removals.findIndex(({ text }) => text.startsWith('Facts'));
    expect(removalShape(reading, facts)).toBe('aside.fact-box.newsletter');
  });

  test('finds the blocks that a correction of the site means', async () => {
    const reading = await read();
    const facts = reading.removals.findIndex(({ text }) => text.startsWith('Facts'));
    const house = find(reading.article.contentHtml, 'The house');
    expect(
      changesBy([rule('keep', 'aside.fact-box.newsletter'), rule('leave-out', 'p.house-line'), rule('heading', 'p')], reading),
    ).toEqual([
      { kind: 'put-back', removal: facts },
      { kind: 'leave-out', block: house },
    ]);
  });
});
