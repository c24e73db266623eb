// For `npm run explain`: what each stage does to a page, and why.

import { removeClutter } from '../../utils/pipeline/clean/remove-clutter';
import { copyPage } from '../../utils/pipeline/copy/copy-page';
import { detectArticle } from '../../utils/pipeline/detect/is-article';
import { describeBlocks } from '../../utils/pipeline/extract/block-features';
import { scoreBlock } from '../../utils/pipeline/extract/block-model';
import { cutBlocks } from '../../utils/pipeline/extract/blocks';
import { boxBlocks } from '../../utils/pipeline/extract/boxes';
import { chooseBlocks } from '../../utils/pipeline/extract/choose-blocks';
import { featureNames } from '../../utils/pipeline/extract/feature-names';
import { findBody } from '../../utils/pipeline/extract/find-body';
import { readMetadata } from '../../utils/pipeline/extract/read-metadata';
import { readArticle } from '../../utils/pipeline/read-article';
import type { Detection, Removal } from '../../utils/pipeline/reading';
import { finish } from '../../utils/pipeline/steps';
import { buildSections, type Sections } from '../../utils/pipeline/structure/build-sections';
import { findSources } from './value-sources';

/** How much one feature moved a block's score. */
export interface Influence {
  name: string;
  value: number;
  effect: number;
}

export interface ExplainedBlock {
  tag: string;
  text: string;
  score: number;
  /** Readability was asked, and takes it. */
  chosen: boolean;
  kept: boolean;
  strongest: Influence[];
}

/** What `npm run explain` prints. */
export interface Explanation {
  url: string;
  detection: Detection;
  metadata: { field: string; value: string; sources: string[] }[];
  blocks: ExplainedBlock[];
  removals: Pick<Removal, 'stage' | 'rule' | 'text' | 'at'>[];
  headings: Sections['headings'];
  refused: Sections['refused'];
  outcome: string;
}

/** A copy of the page, as `findBody` gets it from `readArticle`. */
function prepare(livePage: Document) {
  const page = finish(copyPage(livePage));
  const metadata = finish(readMetadata(page, livePage.location.href));
  finish(removeClutter(page));
  return { page, metadata };
}

/** The features that move the score most, each against the value that is usual on the page. */
function findStrongest(row: Float32Array, usual: readonly number[]): Influence[] {
  const score = scoreBlock(row);
  return featureNames
    .map((name, column) => {
      const changed = Float32Array.from(row);
      changed[column] = usual[column] ?? 0;
      return { name, value: row[column] ?? 0, effect: score - scoreBlock(changed) };
    })
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, 3)
    .filter(({ effect }) => effect !== 0);
}

function explainBlocks(livePage: Document): ExplainedBlock[] {
  const { page, metadata } = prepare(livePage);
  const blocks = finish(cutBlocks(page.body));
  const tree = finish(boxBlocks(page.body, blocks));
  const table = finish(describeBlocks(tree, blocks, { title: metadata.title, description: metadata.excerpt }));
  const { kept, scores, chosen } = finish(chooseBlocks(page, tree, blocks, table));
  const usual = featureNames.map((_, column) => {
    const values = table.rows.map((row) => row[column] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  });
  return blocks.map(({ element, text }, index) => ({
    tag: element.localName,
    text,
    score: scores[index] ?? 0,
    chosen: chosen?.has(index) === true,
    kept: kept[index] === true,
    strongest: findStrongest(table.rows[index] as Float32Array, usual),
  }));
}

function explainHeadings(livePage: Document): Pick<Sections, 'headings' | 'refused'> {
  const { page, metadata } = prepare(livePage);
  const found = finish(findBody(page, metadata));
  return found ? finish(buildSections(found.body, metadata)) : { headings: [], refused: [] };
}

function explainMetadata(livePage: Document): Explanation['metadata'] {
  const page = finish(copyPage(livePage));
  const metadata = finish(readMetadata(page, livePage.location.href));
  return Object.entries(metadata).map(([field, value]) => ({
    field,
    value: Array.isArray(value) ? value.join(' | ') : (value ?? '–'),
    sources: typeof value === 'string' && value ? findSources(page, value, metadata.lang) : [],
  }));
}

Object.assign(globalThis, {
  explainPage: (page: Document): Explanation => {
    const url = page.location.href;
    const reading = readArticle(page, url);
    const { headings, refused } = explainHeadings(page);
    return {
      url,
      detection: detectArticle(page, url),
      metadata: explainMetadata(page),
      blocks: explainBlocks(page),
      removals: reading.ok ? reading.removals.map(({ stage, rule, text, at }) => ({ stage, rule, text, at })) : [],
      headings,
      refused,
      outcome: reading.ok
        ? `an article of ${reading.article.wordCount} words, ${reading.article.completeness.state}: ` +
          `${Math.round(100 * reading.article.completeness.share)}% of the running text in its column`
        : `no article: ${reading.reason}`,
    };
  },
});
