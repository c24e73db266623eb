import { gapMark, type Removal } from '../reading';
import { type ClutterRule, clutterRules } from './clutter-rules';

/** Longest class and id read: longer ones are machine-made lists of utility classes (THREATS 15). */
const LONGEST_NAME = 200;
/** Characters of text kept with a removal. */
const SNIPPET = 200;
/** A single rule may take at most this share of the page's paragraph text: a rule that takes more has met a badly named article. */
const LARGEST_SHARE = 0.3;
const SHORT_PARAGRAPH = 80;
/** Parts that a click opens belong to the article, though they are not shown at first. */
const OPENABLE = 'details,[role="tabpanel"],[role="tab"],[role="region"][aria-labelledby]';
const OPENABLE_NAME =
  /(^|[\s_-])(accordion|collaps\w*|tab|tabs|tab-?(pane|panel|content)|toggle|faq|expand\w*|panel|answer|slide|swiper\w*|carousel\w*)($|[\s_-])/;

// One pattern for all rules, a group for each: compiling one a rule as well took longer than all the rest of a first call.
const withNames = clutterRules.filter((rule) => rule.names);
const anyName = new RegExp(`(?:^|[\\s_-])(?:${withNames.map((rule) => `(${rule.names})`).join('|')})(?=$|[\\s_-])`, 'g');
const withSelector = clutterRules.filter((rule) => rule.selector);
const anySelector = withSelector.map((rule) => rule.selector).join(',');

const withLine = clutterRules.filter((rule) => rule.line);
const anyLine = new RegExp(`^(?:${withLine.map((rule) => `(${rule.line})`).join('|')})[\\s.!:»›→>…]*$`);
const LINES = 'p,div,span,li,button,strong,h2,h3,h4,h5,h6,a,dt,figcaption,section,td';
const LONGEST_LINE = 160;
/** A line of more than a few words is a promo only when it leads somewhere. */
const LONGEST_LABEL = 40;

/** The first rule in the table that one of an element's names falls under. */
function nameRuleOf(name: string): ClutterRule | undefined {
  let first = withNames.length;
  for (const [, ...groups] of name.slice(0, LONGEST_NAME).toLowerCase().matchAll(anyName))
    first = Math.min(
      first,
      groups.findIndex((group) => group !== undefined),
    );
  return withNames[first];
}

/** The first characters of its text, white space collapsed; of a page's worth of text only the start is read. */
function snippetOf(element: Element): string {
  const text = element.textContent ?? '';
  const start = text
    .slice(0, 10 * SNIPPET)
    .replace(/\s+/g, ' ')
    .trim();
  return (start.length >= SNIPPET ? start : text.replace(/\s+/g, ' ').trim()).slice(0, SNIPPET);
}

const lengthOf = (element: Element) => element.textContent?.length ?? 0;

/** Characters in paragraphs of more than a line that are not mostly links. */
function paragraphText(root: Element): number {
  let length = 0;
  for (const paragraph of root.getElementsByTagName('p')) {
    const own = lengthOf(paragraph);
    if (own > SHORT_PARAGRAPH) length += own;
  }
  return length;
}

function mayGo(element: Element, rule: ClutterRule, page: { text: number; title: Element | null }): boolean {
  if (/^(html|body|main|article|h1)$/.test(element.localName) && rule.name !== 'hidden' && rule.name !== 'comments') return false;
  if (page.title && element.contains(page.title)) return rule.name === 'hidden' && lengthOf(element) < 500;
  const share = page.text ? paragraphText(element) / page.text : 0;
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

/** The rule that a line of its own falls under by its words. */
function lineRuleOf(element: Element): ClutterRule | undefined {
  if (element.childElementCount > 3) return undefined;
  const content = element.textContent ?? '';
  if (content.length > LONGEST_LINE * 2) return undefined;
  const text = content.replace(/\s+/g, ' ').trim().toLowerCase();
  if (text.length < 2 || text.length > LONGEST_LINE) return undefined;
  const groups = anyLine.exec(text);
  if (!groups) return undefined;
  // Words within a sentence are not a line: what stands beside it would be left with a hole.
  if (/^(a|span|strong)$/.test(element.localName)) {
    for (const node of element.parentNode?.childNodes ?? [])
      if (node !== element && node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '')) return undefined;
  }
  if (text.length > LONGEST_LABEL && !element.querySelector('a[href]') && element.localName !== 'a') return undefined;
  return withLine[groups.slice(1).findIndex((group) => group !== undefined)];
}

/** Takes out what is surely not the article, by the table in `clutter-rules.ts`. Changes `page`. */
export function removeClutter(page: Document): Removal[] {
  const { body } = page;
  if (!body) return [];
  // The structured data was kept for the metadata; its text is not shown.
  for (const script of body.querySelectorAll('script:not([type^="math/" i])')) script.remove();
  const marked = new Set<Element>(body.querySelectorAll(anySelector));
  const known = new Map<string, ClutterRule | undefined>(); // the same few names stand on many elements
  const byName = (element: Element) => {
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
    if (name.length < 2) return undefined;
    if (!known.has(name)) known.set(name, nameRuleOf(name));
    return known.get(name);
  };
  const ruleOf = (element: Element) =>
    (marked.has(element) ? withSelector.find((rule) => element.matches(rule.selector ?? '')) : undefined) ?? byName(element);
  // In the order of the page, so that an outer block goes before what is in it.
  const found = [...body.querySelectorAll('*')].filter((element) => marked.has(element) || byName(element));
  const totals = { text: paragraphText(body), title: body.querySelector('h1') };
  const removals: Removal[] = [];
  const takeOut = (element: Element, rule: ClutterRule) => {
    const text = snippetOf(element);
    if (text) {
      element.before(page.createComment(gapMark('clean', removals.length)));
      removals.push({ stage: 'clean', rule: rule.name, text, html: element.outerHTML, at: null });
    }
    element.remove();
  };
  for (const element of found) {
    if (!element.isConnected) continue; // went with an outer one
    const rule = ruleOf(element);
    if (rule && mayGo(element, rule, totals)) takeOut(element, rule);
  }
  for (const element of body.querySelectorAll(LINES)) {
    const rule = element.isConnected ? lineRuleOf(element) : undefined;
    if (rule) takeOut(element, rule);
  }
  return removals;
}
