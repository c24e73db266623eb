import fs from 'node:fs';
import { expect, test } from 'vitest';

test('every message has a name that Chromium takes', () => {
  const keys = fs.readFileSync('utils/i18n/locales/en.yml', 'utf8').match(/^ *[^\s#:]+(?=:)/gm) ?? [];
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !/^\w+$/.test(key.trim()))).toEqual([]);
});
