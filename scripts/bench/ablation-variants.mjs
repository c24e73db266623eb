// @ts-check
// The pipeline with one of its parts taken out: the source is altered as it is bundled, so that what ships has no switches.
import fs from 'node:fs';
import { bundle } from './bundle.mjs';

/** @typedef {{ file: string, from: string, to: string }} Edit one place of one file below utils/pipeline/; the text must stand there once */
/** @type {Readonly<Record<string, readonly Edit[]>>} */
export const variants = {
  'the whole pipeline': [],
  'without Readability’s opinion': [
    { file: 'extract/choose-blocks.ts', from: 'isInDoubt(blocks, table, scores, kept) ?', to: 'scores.length < 0 ?' },
  ],
  'without the block model (Readability’s choice alone)': [
    { file: 'extract/choose-blocks.ts', from: 'isInDoubt(blocks, table, scores, kept) ?', to: 'scores.length >= 0 ?' },
    {
      file: 'extract/choose-blocks.ts',
      from: 'kept = settleDoubt(blocks, tree, table, scores, kept, chosen);',
      to: 'kept = blocks.map((_, index) => chosen.has(index));',
    },
  ],
  'without dropping repeated text': [{ file: 'extract/choose-blocks.ts', from: '  dropRepeats(blocks, kept);', to: '' }],
  'without settling lists, subheads and headings': [
    { file: 'extract/choose-blocks.ts', from: '  settleLists(blocks, table, kept);', to: '' },
    { file: 'extract/choose-blocks.ts', from: '  settleSections(blocks, { table, chosen, kept, scores, keepFrom: KEEP });', to: '' },
  ],
  'without clean': [{ file: 'read-article.ts', from: 'const cleaned = removeClutter(page);', to: 'const cleaned: Removal[] = [];' }],
  'without what the live page shows': [{ file: 'copy/copy-page.ts', from: 'else markLooks(livePage, page);', to: '' }],
  'without pseudo-headings': [
    {
      file: 'structure/build-sections.ts',
      from: 'const pseudo = findPseudoHeadings(blocks, context);',
      to: 'const pseudo = { found: new Set<number>(), refused: new Map<number, string>() };',
    },
  ],
  'without judging the page’s own headings': [
    {
      file: 'structure/build-sections.ts',
      from: 'judgeNative(blocks, index, context) : null',
      to: '({ becomes: "heading" } as const) : null',
    },
  ],
  'without splitting lines': [{ file: 'structure/build-sections.ts', from: '  splitLines(body, styles);', to: '' }],
  'without tidying blocks': [{ file: 'structure/flatten.ts', from: '  tidyBlocks(body);', to: '' }],
};

/**
 * @param {string} name one of `variants`
 * @returns {Promise<import('./run-contenders.mjs').Script>}
 * @throws where the text to be altered is not there any more
 */
export async function bundleVariant(name) {
  const left = [...(variants[name] ?? [])];
  /** @type {import('esbuild').Plugin} */
  const alter = {
    name: 'alter',
    setup(build) {
      build.onLoad({ filter: /utils\/pipeline\/.*\.ts$/ }, ({ path: file }) => {
        let contents = fs.readFileSync(file, 'utf8');
        for (const edit of left.filter((edit) => file.endsWith(`utils/pipeline/${edit.file}`))) {
          if (contents.split(edit.from).length !== 2) throw new Error(`"${edit.from}" should stand once in ${edit.file}`);
          contents = contents.replace(edit.from, () => edit.to);
          left.splice(left.indexOf(edit), 1);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
  const script = await bundle('extract', { plugins: [alter], outName: `ablation-${Object.keys(variants).indexOf(name)}` });
  if (left.length) throw new Error(`Nothing of "${name}" is part of the pipeline: ${left.map(({ file }) => file).join(', ')}`);
  return { name, script };
}
