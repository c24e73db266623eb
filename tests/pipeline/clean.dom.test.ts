import { describe, expect, test } from 'vitest';
import { clutterRules } from '../../utils/pipeline/clean/clutter-rules';
import { removeClutter } from '../../utils/pipeline/clean/remove-clutter';
import { copyPage } from '../../utils/pipeline/copy/copy-page';
import { finish } from '../../utils/pipeline/steps';
import { fixtureNames, fixtureSource, showPage } from './fixture-pages';

const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

describe('the table of clutter', () => {
  test('has names in order, each once', () => {
    const names = clutterRules.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });

  test.each(clutterRules.map((rule) => [rule.name, rule] as const))('%s has a reason and a page that shows it', (_name, rule) => {
    expect(rule.why.length).toBeGreaterThan(8);
    expect(fixtureNames).toContain(rule.seenAt);
    expect(fixtureSource(rule.seenAt)).toContain(`data-expect="${rule.name}"`);
  });
});

describe('a page with clutter of every kind', async () => {
  const live = await showPage(fixtureSource('clutter-of-every-kind'));
  const expected = [...live.querySelectorAll('[data-expect]')].map(
    (element) => [element.getAttribute('data-expect') ?? '', words(element.textContent)] as const,
  );
  const story = [...live.querySelectorAll('article > h1, article > p:not([data-expect])')].map((element) => words(element.textContent));
  const page = finish(copyPage(live));
  const removals = finish(removeClutter(page));

  test.each(expected)('%s goes, and is recorded: %s', (rule, text) => {
    expect(words(page.body.textContent)).not.toContain(text);
    expect(removals.filter((removal) => removal.rule === rule).map((removal) => removal.text)).toContain(text.slice(0, 200));
  });

  test.each(story)('stays: %s', (text) => {
    expect(words(page.body.textContent)).toContain(text);
  });
});

describe('a rule that would take the article itself', () => {
  const long =
    'The council met for nine hours on Monday and voted in the end to keep the old bridge, which engineers had called unsafe in spring. ';
  test.each([
    ['an article in a box named sidebar', `<div class="sidebar-widget">${`<p>${long.repeat(2)}</p>`.repeat(5)}</div>`],
    [
      'text that waits for an animation',
      `<style>.wait{visibility:hidden}</style><div class="wait">${`<p>${long.repeat(2)}</p>`.repeat(5)}</div>`,
    ],
    ['a page inside one form', `<form class="subscribe-form">${`<p>${long.repeat(2)}</p>`.repeat(5)}<input name="children"></form>`],
  ])('keeps %s', async (_title, body) => {
    const page = finish(copyPage(await showPage(`<!DOCTYPE html><body>${body}</body>`)));
    finish(removeClutter(page));
    expect(words(page.body.textContent)).toContain(long.trim());
  });
});

test('words within a sentence are no clutter', async () => {
  const page = finish(
    copyPage(
      await showPage(
        '<!DOCTYPE html><p>She pressed <b>Share</b> and <a href="/s">subscribe</a>, then left for good.</p><p>Related work has shown that tides matter more than wind.</p>',
      ),
    ),
  );
  finish(removeClutter(page));
  expect(words(page.body.textContent)).toBe(
    'She pressed Share and subscribe, then left for good.Related work has shown that tides matter more than wind.',
  );
});

describe('comment threads of every system', () => {
  test.each([
    ['WordPress', '<div id="comments" class="comments-area"><ol class="comment-list"><li><p>TEXT</p></li></ol></div>'],
    ['Disqus', '<div id="disqus_thread"><p>TEXT</p></div>'],
    ['Facebook', '<div class="fb-comments"><p>TEXT</p></div>'],
    ['Coral', '<div id="coral_thread"><p>TEXT</p></div>'],
    ['OpenWeb (Spot.IM)', '<div data-spotim-module="conversation"><p>TEXT</p></div>'],
    ['Viafoura', '<div class="viafoura"><vf-conversations><p>TEXT</p></vf-conversations></div>'],
    ['Hyvor', '<hyvor-talk-comments><p>TEXT</p></hyvor-talk-comments>'],
    ['Commento', '<div id="commento"><p>TEXT</p></div>'],
    ['Jetpack', '<div id="respond" class="comment-respond jetpack_remote_comment"><p>TEXT</p></div>'],
    ['wpDiscuz', '<div id="wpdcom" class="wpdiscuz_auth wpd-thread"><p>TEXT</p></div>'],
    ['Giscus', '<div class="giscus"><p>TEXT</p></div>'],
    ['Isso', '<section id="isso-thread"><p>TEXT</p></section>'],
  ])('%s', async (_system, markup) => {
    const comment = 'I have read this paper since I was a boy, and never has it printed so much about a bridge. ';
    const page = finish(
      copyPage(
        await showPage(
          `<!DOCTYPE html><body><article><h1>Bridge</h1> <p>The bridge is open.</p></article>${markup.replace('TEXT', comment.repeat(8))}</body>`,
        ),
      ),
    );
    const removals = finish(removeClutter(page));
    expect(words(page.body.textContent)).toBe('Bridge The bridge is open.');
    expect(removals.map(({ rule }) => rule)).toEqual([expect.stringMatching(/^comment/)]);
  });
});
