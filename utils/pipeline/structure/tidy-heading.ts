import { eachOf, type Steps } from '../steps';
import { blockSelector, headingSelector } from './block-tags';
import { collapse } from './text';

/** Icon fonts spell their pictures as words. */
const ICONS = '[class*="material-icons"],[class*="material-symbols"],[class*="google-symbols"]';
/** The name of an icon, in an element that a site names by its icon. */
const iconName = /^[a-z]+\d?(_[a-z0-9]+)*$/;
const iconClass = /(^|[\s_-])(icons?|ligature|glyph)(?=$|[\s_-])/i;
/** What a link to the heading itself says. */
const permalink = /^(link|permalink|anchor|direct link( to .{1,200})?|copy link|link (to|copied).{0,200}|edit|\[edit\])$/i;
/** A wiki's link to change the section. */
const EDIT_LINK = '.mw-editsection';

const classOf = (element: Element) => (element.getAttribute('class') ?? '').slice(0, 200);

/** Takes out of headings what is not their words: the names that icon fonts draw as pictures, links to themselves. Changes `body`. */
export function* clearHeadings(body: Element): Steps<void> {
  for (const icon of body.querySelectorAll(ICONS)) icon.remove();
  yield* eachOf(body.querySelectorAll(`${headingSelector},summary`), (heading) => {
    removePermalinks(heading);
    for (const part of heading.querySelectorAll('i,span,em,button,svg')) {
      const text = collapse(part.textContent);
      if (iconName.test(text) && (text.includes('_') || iconClass.test(classOf(part)) || part.localName === 'svg')) part.remove();
    }
  });
}

/** Takes the links to the heading itself out of it: they are signs or a word, and its own text stands beside them. */
function removePermalinks(heading: Element): void {
  for (const part of heading.querySelectorAll(`a[href*="#"],a[class],button,${EDIT_LINK}`)) {
    const text = collapse(part.textContent);
    const isSign = part.localName === 'a' && !/[\p{L}\p{N}]/u.test(text) && part.getAttribute('href')?.includes('#');
    const isWord = permalink.test(text) || part.matches(EDIT_LINK);
    if (isSign || (isWord && text.length < collapse(heading.textContent).length)) {
      if (part.id && !heading.id) heading.id = part.id; // what links to the section points at
      part.remove();
    }
  }
}

/** Looks and line breaks say nothing inside a heading, and blocks would break it apart: leaves their words. Changes `heading`. */
export function tidyHeading(heading: Element): void {
  for (const look of heading.querySelectorAll('b,strong,u,font')) look.replaceWith(...look.childNodes);
  for (const box of heading.querySelectorAll(blockSelector)) box.replaceWith(' ', ...box.childNodes, ' ');
  for (const br of heading.querySelectorAll('br')) br.replaceWith(' ');
}

/** A heading's words without the marks that only say "and now": a colon at the end. */
export function trimColon(heading: Element): void {
  const walker = heading.ownerDocument.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if ((node as Text).data.trim()) last = node as Text;
  if (last) last.data = last.data.replace(/\s*[:：]\s*$/u, '');
}
