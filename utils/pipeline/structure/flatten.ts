import { eachFromEnd, type Steps } from '../steps';
import { takeChildren } from './take-children';
import { tidyBlocks } from './tidy-blocks';

/** Elements that mean something to a reader; all other containers only carry the site's layout. */
const MEANING = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption table caption colgroup col thead tbody tfoot tr th td pre details summary hr img picture video audio iframe math'.split(
    ' ',
  ),
);
const BLOCKS =
  'address,article,aside,blockquote,center,details,dialog,div,dl,fieldset,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,main,ol,p,pre,section,table,ul,figcaption,summary,li,dd,dt';
const BLOCK_TAGS = new Set(BLOCKS.split(','));

/** What a whole paragraph may be set in. */
const EMPHASIS = new Set('b strong i em u s small mark del ins cite q'.split(' '));

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** `li`, `td`, `dd` outside their list or table. */
function isStray(element: Element): boolean {
  const parent = element.parentElement?.localName ?? '';
  switch (element.localName) {
    case 'li':
      return !/^(ul|ol)$/.test(parent);
    case 'dt':
    case 'dd':
      return parent !== 'dl';
    case 'summary':
      return parent !== 'details';
    case 'figcaption':
      return element.closest('figure') === null;
    case 'tr':
    case 'td':
    case 'th':
    case 'tbody':
    case 'thead':
    case 'tfoot':
    case 'caption':
      return element.closest('table') === null;
    default:
      return false;
  }
}

function rename(element: Element, tag: string): Element {
  const twin = element.ownerDocument.createElement(tag);
  for (const name of ['id', 'lang', 'dir', 'data-cc-shape']) {
    const value = element.getAttribute(name);
    if (value !== null) twin.setAttribute(name, value);
  }
  twin.append(takeChildren(element));
  element.replaceWith(twin);
  return twin;
}

/** Emphasis around blocks becomes emphasis in each paragraph and around the words between them. */
function passDown(emphasis: Element): void {
  for (const node of [...emphasis.childNodes]) {
    const isBlock = isElement(node) && (MEANING.has(node.localName) || node.querySelector(BLOCKS) !== null);
    if (isBlock ? node.localName !== 'p' : !/\S/.test(node.textContent ?? '') || node.nodeType === Node.COMMENT_NODE) continue;
    const part = emphasis.cloneNode() as Element;
    if (isBlock) {
      part.append(takeChildren(node));
      node.append(part);
    } else {
      (node as ChildNode).before(part);
      part.append(node);
    }
  }
}

/**
 * Takes the site's scaffolding away: containers without meaning dissolve, what they held as bare text becomes a paragraph, so that an
 * article is a row of paragraphs, headings, lists, figures and tables. Changes `body`.
 */
export function* flatten(body: Element): Steps<void> {
  const inline = new Set<Element>();
  /** Whether no block is in it. What is inside has been looked at: to search all of it, level by level, takes the square of the depth. */
  const holdsNoBlock = (element: Element): boolean => {
    for (let child = element.firstElementChild; child; child = child.nextElementSibling)
      if (BLOCK_TAGS.has(child.localName) || (!inline.has(child) && child.querySelector(BLOCKS) !== null)) return false;
    inline.add(element);
    return true;
  };
  // From the inside out: an inner container is settled before the one around it is looked at.
  yield* eachFromEnd(body.querySelectorAll('*'), (element) => {
    const tag = element.localName;
    const isInline = () => holdsNoBlock(element);
    const container =
      /^(div|address|section|article|main|header|footer|aside|center|fieldset|hgroup|body|dialog|nav|button|form|legend|label)$/.test(tag);
    if (container || isStray(element) || (tag === 'table' && element.getAttribute('role') === 'presentation')) {
      const bare = [...element.childNodes].some(
        (node) =>
          (node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '')) ||
          (isElement(node) && !MEANING.has(node.localName) && /\S/.test(node.textContent ?? '')),
      );
      if (bare && isInline() && element.parentElement && !element.parentElement.closest('p,h1,h2,h3,h4,h5,h6')) rename(element, 'p');
      else {
        if (bare && element.parentElement?.closest('p,h1,h2,h3,h4,h5,h6,table,figure') === null) wrapBareText(element); // else its last words would meet the next one's first
        const heir = element.firstElementChild;
        if (element.id && heir && !heir.id) heir.id = element.id; // a note's box, which links lead to
        element.replaceWith(takeChildren(element));
      }
    } else if ((/^(p|h[1-6]|picture)$/.test(tag) || !MEANING.has(tag)) && !isInline()) {
      // Neither paragraphs nor words can hold blocks: written out and read again they would fall apart.
      if (EMPHASIS.has(tag)) passDown(element);
      element.replaceWith(takeChildren(element));
    }
  });
  // What became bare text between blocks, as the parts of a dissolved paragraph do.
  for (const holder of [body, ...body.querySelectorAll('blockquote,details')]) wrapBareText(holder);
  yield;
  yield* tidyBlocks(body);
}

function wrapBareText(holder: Element): void {
  let paragraph: Element | null = null;
  for (const node of [...holder.childNodes]) {
    const block = isElement(node) && MEANING.has(node.localName) && !/^(img|picture|video|audio|iframe|math)$/.test(node.localName);
    if (block || node.nodeType === Node.COMMENT_NODE) {
      paragraph = null;
      continue;
    }
    if (!paragraph) {
      if (!isElement(node) && !/\S/.test(node.nodeValue ?? '')) continue;
      paragraph = holder.ownerDocument.createElement('p');
      node.before(paragraph);
    }
    paragraph.append(node);
  }
}
