import type { OutlineHeading } from '../../article/article';
import type { Removal } from '../reading';
import { mapOf, type Steps } from '../steps';
import { keepAnchors } from './anchors';
import { headingSelector } from './block-tags';
import { type Block, readBlocks, WAS_HEADING } from './blocks';
import { readCodeBlocks } from './code-blocks';
import { replaceEmbeds } from './embeds';
import { buildFigures } from './figures';
import { judgeTogether } from './headings-together';
import { type FoundHeading, findLevels } from './levels';
import { judgeNative, type Verdict } from './native-headings';
import { listNotes } from './notes';
import { findLoneList, findPseudoHeadings } from './pseudo-headings';
import { RemovalLog } from './removal-log';
import { findRepeatedHead } from './repeated-head';
import { splitLines } from './split-lines';
import { unwrapLayoutTables } from './tables';
import { takeChildren } from './take-children';
import { collapse } from './text';
import { clearHeadings, tidyHeading, trimColon } from './tidy-heading';
import { TypeStyles } from './type-style';

/** What `buildSections` needs to know of the article. */
export interface SectionContext {
  title: string;
  /** What else the page calls the article. */
  otherTitles?: readonly string[];
  standfirst: string | null;
  byline: string | null;
}

/** Gives `element` another tag; its children and, for later stages, its attributes go along. */
function rename(element: Element, tag: string): Element {
  const renamed = element.ownerDocument.createElement(tag);
  for (const name of element.getAttributeNames())
    if (name !== 'role' && name !== 'aria-level') renamed.setAttribute(name, element.getAttribute(name) ?? '');
  renamed.append(takeChildren(element));
  element.replaceWith(renamed);
  return renamed;
}

function makeHeading({ block }: FoundHeading, level: number, number: number): OutlineHeading {
  let element = block.element;
  const details = block.kind === 'summary' ? element.closest('details') : null;
  const list = block.rank ? null : findLoneList(block);
  const tag = `h${level}`;
  if (details) details.replaceWith(takeChildren(details));
  if (list) {
    const paragraph = element.ownerDocument.createElement('p');
    paragraph.append(takeChildren(element));
    list.replaceWith(paragraph);
    element = paragraph;
  }
  if (!block.rank && element.matches('td,th,dt,dd,li')) {
    const inner = element.ownerDocument.createElement(tag);
    inner.append(takeChildren(element));
    element.append(inner);
    element = inner;
  } else if (element.localName !== tag || element.hasAttribute('role')) element = rename(element, tag);
  tidyHeading(element);
  if (!block.rank) trimColon(element);
  if (!element.id) element.id = `cc-${number}`; // `keepAnchors` left only ids of ours

  return {
    id: element.id,
    level,
    text: collapse(element.textContent),
    kind: block.rank ? 'native' : 'pseudo',
  };
}

/** Words in drawings do not pass the sanitiser: they are recorded, and the drawing stands there without them until then. */
function dropDrawnWords(body: Element, log: RemovalLog): void {
  for (const hidden of body.querySelectorAll('title,desc,noembed,noframes')) if (!hidden.closest('math')) hidden.remove();
  for (const drawing of body.querySelectorAll('svg')) {
    if (!body.contains(drawing) || !collapse(drawing.textContent)) continue;
    drawing.before(drawing.cloneNode());
    log.remove(drawing, 'picture-drawn');
  }
}

/** A part that a click opens, headed by a heading of the page and nothing else: a section like any other. */
function openHeadedParts(body: Element): void {
  for (const summary of body.querySelectorAll('details > summary')) {
    const heading = summary.querySelector(headingSelector);
    const details = summary.parentElement;
    if (!heading || !details || collapse(heading.textContent) !== collapse(summary.textContent)) continue;
    for (const link of heading.querySelectorAll('a[href^="#"]')) link.replaceWith(takeChildren(link)); // to itself
    summary.replaceWith(heading);
    details.replaceWith(takeChildren(details));
  }
}

/** What looks like a heading and is kept as a paragraph. */
export interface Refusal {
  text: string;
  rule: string;
}

/** What `buildSections` made of the article's headings, and what it took out. */
export interface Sections {
  headings: OutlineHeading[];
  refused: Refusal[];
  removals: Removal[];
}

/**
 * Makes the sections' headings real: pseudo-headings become h2 to h6, false headings become paragraphs, the title is not repeated.
 * Changes `body`, and gives each heading the id its outline entry points at.
 */
export function* buildSections(body: Element, context: SectionContext): Steps<Sections> {
  const styles = new TypeStyles(body);
  const log = new RemovalLog(body);
  yield* clearHeadings(body);
  dropDrawnWords(body, log);
  for (const step of [openHeadedParts, readCodeBlocks, listNotes, unwrapLayoutTables, replaceEmbeds]) {
    step(body);
    yield;
  }
  yield* buildFigures(body, log);
  yield* splitLines(body, styles);
  let blocks = yield* readBlocks(body, styles);

  const repeated = findRepeatedHead(blocks, context);
  for (const [block, rule] of repeated) log.remove(block.element, rule);

  const verdicts = yield* mapOf(blocks, (block, index) => (block.kind === 'heading' ? judgeNative(blocks, index, context) : null));
  const together = judgeTogether(
    blocks,
    (index) => verdicts[index]?.becomes === 'heading' && !repeated.has(blocks[index] as Block),
    context,
  );
  blocks.forEach((block, index) => {
    verdicts[index] = together.get(block) ?? (verdicts[index] as Verdict | null);
  });
  const kept: Block[] = [];
  const refused: Refusal[] = [];
  blocks.forEach((block, index) => {
    const verdict = verdicts[index];
    if (repeated.has(block)) return;
    if (verdict?.becomes === 'drop') log.remove(block.element, verdict.rule);
    else if (verdict?.becomes === 'text') {
      refused.push({ text: block.text, rule: verdict.rule });
      kept.push({
        ...block,
        element: rename(block.element, 'p'),
        kind: 'text',
        rank: 0,
        bold: false,
        shape: `${WAS_HEADING}${block.shape}`,
      });
    } else kept.push(block);
  });
  blocks = kept;

  const pseudo = yield* findPseudoHeadings(blocks, context);
  const found: FoundHeading[] = [];
  blocks.forEach((block, index) => {
    const rule = pseudo.refused.get(index);
    if (rule) refused.push({ text: block.text, rule });
    if (block.kind === 'heading' || pseudo.found.has(index)) found.push({ block, index });
  });
  yield* keepAnchors(body);
  const levels = findLevels(found);
  const headings = yield* mapOf(found, (heading, nth) => makeHeading(heading, levels[nth] as number, nth + 1));
  const outlined = new Set(headings.map(({ id }) => id));
  // A heading inside a line that was looked at as a whole (a summary): what is not in the outline is none.
  for (const heading of body.querySelectorAll(headingSelector)) if (!outlined.has(heading.id)) rename(heading, 'p');
  return { headings, refused, removals: log.removals };
}
