import { expect, test } from 'vitest';
import { readArticle } from '../../utils/pipeline/read-article';

const words =
  'The council met on Tuesday evening and spoke for three hours about the bridge, its cost, and what would become of the ferry that had crossed the river since long before anyone could remember.';
const p = (more = '') => `<p>${words} ${more} ${words}</p>`;

/** How programs write notes: what stands in the text, and the note. */
const shapes: readonly [writer: string, reference: string, notes: string][] = [
  [
    'MediaWiki',
    '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
    '<h2>References</h2><div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text"><cite>Smith, J. <a href="https://x.test/a">The minutes of that evening</a></cite></span></li></ol></div>',
  ],
  [
    'Markdown',
    '<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>',
    '<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>The minutes of that evening. <a href="#fnref:1">&#8617;</a></p></li></ol></div>',
  ],
  [
    'Pandoc',
    '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
    '<section class="footnotes"><hr><ol><li id="fn1"><p>The minutes of that evening.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
  ],
  [
    'Substack',
    '<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>',
    '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>The minutes</p><p>of that evening.</p></div></div>',
  ],
  [
    'WordPress',
    '<sup data-fn="a1b2" class="fn"><a href="#a1b2" id="a1b2-link">1</a></sup>',
    '<ol class="wp-block-footnotes"><li id="a1b2">The minutes of that evening. <a href="#a1b2-link">↩︎</a></li></ol>',
  ],
  ['Word', '<a href="#_ftn1" name="_ftnref1">[1]</a>', '<hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> The minutes of that evening.</p>'],
  [
    'a box beside the text',
    '<sup><a href="#n1" id="r1">*</a></sup>',
    '<aside id="n1" class="footnote"><p>The minutes of that evening.</p> <a href="#r1">Back</a></aside>',
  ],
  [
    'a bibliography',
    '<a href="#refs-smith" id="at-smith">Smith (2004)</a>',
    '<div id="refs" class="references"><div id="refs-smith" class="csl-entry">Smith, J. 2004. <em>The minutes of that evening</em>. Courier Press.</div></div>',
  ],
];

test.each(shapes)('%s: the note stays with the text, and the links lead there and back', (_writer, reference, notes) => {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html lang="en"><title>The bridge and its notes</title><body><article><h1>The bridge and its notes</h1>${p(`It fell.${reference}`)}${p()}${p()}${notes}</article></body></html>`,
    'text/html',
  );
  const reading = readArticle(page, 'https://news.test/a');
  const text = new DOMParser().parseFromString(reading.ok ? reading.article.contentHtml : '', 'text/html');
  const link = text.querySelector('p a[href^="#cc-to-"]');
  const note = text.getElementById(link?.getAttribute('href')?.slice(1) ?? '')?.closest('li,p');
  expect(note?.textContent).toMatch(/The minutes\s?of that evening/);
  const origin = link?.closest('[id]') ?? link?.querySelector('[id]');
  if (notes.match(/<a/)) expect(text.querySelectorAll(`a[href="#${origin?.id}"]`)).toHaveLength(1);
});

test('a list of contents at the end is no note', () => {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html lang="en"><title>The bridge</title><body><article><h1>The bridge</h1>${p()}${p()}${p()}</article><div class="menu"><a id="top" href="#a">1</a><a href="/x">Ten bridges</a></div></body></html>`,
    'text/html',
  );
  const reading = readArticle(page, 'https://news.test/a');
  expect(reading.ok && reading.article.contentHtml).not.toContain('Ten bridges');
});
