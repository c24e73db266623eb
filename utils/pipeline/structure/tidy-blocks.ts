import { eachFromEnd, eachOf, type Steps } from '../steps';
import { inFragment, takeChildren } from './take-children';
import { collapse } from './text';

/** What a block without text may still show. Sound, film and frames were made links before. */
const SHOWN = 'img,hr';
/** A list with these in it is a page's way to lay out cards or sections, and its bullets say nothing. */
const SECTION_PARTS = 'h2,h3,h4,h5,h6,figure';
const inlineTags = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark math q s samp small span strong sub sup time u var'.split(' '),
);

const isBlank = (node: Node): boolean =>
  node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !collapse(node.nodeValue));
const isBreak = (node: Node | null): boolean => node?.nodeName === 'BR';
/** Whether a word is in it. Looked for from its beginning: the whole text of a list may be the whole text of a page. */
function hasWords(element: Element): boolean {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (collapse(texts.currentNode.nodeValue)) return true;
  return false;
}
const isEmpty = (element: Element): boolean => !hasWords(element) && !element.querySelector(SHOWN);

/** Removes an element, not the marks in it that say where something was left out. */
function drop(element: Element): void {
  const marks = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_COMMENT);
  const gaps: Comment[] = [];
  while (marks.nextNode()) gaps.push(marks.currentNode as Comment);
  element.replaceWith(...gaps);
}

/** A figure around figures is a gallery's frame: its caption goes to the last picture, if that has none. */
function openGallery(gallery: Element): void {
  const last = [...gallery.querySelectorAll('figure')].at(-1);
  for (const caption of [...gallery.children].filter(({ localName }) => localName === 'figcaption')) {
    if (last && !last.querySelector('figcaption')) last.append(caption);
    else {
      const words = gallery.ownerDocument.createElement('p');
      words.append(...caption.childNodes);
      caption.replaceWith(words);
    }
  }
  gallery.replaceWith(takeChildren(gallery));
}

/** Only list items stand in a list; a list that lays out sections is none. */
function tidyList(list: Element): void {
  for (const child of [...list.children]) {
    if (child.localName === 'li') continue;
    if (isEmpty(child)) drop(child);
    else if (child.querySelector(':scope > li')) child.replaceWith(takeChildren(child));
    else {
      const item = list.ownerDocument.createElement('li');
      child.before(item);
      item.append(child);
    }
  }
  if (list.localName !== 'ul' || list.closest('table') || !list.querySelector(SECTION_PARTS)) return;
  for (const item of [...list.children]) {
    wrapLoose(item);
    item.replaceWith(takeChildren(item));
  }
  list.replaceWith(takeChildren(list));
}

/** Puts runs of text and inline elements that stand among blocks into paragraphs. */
export function wrapLoose(holder: Element): void {
  let paragraph: Element | null = null;
  for (const node of [...holder.childNodes]) {
    const isInline = node.nodeType === Node.TEXT_NODE || isBreak(node) || inlineTags.has((node as Element).localName);
    if (!isInline) paragraph = null;
    else if (paragraph) paragraph.append(node);
    else if (!isBlank(node) && !isBreak(node)) {
      paragraph = holder.ownerDocument.createElement('p');
      node.before(paragraph);
      paragraph.append(node);
    }
  }
}

/** Takes line breaks and blanks off one end of a block, also inside the emphasis that ends it. */
function trimEnd(block: Element, end: 'firstChild' | 'lastChild'): void {
  for (let node = block[end]; node; node = block[end]) {
    if (isBreak(node) || (node.nodeType === Node.TEXT_NODE && !collapse(node.nodeValue))) node.remove();
    else {
      if (inlineTags.has((node as Element).localName) && collapse(node.textContent)) trimEnd(node as Element, end);
      return;
    }
  }
}

/** Two line breaks are how old pages part paragraphs. */
function splitAtBreaks(paragraph: Element): void {
  let part = paragraph.ownerDocument.createElement('p');
  const parts: Element[] = [];
  const nodes = [...paragraph.childNodes];
  let isBeforeBreak = false; // from the last to the first: whether the next that is not blank is a break
  const partings = new Set<Node>();
  for (const node of [...nodes].reverse()) {
    if (isBreak(node) && isBeforeBreak) partings.add(node);
    if (!isBlank(node)) isBeforeBreak = isBreak(node);
  }
  if (!partings.size) return;
  let hasWords = false;
  for (const node of nodes) {
    if (!partings.has(node)) {
      part.append(node);
      hasWords ||= !isBlank(node) && collapse(node.textContent) !== '';
    } else if (hasWords) {
      parts.push(part);
      part = paragraph.ownerDocument.createElement('p');
      hasWords = false;
    }
  }
  if (!parts.length) paragraph.append(takeChildren(part));
  else {
    for (const each of [...parts, part]) trimEnd(each, 'firstChild');
    paragraph.replaceWith(inFragment(paragraph.ownerDocument, parts), ...(isEmpty(part) ? part.childNodes : [part]));
  }
}

/** A paragraph that holds nothing but pictures is no paragraph. */
function makeFigures(paragraph: Element): void {
  const images = [...paragraph.querySelectorAll('img')];
  if (!images.length || collapse(paragraph.textContent)) return;
  for (const image of images) {
    const figure = paragraph.ownerDocument.createElement('figure');
    paragraph.before(figure);
    const link = image.closest('a');
    figure.append(link && paragraph.contains(link) && link.querySelectorAll('img').length === 1 ? link : image);
  }
  drop(paragraph);
}

/** A paragraph of signs alone: a row of stars or dashes is a break in the story, a lone bar or bullet is left over from the site. */
function tidySigns(paragraph: Element): void {
  const text = collapse(paragraph.textContent);
  if (!text || paragraph.querySelector('img')) return;
  if (/^([*⁂•·~＊–—-]\s*){3,}$|^[⁂—–]$/u.test(text)) paragraph.replaceWith(paragraph.ownerDocument.createElement('hr'));
  else if (/^[|/\\·•▢□,.;:\s-]+$/u.test(text) && text.length < 3) drop(paragraph);
}

/**
 * The last look at an article's blocks, once they stand in a row: nothing empty is left, pictures stand in figures and not in paragraphs,
 * galleries are single pictures, lists hold items, paragraphs are parted by paragraphs. Changes `body`.
 */
export function* tidyBlocks(body: Element): Steps<void> {
  yield* eachFromEnd(body.querySelectorAll('span:not([lang],[dir],[id])'), (span) => span.replaceWith(takeChildren(span)));
  yield* eachFromEnd(body.querySelectorAll('figure:has(figure)'), openGallery);
  yield* eachFromEnd(body.querySelectorAll('ul,ol'), tidyList);
  yield* eachOf(body.querySelectorAll('a:not([id])'), (link) => {
    if (isEmpty(link)) link.replaceWith(...link.childNodes);
  });
  yield* eachOf(body.querySelectorAll('p,li,td,th,dd,dt,figcaption,blockquote,h2,h3,h4,h5,h6'), (block) => {
    trimEnd(block, 'firstChild');
    trimEnd(block, 'lastChild');
  });
  for (const picture of body.querySelectorAll(':scope > img,:scope > a:has(> img)')) {
    const paragraph = body.ownerDocument.createElement('p');
    picture.before(paragraph);
    paragraph.append(picture);
  }
  yield* eachOf(body.querySelectorAll('p'), splitAtBreaks);
  yield* eachOf(body.querySelectorAll('p'), (paragraph) => {
    tidySigns(paragraph);
    makeFigures(paragraph);
  });
  const blocks = 'p,li,figure,figcaption,ul,ol,dl,dd,dt,h2,h3,h4,h5,h6,blockquote,pre,caption';
  yield* eachFromEnd(body.querySelectorAll(blocks), (block) => {
    if (isEmpty(block)) drop(block);
  });
}
