// @ts-check
// Notices of the packages whose code or fonts are in the built extension: their licences ask that they travel with it.
import fs from 'node:fs';
import path from 'node:path';

/** Name of the file in the built extension. */
export const noticesFile = 'third-party-licences.txt';

/** Data that is part of the extension and comes from no package. */
const data = [
  {
    name: 'WCXB, the Web Content eXtraction Benchmark',
    licence: 'CC-BY-4.0',
    text: 'The weights of the block model and of the detector were learned from its pages (https://creativecommons.org/licenses/by/4.0/).',
  },
];

/** @param {string} file a module's path @returns {string | undefined} the folder of the package it belongs to */
function packageFolder(file) {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replace(/^\0/, '').replaceAll('\\', '/')) ?? [];
  return folder;
}

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, license, author } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const by = typeof author === 'string' ? author : author?.name;
  const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : `Copyright ${by ?? `the authors of ${name}`}`;
  return { name: String(name), licence: String(license), text };
}

/**
 * A Vite plugin that notes which packages go into a build, and what writes their notices beside it.
 *
 * @param {readonly string[]} copied folders of packages whose files are copied as they are
 * @returns {{ plugin: import('vite').Plugin, write(outDir: string): void }}
 */
export function thirdParty(copied) {
  const folders = new Set(copied);
  return {
    plugin: {
      name: 'clean-copy-third-party',
      apply: 'build',
      generateBundle() {
        for (const id of this.getModuleIds()) {
          const folder = packageFolder(id.split('?')[0] ?? '');
          if (folder && fs.existsSync(path.join(folder, 'package.json'))) folders.add(folder);
        }
      },
    },
    write(outDir) {
      const notices = [...[...folders].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1)), ...data];
      const text = notices.map(({ name, licence, text }) => `${name}\nLicence: ${licence}\n\n${text}\n`).join(`\n${'-'.repeat(72)}\n\n`);
      fs.writeFileSync(path.join(outDir, noticesFile), text);
    },
  };
}
