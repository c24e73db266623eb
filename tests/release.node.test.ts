import fs from 'node:fs';
import { expect, test } from 'vitest';
import { hosts, optionalPermissions, permissions } from '../scripts/release/manifest.mjs';
import config from '../wxt.config';
import { sourceFiles } from './source-files';

const read = (file: string) => fs.readFileSync(file, 'utf8');
const manifestFor = (browser: 'chrome' | 'firefox') => {
  if (typeof config.manifest !== 'function') throw new Error('The manifest should be made for each browser');
  return config.manifest({ browser, command: 'build', manifestVersion: 3, mode: 'production' }) as Record<string, unknown>;
};
/** Names in code type in the first column of the README's table of permissions; the sites have words of their own. */
const inReadme = [...(read('README.md').split('| Permission ')[1]?.split('\n\n')[0] ?? '').matchAll(/^\| ([^|]+) \|/gm)].flatMap(
  ([, cell = '']) => (/data on all sites/.test(cell) ? hosts : [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)),
);
const inListing = [...read('scripts/release/listing.md').matchAll(/^- \*\*([\w ]+)\*\*/gm)].flatMap(([, name = '']) =>
  name === 'host access' ? hosts : [name],
);
const all = [...permissions, ...optionalPermissions, ...hosts].sort();

test.each(['chrome', 'firefox'] as const)(
  'each permission for %s is explained in the README and to the stores, and no other',
  (browser) => {
    const { permissions: asked, host_permissions, optional_permissions = [], optional_host_permissions = [] } = manifestFor(browser);
    const inManifest = [asked, host_permissions, optional_permissions, optional_host_permissions].flat().sort();
    expect(inManifest).toEqual(all);
    expect(inReadme.sort()).toEqual(all);
    expect(inListing.sort()).toEqual(all);
  },
);

/** Every place that asks the web for something, and what PRIVACY.md says of it. */
const requests: Readonly<Record<string, { said: string; code: RegExp }>> = {
  'utils/background/fetch-page.ts': { said: 'the text of links you imported', code: /credentials: 'omit', referrerPolicy: 'no-referrer'/ },
  'utils/background/font-files.ts': { said: 'typefaces come with it', code: /fetch\(browser\.runtime\.getURL/ },
  'utils/background/keep-pictures.ts': {
    said: 'without cookies and without a word of the page they are on',
    code: /credentials: 'omit',\s+referrerPolicy: 'no-referrer'/,
  },
  'utils/reader/fetch-page.ts': { said: 'further pages of an article in several pages, from the same site', code: /\.origin !== / },
};

test('the privacy statement names every request that the code makes', () => {
  const asking = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts|WebTransport/;
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  expect(sourceFiles.filter(({ text }) => asking.test(code(text))).map(({ path }) => path)).toEqual(Object.keys(requests));
  const statement = read('PRIVACY.md').replace(/\s+/g, ' ');
  for (const [file, { said, code }] of Object.entries(requests)) {
    expect(statement, file).toContain(said);
    expect(read(file), file).toMatch(code);
  }
});

test('what leaves the machine by the browser’s own synchronisation is what the privacy statement says', () => {
  const synced = sourceFiles.filter(({ text }) => /browser\.storage\.sync\.set\(/.test(text)).map(({ path }) => path);
  expect(synced).toEqual(['utils/settings/setting.ts', 'utils/settings/site-looks.ts', 'utils/settings/site-rules.ts']);
  expect(read('PRIVACY.md').replace(/\s+/g, ' ')).toContain(
    "your settings, the list of sites that are always read, and the looks you gave to single sites. These are in the browser's synchronised storage",
  );
});

test('what Firefox asks to be declared is what the statement begins with: nothing is collected', () => {
  const settings = manifestFor('firefox').browser_specific_settings;
  expect(settings).toMatchObject({ gecko: { data_collection_permissions: { required: ['none'] } } });
  expect(read('PRIVACY.md')).toContain('Nothing about you, or about what you read, is sent to anyone by us.');
});
