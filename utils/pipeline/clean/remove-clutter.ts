import { LETTER } from '../letters';
import { PhraseIndex } from '../phrase-index';
import { gapMark, type Removal } from '../reading';
import { eachFromEnd, eachOf, type Steps, selectIn } from '../steps';
import type { ClutterRule } from './clutter-rule';
import { clutterRules } from './clutter-rules';

/** Longest class and id read: longer ones are machine-made lists of utility classes (THREATS 15). */
const LONGEST_NAME = 200;
/** Runs of white space, but for a single space, which stands as it is. */
const UNEVEN = /[^\S ]\s*| \s+/g;
/** Characters of text kept with a removal. */
const SNIPPET = 200;
/** A single rule may take at most this share of the page's paragraph text: a rule that takes more has met a badly named article. */
const LARGEST_SHARE = 0.3;
const SHORT_PARAGRAPH = 80;
/** Parts that a click opens belong to the article, though they are not shown at first. */
const OPENABLE = 'details,[role="tabpanel"],[role="tab"],[role="region"][aria-labelledby]';
const OPENABLE_NAME =
  /(^|[\s_-])(accordion|collaps\w*|tab|tabs|tab-?(pane|panel|content)|toggle|faq|expand\w*|panel|answer|slide|swiper\w*|carousel\w*)($|[\s_-])/;

const withNames = clutterRules.filter((rule) => rule.names);
const anyName = new PhraseIndex(
  withNames.map(({ names = '' }) => names),
  '(?=$|[\\s_-])',
);
const withSelector = clutterRules.filter((rule) => rule.selector);
const anySelector = withSelector.map((rule) => rule.selector).join(',');

const withLine = clutterRules.filter((rule) => rule.line);
const anyLine = new PhraseIndex(
  withLine.map(({ line = '' }) => line),
  '[\\s.!:»›→>…]*$',
);
const LINES = 'p,div,span,li,button,strong,h2,h3,h4,h5,h6,a,dt,figcaption,section,td';
const LONGEST_LINE = 160;
const MOST_PARTS = 3;
/** A line of more than a few words is a promo only when it leads somewhere. */
const LONGEST_LABEL = 40;
const withStart = clutterRules.filter((rule) => rule.start);
const anyStart = new PhraseIndex(
  withStart.map(({ start = '' }) => start),
  '',
);

/** The place in `withNames` of the first rule that a class name or id falls under; the end of the list where there is none. */
function placeOfName(name: string): number {
  let first = withNames.length;
  for (const { index } of name.matchAll(/[^_-]+/g)) {
    const place = anyName.find(name, index);
    if (place >= 0 && place < first) first = place;
  }
  return first;
}

/** The first characters of its text, white space collapsed; of a page's worth of text only the start is read. */
function snippetOf(element: Element): string {
  const text = element.textContent ?? '';
  const start = text
    .slice(0, 10 * SNIPPET)
    .replace(UNEVEN, ' ')
    .trim();
  return (start.length >= SNIPPET ? start : text.replace(UNEVEN, ' ').trim()).slice(0, SNIPPET);
}

const lengthOf = (element: Element) => element.textContent?.length ?? 0;

/**
 * Measures how much running text an element holds: characters in paragraphs of more than a line. The paragraphs are read once; an element
 * may have lost none of its own since.
 */
function* paragraphReader(root: Element): Steps<(element: Element) => number> {
  const places = new Map<Element, number>();
  const before: number[] = [0];
  yield* eachOf(root.querySelectorAll('p'), (paragraph) => {
    const own = lengthOf(paragraph);
    places.set(paragraph, places.size);
    before.push((before.at(-1) ?? 0) + (own > SHORT_PARAGRAPH ? own : 0));
  });
  return (element) => {
    const paragraphs = element.getElementsByTagName('p');
    const first = paragraphs[0];
    const last = paragraphs[paragraphs.length - 1];
    if (!first || !last) return 0;
    return (before[(places.get(last) ?? 0) + 1] ?? 0) - (before[places.get(first) ?? 0] ?? 0);
  };
}

interface PageTotals {
  textOf: (element: Element) => number;
  text: number;
  title: Element | null;
}

function mayGo(element: Element, rule: ClutterRule, page: PageTotals): boolean {
  if (/^(html|body|main|article|h1)$/.test(element.localName) && rule.name !== 'hidden' && rule.name !== 'comments') return false;
  if (page.title && element.contains(page.title)) return rule.name === 'hidden' && lengthOf(element) < 500;
  const share = page.text ? page.textOf(element) / page.text : 0;
  if (rule.name === 'hidden') {
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`.toLowerCase();
    const canBeOpened =
      element.closest(OPENABLE) !== null ||
      OPENABLE_NAME.test(name) ||
      OPENABLE_NAME.test(element.parentElement?.className.toString().toLowerCase() ?? '');
    return share < LARGEST_SHARE && !(canBeOpened && share > 0);
  }
  // A thread may be longer than the article; only where no title stands outside it might it be the article itself.
  return rule.large ? page.title !== null || share < 0.9 : share < LARGEST_SHARE;
}

const firstLetter = new RegExp(`[${LETTER}]`);

/** The rule that a paragraph falls under by its first words. */
function startRuleOf(element: Element, content: string): ClutterRule | undefined {
  if (!/^(p|div|h[2-6]|li)$/.test(element.localName)) return undefined;
  const text = content.replace(UNEVEN, ' ').toLowerCase();
  return withStart[anyStart.find(text, Math.max(0, text.search(firstLetter)))];
}

/** The rule that a line of its own falls under by its words. */
function lineRuleOf(element: Element, content: string): ClutterRule | undefined {
  const text = content.replace(UNEVEN, ' ').trim().toLowerCase();
  if (text.length < 2 || text.length > LONGEST_LINE) return undefined;
  const rule = withLine[anyLine.find(text)];
  if (!rule) return undefined;
  // Words within a sentence are not a line: what stands beside it would be left with a hole.
  if (/^(a|span|strong)$/.test(element.localName)) {
    for (const node of element.parentNode?.childNodes ?? [])
      if (node !== element && node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '')) return undefined;
  }
  if (text.length > LONGEST_LABEL && !element.querySelector('a[href]') && element.localName !== 'a') return undefined;
  return rule;
}

/** The lines of the page with their text, from the last to the first: what is around a long text is long, too, and is not read again. */
function* readLines(body: Element): Steps<[line: Element, content: string][]> {
  const lines: [Element, string][] = [];
  const long = new Set<Element>();
  yield* eachFromEnd(body.querySelectorAll(LINES), (element) => {
    if (long.has(element) || element.childElementCount > MOST_PARTS) return;
    const content = element.textContent ?? '';
    if (content.length <= LONGEST_LINE * 2) lines.push([element, content]);
    else for (let box: Element | null = element; box && !long.has(box); box = box.parentElement) long.add(box);
  });
  return lines;
}

/** Takes out what is surely not the article, by the table in `clutter-rules.ts`. Changes `page`. */
export function* removeClutter(page: Document): Steps<Removal[]> {
  const { body } = page;
  if (!body) return [];
  // The structured data was kept for the metadata; its text is not shown.
  for (const script of body.querySelectorAll('script:not([type^="math/" i])')) script.remove();
  const marked = new Set(yield* selectIn(body, anySelector));
  const known = new Map<string, number>(); // the same few names stand on many elements
  const byName = (element: Element) => {
    // A heading's id is made of its own words: "the-most-popular-app" names no box.
    const id = /^h[1-6]$/.test(element.localName) ? '' : element.id;
    const name = `${element.getAttribute('class') ?? ''} ${id}`.slice(0, LONGEST_NAME);
    let first = known.get(name);
    if (first !== undefined) return withNames[first];
    first = withNames.length;
    for (const part of name.toLowerCase().split(/\s+/)) {
      let place = known.get(part);
      if (place === undefined) {
        place = placeOfName(part);
        known.set(part, place);
      }
      if (place < first) first = place;
    }
    known.set(name, first);
    return withNames[first];
  };
  const ruleOf = (element: Element) =>
    (marked.has(element) ? withSelector.find((rule) => element.matches(rule.selector ?? '')) : undefined) ?? byName(element);
  const textOf = yield* paragraphReader(body);
  const totals = { textOf, text: textOf(body), title: body.querySelector('h1') };
  const removals: Removal[] = [];
  const takeOut = (element: Element, rule: ClutterRule) => {
    const text = snippetOf(element);
    if (text) {
      element.before(page.createComment(gapMark('clean', removals.length)));
      removals.push({ stage: 'clean', rule: rule.name, text, html: element.outerHTML, at: null });
    }
    element.remove();
  };
  // In the order of the page, so that an outer block goes before what is in it.
  yield* eachOf(body.querySelectorAll('*'), (element) => {
    const mayFall = marked.has(element) || element.hasAttribute('class') || element.hasAttribute('id');
    if (!mayFall || !element.isConnected) return; // went with an outer one
    const rule = ruleOf(element);
    if (rule && mayGo(element, rule, totals)) takeOut(element, rule);
  });
  const lines = yield* readLines(body);
  yield* eachFromEnd(lines, ([element, content]) => {
    const rule = element.isConnected ? (lineRuleOf(element, content) ?? startRuleOf(element, content)) : undefined;
    if (rule) takeOut(element, rule);
  });
  return removals;
}
