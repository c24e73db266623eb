// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { compileEarlyInBench } from '../compile-early.mjs';
import { root } from '../set-up.mjs';

/**
 * Bundles an entry of tests/bench/ into one plain browser script, `.output/bench/<name>.js`, compiled as what ships is.
 *
 * @param {string} name of the entry, `<name>-entry.ts`
 * @param {{ minify?: boolean, plugins?: import('esbuild').Plugin[], outName?: string }} [options]
 * @returns {Promise<string>} the script
 */
export async function bundle(name, { minify = false, plugins = [], outName = name } = {}) {
  const outfile = path.join(root, `.output/bench/${outName}.js`);
  const entryPoints = [`tests/bench/${name}-entry.ts`];
  await build({
    absWorkingDir: root,
    entryPoints,
    outfile,
    bundle: true,
    format: 'iife',
    target: 'esnext',
    minify,
    plugins: [...plugins, compileEarlyInBench()],
  });
  return fs.readFileSync(outfile, 'utf8');
}
