import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clutterRules } from '../../utils/pipeline/clean/clutter-rules';
import { root } from '../source-files';

test('the rules stand in order, each once', () => {
  const names = clutterRules.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

test.each(clutterRules)(
  '$name has something to match, a reason, and a page that shows it',
  ({ selector, names, line, start, why, seenAt }) => {
    expect(selector ?? names ?? line ?? start).toBeTruthy();
    expect(why).toMatch(/^\p{Lu}/u);
    expect(fs.existsSync(path.join(root, 'tests/fixtures', seenAt, 'page.html'))).toBe(true);
  },
);
