import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { themeNames } from '../utils/settings/reader-settings';
import { filesBelow, root, sourceFiles } from './source-files';

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

test('no file writes HTML strings into a document', () => {
  const door =
    /\.(innerHTML|outerHTML)\s*\+?=(?!=)|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|setHTMLUnsafe|createContextualFragment/;
  expect(sourceFiles.filter(({ text }) => door.test(withoutComments(text))).map(({ path: file }) => file)).toEqual([]);
});

test('no page of the extension can send anything: only the background may', () => {
  const pages = filesBelow('entrypoints').filter((file) => file.endsWith('.html'));
  const closed = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
  expect(pages.filter((file) => !fs.readFileSync(path.join(root, file), 'utf8').includes(closed))).toEqual([]);
  expect(pages.length).toBeGreaterThan(2);
});

test('only the sanitiser, and the parser that calls it, make SafeHtml', () => {
  expect(sourceFiles.filter(({ text }) => /as SafeHtml\b/.test(withoutComments(text))).map(({ path: file }) => file)).toEqual([
    'utils/library/parse-article.ts',
    'utils/pipeline/sanitise/sanitise.ts',
  ]);
});

test('the pipeline reads no page but the one it is handed', () => {
  const global = /(?<![.\w])(globalThis\.document|window\.|location\.|navigator\.|localStorage|fetch\()/;
  const faults = sourceFiles.filter(({ path: file, text }) => file.startsWith('utils/pipeline/') && global.test(withoutComments(text)));
  expect(faults.map(({ path: file }) => file)).toEqual([]);
});

/** Still to be parted. */
const long = ['scripts/bench-library.mjs'];

test('no file is long', () => {
  const others = ['tests', 'scripts'].flatMap(filesBelow).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const files = [...sourceFiles.map(({ path: file }) => file), ...others].filter((file) => !long.includes(file));
  expect(files.filter((file) => fs.readFileSync(path.join(root, file), 'utf8').split('\n').length > 251)).toEqual([]);
});

test('the README lists the stages in the order they run', () => {
  const pipeline = sourceFiles.find(({ path: file }) => file === 'utils/pipeline/read-article.ts');
  const body = pipeline?.text.slice(pipeline.text.indexOf('export function* readInSteps')) ?? '';
  const stages = [...(pipeline?.text.matchAll(/^import \{ (\w+) \} from '\.\/(\w+)\//gm) ?? [])]
    .map(([, name = '', folder = '']) => ({ name, folder, at: body.indexOf(`${name}(`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ name, folder }) => `${folder}: ${name}`);
  const section = fs.readFileSync(path.join(root, 'README.md'), 'utf8').split("## The data's way")[1]?.split('\n## ')[0] ?? '';
  const listed = [...section.matchAll(/^\d+\. \*\*(\w+)\*\* `(\w+)`/gm)].map(([, folder, name]) => `${folder}: ${name}`);
  expect(listed).toEqual(stages);
});

test('the toolbar button has each of its pictures', () => {
  const wanted = ['article', 'no-article', 'reading', 'saved', 'changed'].flatMap((state) =>
    [16, 32, 48, 128].map((size) => `public/icon/${state}-${size}.png`),
  );
  expect(filesBelow('public/icon')).toEqual(wanted.sort());
});

test('every theme has colours, and can be chosen', () => {
  const choices = fs.readFileSync(path.join(root, 'components/reader/looks/look-choices.ts'), 'utf8');
  const colours = fs.readFileSync(path.join(root, 'components/styles/tokens.css'), 'utf8');
  expect(themeNames.filter((name) => !choices.includes(`{ value: '${name}', icon`))).toEqual([]);
  expect(themeNames.filter((name) => name !== 'system' && !colours.includes(`[data-theme="${name}"] {`))).toEqual([]);
});

test('the top level holds only what is known', () => {
  const made = ['.git', '.output', '.start', '.wxt', 'node_modules'];
  const known = [
    ...['.ci', '.gitattributes', '.gitignore', 'LICENSE', 'README.md', 'biome.json', 'components', 'entrypoints', 'package-lock.json'],
    ...[
      'package.json',
      'public',
      'scripts',
      'tests',
      'tsconfig.json',
      'utils',
      'wxt.config.ts',
      'CHANGELOG.md',
      'PRIVACY.md',
      'SECURITY.md',
    ],
  ];
  expect(fs.readdirSync(root).filter((name) => !made.includes(name) && !known.includes(name) && !name.endsWith('.log'))).toEqual([]);
});
