// Bundles exactly the pipeline that ships into one plain browser script for the quality measures.
import { build } from 'esbuild';

await build({
  entryPoints: ['tests/bench/extract-entry.ts'],
  outfile: '.output/bench/extract.js',
  bundle: true,
  format: 'iife',
  target: 'chrome120',
  minify: process.argv.includes('--minify'),
});
console.log('.output/bench/extract.js is built');
