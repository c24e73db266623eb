import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../utils/pipeline/copy/page-size';
import { readArticle, readInSteps } from '../../utils/pipeline/read-article';
import type { Reading } from '../../utils/pipeline/reading';
import { sanitise, sanitiseInSteps } from '../../utils/pipeline/sanitise/sanitise';
import { finish, inSlices, type Steps } from '../../utils/pipeline/steps';
import { fixtureNames, fixtureSource, showPage } from './fixture-pages';

const url = 'https://news.test/story';
/** What is kept of a reading. */
const kept = (reading: Reading | null) => reading?.ok && { ...reading, body: null };
const bodyOf = (markup: string) => new DOMParser().parseFromString(markup, 'text/html').body;

/** Other words in every place, and more elements than before. */
function change(page: Document): void {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) (texts.currentNode as Text).data = 'Gone.';
  for (let more = 0; more < 5; more++) page.body.append(page.createElement('div'));
}

describe('what a page becomes while it is read in steps does not matter', () => {
  test.each(fixtureNames)('%s', async (name) => {
    const whole = readArticle(await showPage(fixtureSource(name)), url, { anyway: true });
    const page = await showPage(fixtureSource(name));
    const steps = readInSteps(page, url, { anyway: true });
    let step = steps.next();
    change(page);
    while (!step.done) step = steps.next();
    expect(kept(step.value)).toEqual(kept(whole));
  });

  test('nor does it where nothing of it is left', async () => {
    const page = await showPage(
      '<!doctype html><h1>The ferry</h1><p hidden>Not shown.</p>'.concat('<p>The ferry crossed the harbour at noon.</p>'.repeat(20)),
    );
    const steps = readInSteps(page, url, { anyway: true });
    let step = steps.next();
    page.body.replaceChildren();
    while (!step.done) step = steps.next();
    expect(step.value.ok && step.value.article.contentHtml).toContain('crossed the harbour');
    expect(step.value.ok && step.value.article.contentHtml).not.toContain('Not shown');
  });
});

test.each(fixtureNames)('the same comes out in slices and at once: %s', async (name) => {
  const page = await showPage(fixtureSource(name));
  const sliced = await inSlices(readInSteps(page, url, { anyway: true }), new AbortController().signal);
  expect(kept(sliced)).toEqual(kept(readArticle(page, url, { anyway: true })));
});

describe('slices', () => {
  function* endless(seen: { turns: number }): Steps<never> {
    for (;;) {
      seen.turns++;
      yield;
    }
  }

  test('let the page act in between, and end where they are stopped', async () => {
    const life = new AbortController();
    const seen = { turns: 0 };
    setTimeout(() => life.abort(), 0);
    await expect(inSlices(endless(seen), life.signal)).rejects.toThrow('aborted');
    const { turns } = seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.turns).toBe(turns);
  });
});

describe('a long article, sanitised in pieces, is as it would be sanitised at once', () => {
  const sentence = 'The ferry crossed the harbour at noon, past the moored boats &amp; the long grey wall. ';
  const long = (part: string) => part.repeat(Math.ceil(250_000 / part.length));
  test.each([
    ['paragraphs', long(`<p>${sentence}</p>`)],
    ['one text', `<p>${long(sentence)}</p>`],
    [
      'a list in a list',
      `<ol start="3"><li>One<ul>${long(`<li><a href="/a">${sentence}</a></li>`)}</ul></li><li>Two</li></ol><p>After</p>`,
    ],
    ['table rows', `<table><caption>Ships</caption><tbody>${long('<tr><td>a</td><td colspan="2">b</td></tr>')}</tbody></table>`],
    ['words and links', `<p>${long('<a href="/a">a link</a> and <b>words</b> ')}</p>`],
    ['a listing', `<pre><code class="language-c">${long('int ferry;\n\n  return;\n')}</code></pre>`],
    ['a quotation with sections', `<blockquote>${long(`<h2 id="cc-1">On the quay</h2><p>${sentence}</p>`)}</blockquote>`],
    ['what may not pass', `<div onclick="a()">${long('<p>a<script>b()</script><img src=x onerror=c()></p><svg><p>d</p></svg>')}</div>`],
    ['a tag that goes, around it all', `<ferry-boat>${long(`<p>${sentence}</p>`)}</ferry-boat>`],
    ['formulas', long('<p><math><mi>x</mi><mo>=</mo><mn>1</mn></math> is one.</p>')],
  ])('%s', (_, markup) => {
    const holder = bodyOf('<div></div>').firstElementChild as Element;
    holder.append(...bodyOf(markup).childNodes);
    const { html, text, body } = finish(sanitiseInSteps(holder, url));
    const whole = sanitise(holder, url);
    expect(html.length).toBeGreaterThan(150_000);
    expect(html === whole.html).toBe(true); // as a comparison: two such strings take minutes to be told apart in words
    expect(text === whole.text).toBe(true);
    const shown = document.createElement('div');
    shown.append(body);
    expect(shown.innerHTML === html).toBe(true);
  });
});

test('how large a page is', () => {
  const page = (markup: string) => new DOMParser().parseFromString(markup, 'text/html');
  expect(sizeOf(page('<p>Short.</p>'))).toBe('ordinary');
  expect(sizeOf(page('<b>a</b>'.repeat(10_000)))).toBe('large');
  expect(sizeOf(page(`<p>${'a '.repeat(300_000)}</p>`))).toBe('large');
  expect(sizeOf(page('<b>a</b>'.repeat(70_000)))).toBe('huge');
  expect(sizeOf(page(`<p>${'a '.repeat(2_000_000)}</p>`))).toBe('huge');
});
