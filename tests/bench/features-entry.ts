// For `scripts/train-blocks.mjs`: the blocks of a stored page and what the model sees of them.

import { removeClutter } from '../../utils/pipeline/clean/remove-clutter';
import { copyPage } from '../../utils/pipeline/copy/copy-page';
import { describeBlocks } from '../../utils/pipeline/extract/block-features';
import { cutBlocks } from '../../utils/pipeline/extract/blocks';
import { boxBlocks } from '../../utils/pipeline/extract/boxes';
import { featureNames } from '../../utils/pipeline/extract/feature-names';
import { readMetadata } from '../../utils/pipeline/extract/read-metadata';
import { finish } from '../../utils/pipeline/steps';

Object.assign(globalThis, {
  extractArticle: (livePage: Document) => {
    const page = finish(copyPage(livePage));
    const metadata = finish(readMetadata(page, livePage.location.href));
    const removals = finish(removeClutter(page));
    const blocks = finish(cutBlocks(page.body));
    const tree = finish(boxBlocks(page.body, blocks));
    const { rows } = finish(describeBlocks(tree, blocks, { title: metadata.title, description: metadata.excerpt }));
    return {
      title: metadata.title,
      contentHtml: '',
      extra: {
        featureNames,
        removals: removals.map(({ rule, text, html }) => ({ rule, text, full: html.replace(/<[^>]+>/g, ' ') })),
        blocks: blocks.map(({ text, element }, index) => ({
          text,
          tag: element.localName,
          row: [...(rows[index] ?? [])].map((value) => Math.round(value * 1000) / 1000),
        })),
      },
    };
  },
});
