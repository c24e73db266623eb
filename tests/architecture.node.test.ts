import { expect, test } from 'vitest';
import { reachedFrom, sourceFiles } from './source-files';

/**
 * Who may import whom: a file belongs to the first zone its path begins with, and may import what begins with one of the zone's
 * entries, besides the files of its own zone.
 */
const zones: readonly [zone: string, ...mayImport: string[]][] = [
  ['utils/article/'],
  ['utils/changes/', 'utils/article/', 'diff', '#i18n'],
  ['utils/fonts/', '@fontsource-variable/literata/unicode.json'],
  ['utils/pipeline/reading', 'utils/article/'],
  ['utils/pipeline/phrase-index'],
  ['utils/pipeline/letters'],
  ['utils/pipeline/steps'],
  ['utils/pipeline/read-article', 'utils/article/', 'utils/pipeline/'],
  ['utils/pipeline/read-text', 'utils/article/', 'utils/pipeline/'],
  ...['copy', 'clean', 'extract', 'structure'].map((stage): [string, ...string[]] => [
    `utils/pipeline/${stage}/`,
    'utils/article/',
    'utils/pipeline/reading',
    'utils/pipeline/phrase-index',
    'utils/pipeline/letters',
    'utils/pipeline/steps',
    '@mozilla/readability',
  ]),
  ['utils/pipeline/detect/', 'utils/article/', 'utils/pipeline/reading'],
  ['utils/pipeline/sanitise/', 'utils/article/', 'utils/pipeline/steps', 'dompurify'],
  ['utils/export/', 'utils/article/', 'client-zip', 'turndown', '@joplin/turndown-plugin-gfm'],
  ['utils/import/', 'utils/article/', 'papaparse', '@zip.js/zip.js'],
  [
    'utils/pipeline/correct/',
    'utils/article/',
    ...['reading', 'sanitise/', 'steps', 'structure/count-words', 'structure/flatten'].map((part) => `utils/pipeline/${part}`),
  ],
  [
    'utils/pipeline/join/',
    'utils/article/',
    ...['sanitise/', 'steps', 'structure/count-words', 'extract/page-address'].map((part) => `utils/pipeline/${part}`),
  ],
  [
    'utils/transfer/',
    ...[
      'utils/article/',
      'utils/export/',
      'utils/import/',
      'utils/library/',
      'utils/messages',
      'utils/pictures/',
      'utils/pipeline/read-',
      'utils/settings/',
      'client-zip',
    ],
    'wxt/browser',
    '#i18n',
  ],
  ['utils/code-colours/', 'highlight.js'],
  ['utils/settings/', 'utils/article/', 'wxt/browser'],
  ['utils/library/', 'utils/article/', 'utils/search/', 'utils/pipeline/sanitise/', 'idb', 'wxt/browser'],
  ['utils/search/', 'utils/article/', 'idb'],
  ['utils/pictures/', 'idb', 'image-size'],
  ['utils/messages', 'utils/article/', 'utils/changes/summary', 'utils/settings/', 'wxt/browser'],
  ['utils/reader-bridge', 'utils/article/', 'utils/messages'],
  ['utils/i18n/', 'utils/messages', '#i18n'],
  ['utils/add-styles'],
  ['utils/claim-globals'],
  [
    'utils/detector/',
    'utils/add-styles',
    'utils/messages',
    'utils/settings/',
    'utils/pipeline/detect/',
    'utils/pipeline/reading',
    'wxt/browser',
  ],
  [
    'utils/reader/',
    'utils/add-styles',
    'utils/reader-bridge',
    'utils/article/',
    'utils/fonts/',
    'utils/pipeline/reading',
    'utils/pipeline/join/',
    'utils/pipeline/extract/page-address',
    'wxt/browser',
  ],
  [
    'utils/background/',
    'utils/article/',
    ...['utils/changes/in-words', 'utils/changes/summary'],
    'utils/fonts/',
    'utils/messages',
    'utils/reader-bridge',
    'utils/i18n/',
    'utils/library/',
    'utils/pictures/',
    'utils/settings/',
    'wxt/browser',
    '#i18n',
  ],
  [
    'components/transfer/',
    'utils/export/export-formats',
    'utils/import/',
    'components/',
    'utils/i18n/key-of',
    'utils/settings/',
    'utils/article/',
    'preact',
    '#i18n',
  ],
  ['components/', 'utils/article/', 'utils/changes/', 'utils/fonts/', 'utils/settings/', 'preact', '#i18n'],
  ['entrypoints/background', 'utils/', 'wxt/', '#i18n'],
  [
    'entrypoints/detector',
    'utils/article/is-html',
    'utils/claim-globals',
    'utils/messages',
    'utils/settings/',
    'utils/detector/',
    'utils/pipeline/detect/',
    'wxt/',
  ],
  ['entrypoints/search', 'utils/search/', 'wxt/'],
  ['entrypoints/key-gate', 'utils/claim-globals', 'utils/reader/key-gate', 'wxt/'],
  ['entrypoints/code-colours', 'utils/code-colours/', 'wxt/'],
  ['entrypoints/comparison', 'utils/changes/', 'wxt/'],
  ['entrypoints/curtain', 'utils/settings/', 'utils/detector/', 'wxt/'],
  [
    'entrypoints/reader/',
    'utils/article/',
    'utils/claim-globals',
    'utils/changes/',
    'utils/fonts/',
    'utils/pipeline/',
    'utils/messages',
    'utils/reader',
    'utils/settings/',
    'utils/i18n/',
    'components/',
    'preact',
    'wxt/',
    '#i18n',
  ],
  ...['popup', 'library', 'options'].map((page): [string, ...string[]] => [
    `entrypoints/${page}/`,
    ...[
      'utils/article/',
      'utils/changes/',
      'utils/messages',
      'utils/library/',
      'utils/pictures/',
      'utils/search/',
      'utils/settings/',
      'utils/export/',
      'utils/i18n/',
    ],
    ...['utils/import/', 'utils/transfer/', 'utils/code-colours/', 'components/', 'preact', 'wxt/browser', '#i18n'],
  ]),
];

const zoneOf = (file: string) => zones.find(([zone]) => file.startsWith(zone));

test('every file belongs to a zone, and imports only what its zone may', () => {
  const faults = sourceFiles.flatMap(({ path: file, imports }) => {
    const zone = zoneOf(file);
    if (!zone) return [`${file} belongs to no zone`];
    return imports.filter(({ target }) => !zone.some((entry) => target.startsWith(entry))).map(({ target }) => `${file} imports ${target}`);
  });
  expect(faults).toEqual([]);
});

test.each([
  ['entrypoints/detector', /preact|readability|dompurify|^components\/|utils\/library/, 'it runs on every page'],
  ['entrypoints/background', /preact|readability|dompurify|^components\/|utils\/pipeline/, 'a service worker has no DOM'],
  ['entrypoints/reader/index', /utils\/library|utils\/background/, 'the background is the only writer of storage'],
  ['entrypoints/popup/main', /readability|utils\/pipeline\/(?!sanitise)|utils\/background/, 'it shows what is stored'],
  ['entrypoints/library/main', /readability|utils\/pipeline\/(?!sanitise)|utils\/background/, 'it shows what is stored'],
])('%s loads nothing it must not: %s', (entry, forbidden) => {
  expect(
    sourceFiles.some(({ path: file }) => file.replace(/\.tsx?$/, '') === entry),
    `${entry} is there`,
  ).toBe(true);
  expect([...reachedFrom(entry)].filter((target) => forbidden.test(target))).toEqual([]);
});
