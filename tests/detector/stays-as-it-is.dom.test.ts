import { expect, test } from 'vitest';
import { staysAsItIs } from '../../utils/detector/stays-as-it-is';

const script = '<script>0</script>';
const links = (count: number) => '<a href="/story">Story</a> '.repeat(count);
const text = `<p>${'The ferry is late. '.repeat(30)}</p>`;

test.each([
  ['a page without scripts, at once', `<h1>Weather</h1>${text}`, 0, false, true],
  ['one whose scripts are data only, at once', '<script type="application/ld+json">{}</script>', 0, false, true],
  ['a page with scripts, not at once', script + text, 0, false, false],
  ['an empty shell, never', `${script}<div id="app"></div>`, 2400, true, false],
  ['a section, soon', script + links(30), 450, false, true],
  ['a shell with a long menu, not as a section', `${script}<nav>${links(30)}</nav>`, 450, false, false],
  ['a page of text that still changes, not yet', script + text, 1100, false, false],
  ['a page of text that has become quiet', script + text, 1100, true, true],
])('%s', (_what, body, look, quiet, stays) => {
  const page = new DOMParser().parseFromString(`<!doctype html><body>${body}`, 'text/html');
  expect(staysAsItIs(page, look, quiet)).toBe(stays);
});
