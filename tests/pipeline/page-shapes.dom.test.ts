import { describe, expect, test } from 'vitest';
import { cutBlocks } from '../../utils/pipeline/extract/blocks';
import { dropButtons } from '../../utils/pipeline/extract/drop-buttons';
import { readArticle } from '../../utils/pipeline/read-article';
import { finish } from '../../utils/pipeline/steps';
import { showPage } from './fixture-pages';
import { pageShapes, shapeTitle } from './page-shapes';
import { stories } from './stories-by-language';

const collapse = (words: string) => words.replace(/\s+/g, ' ').trim();

async function readText(body: string, title: string): Promise<string> {
  const page = await showPage(`<!doctype html><html><head><title>${title} - The Harbour Post</title></head><body>${body}</body></html>`);
  const reading = readArticle(page, 'https://harbour-post.test/2019/03/05/wall');
  if (!reading.ok) return '';
  return collapse(new DOMParser().parseFromString(reading.article.contentHtml, 'text/html').body.textContent ?? '');
}

describe('a story whole, whatever shape its page has', () => {
  test.each(pageShapes)('$what', async ({ body, kept, left }) => {
    const read = await readText(body, shapeTitle);
    expect({ lost: kept.filter((words) => !read.includes(words)), extra: left.filter((words) => read.includes(words)) }).toEqual({
      lost: [],
      extra: [],
    });
  });

  test.each(stories.filter(({ lang }) => /^(ar|hi|ja|ru|zh)$/.test(lang)).map((story) => [story.lang, story] as const))(
    'lines parted by breaks in %s',
    async (_lang, { title, paragraphs }) => {
      const read = await readText(`<h1>${title}</h1><div>${paragraphs.join('<br><br>')}</div>`, title);
      expect(paragraphs.filter((words) => !read.includes(words))).toEqual([]);
    },
  );
});

test('a button between paragraphs goes; one in a sentence, one that opens a part of the page, and one in a heading stay', () => {
  const page = new DOMParser().parseFromString(
    `<div><a class="btn btn-primary" href="/fund">Give to the fund</a></div><p><a href="/shop"><span class="price_button">See the price</span></a></p>
<p>The plans may be <a class="btn" href="/plans">read here</a>.</p><a class="accordion-button" href="#one">When does it begin?</a>
<h2><a class="title-btn" href="/two">The second wall</a></h2><p><a href="/more">A plain link</a></p>`,
    'text/html',
  );
  const blocks = finish(cutBlocks(page.body));
  const kept = blocks.map(() => true);
  dropButtons(blocks, kept);
  expect(blocks.filter((_, index) => kept[index]).map((block) => block.text)).toEqual([
    'The plans may be read here.',
    'When does it begin?',
    'The second wall',
    'A plain link',
  ]);
});
