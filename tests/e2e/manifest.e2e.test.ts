import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkManifest } from '../../scripts/release/manifest.mjs';
import { extensionFolder } from './build-extension';

const { version, dependencies, devDependencies } = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
);

/** Each of these is a wall: whoever moves one has to do it here, too. */
const policy = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'"],
  ...["connect-src 'self' http: https:", 'media-src blob:', "frame-src 'none'", "object-src 'none'", "base-uri 'none'"],
  ...["form-action 'none'", "frame-ancestors 'none'"],
];

test.each(['chrome', 'firefox'] as const)(
  'what is built for %s has the permissions and the policy it must have, and opens itself to nobody',
  (browser) => {
    const folder = extensionFolder(browser, 'shipped');
    expect(checkManifest(folder, version)).toEqual([]);
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    expect(manifest.content_security_policy.extension_pages.split('; ')).toEqual(policy);
  },
);

test('no package comes in another version than the one that was looked at', () => {
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, wanted]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted))).toEqual([]);
});
