import type { Steps } from '../steps';
import { findContainers, headingSelector, textNodes } from './block-tags';
import { collapse, isCapitals } from './text';
import { readShares, type TypeStyles } from './type-style';

/** Where a block stands. */
export interface Surroundings {
  list: boolean;
  table: boolean;
  quote: boolean;
  figure: boolean;
  /** In an aside, a navigation, a header or footer of the page, or a control. */
  apart: boolean;
}

/** A piece of the article that stands on lines of its own. */
export interface Block {
  element: Element;
  /** `matter`: a picture, table, embed or code; it has no text of its own here. */
  kind: 'heading' | 'summary' | 'text' | 'matter';
  /** White space collapsed. */
  text: string;
  bold: boolean;
  underlined: boolean;
  capitals: boolean;
  /** Share of the letters that are a link's, 0 to 1. */
  linked: number;
  size: number | null;
  /** 1 to 6 for a native heading, else 0. */
  rank: number;
  isNumbered: boolean;
  inside: Surroundings;
  /** Its own class names, and those of a box around nothing but it. */
  className: string;
  /** Blocks of one shape look alike. */
  shape: string;
}

/** Texts by which a block's looks are judged: one with more is no heading. */
const MOST_TEXTS = 1000;
/** Blocks read between two places to pause. */
const TURNS = 32;

/** How the shape begins of a paragraph that the page calls a heading, and that is none. */
export const WAS_HEADING = 'was-heading|';

/** Of a text in lower case: with the flags `i` and `u` it takes ten times as long to compile. */
const numbered = /^(\(?[#№]?\s?\d{1,3}([.)\]:]|\s?[-–—]\s)|(step|tip|part|chapter|no\.?|nº|étape|schritt|paso|passo|шаг|第)\s?\d{1,3})/;
const matterSelector = 'img,picture,video,audio,iframe,embed,object,canvas,svg,math,hr';
const matterTags = new Set(matterSelector.split(','));

function readSurroundings(element: Element, body: Element, known: Map<Element, Surroundings>): Surroundings {
  const path: Element[] = [];
  let at: Element | null = element;
  while (at && at !== body && !known.has(at)) {
    path.push(at);
    at = at.parentElement;
  }
  let inside: Surroundings = (at && known.get(at)) || { list: false, table: false, quote: false, figure: false, apart: false };
  for (const step of path.reverse()) {
    const name = step.localName;
    const next = { ...inside };
    if (name === 'li' || name === 'dl') next.list = true;
    else if (name === 'td' || name === 'th') next.table = true;
    else if (name === 'blockquote') next.quote = true;
    else if (name === 'figure' || name === 'figcaption') next.figure = true;
    else if (name === 'aside' || name === 'nav' || name === 'footer' || name === 'button' || name === 'label') next.apart = true;
    known.set(step, next);
    inside = next;
  }
  return inside;
}

function readRank(element: Element): number {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1];
  if (tag) return Number(tag);
  if (element.getAttribute('role') !== 'heading') return 0;
  return Math.min(6, Math.max(1, Number(element.getAttribute('aria-level')) || 2));
}

/** At most three elements: counting them all, for each of them, would take the square of their number. */
const holdsFew = ({ firstElementChild }: Element): boolean =>
  !firstElementChild?.nextElementSibling?.nextElementSibling?.nextElementSibling;

function readBlock(element: Element, inside: Surroundings, styles: TypeStyles): Block | null {
  const texts = textNodes(element);
  const text = collapse(texts.map((node) => node.data).join(''));
  const rank = readRank(element);
  if (!text) {
    const isMatter = matterTags.has(element.localName) || element.querySelector(matterSelector) !== null;
    if (!isMatter && !rank) return null;
  }
  const isCode = element.localName === 'pre';
  const shares = readShares(texts.slice(0, MOST_TEXTS), styles);
  const capitals = isCapitals(text) || (shares.capitals && text.length > 3);
  const isNumbered = /\d/.test(text.slice(0, 40)) && numbered.test(text.slice(0, 40).toLowerCase());
  const bold = shares.bold >= 0.95;
  const underlined = shares.underlined >= 0.95;
  const parent = element.parentElement;
  // A class on a box around nothing but this text is this text's own.
  const isBoxed = parent !== null && text.length <= 200 && holdsFew(parent) && collapse(parent.textContent) === text;
  const boxClass = isBoxed ? (parent.getAttribute('class') ?? '') : '';
  const className = `${element.getAttribute('class') ?? ''} ${boxClass}`.trim().slice(0, 200);
  return {
    element,
    kind: rank ? 'heading' : element.localName === 'summary' ? 'summary' : !text || isCode ? 'matter' : 'text',
    text: isCode ? '' : text,
    bold,
    underlined,
    capitals,
    linked: shares.linked,
    size: shares.size,
    rank,
    isNumbered,
    inside,
    className,
    shape: [rank || element.localName, bold ? 'b' : '', underlined ? 'u' : '', capitals ? 'c' : '', shares.size ?? '', className].join('|'),
  };
}

/** The blocks of the article in order. `splitLines` has made them uniform. */
export function* readBlocks(body: Element, styles: TypeStyles): Steps<Block[]> {
  const containers = findContainers(body);
  const surroundings = new Map<Element, Surroundings>();
  const blocks: Block[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT);
  let element = walker.nextNode() as Element | null;
  while (element) {
    const isWhole = !containers.has(element) || element.matches(headingSelector) || element.localName === 'summary';
    if (!isWhole) {
      element = walker.nextNode() as Element | null;
      continue;
    }
    const block = readBlock(element, readSurroundings(element, body, surroundings), styles);
    if (block) blocks.push(block);
    if (blocks.length % TURNS === 0) yield;
    // Past everything in this block.
    let next: Node | null = walker.nextSibling();
    while (!next) {
      if (!walker.parentNode()) break;
      next = walker.nextSibling();
    }
    element = next as Element | null;
  }
  return blocks;
}
