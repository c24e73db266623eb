// @ts-check
// Bundles exactly the pipeline that ships into one plain browser script for the quality measures.
import process from 'node:process';
import { bundle } from './bench/bundle.mjs';

await bundle('extract', { minify: !process.argv.includes('--readable') });
console.log('.output/bench/extract.js is built');
