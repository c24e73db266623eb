import { eachOf, type Steps } from '../steps';

/** The attribute a block carries its shape in, from the copy to the finished body; sanitise drops it. */
export const MARK_SHAPE = 'data-cc-shape';

const shaped = 'p,h1,h2,h3,h4,h5,h6,ul,ol,dl,table,figure,blockquote,pre,div,li';
const mostClasses = 3;
const longestShape = 200;
/** An element that holds more of the text than this is the article's own box: its name says nothing of what stands in it. */
const mostOfText = 0.4;

/** Class names that a site's editors chose: not the ones that machines number or hash. */
const stableClasses = (element: Element): string[] =>
  (element.getAttribute('class') ?? '')
    .split(/\s+/)
    .filter((name) => /^[a-z][a-z_-]{2,40}$/i.test(name) && !/^(js|is|has)-/.test(name))
    .slice(0, mostClasses)
    .sort();

/** Tag and class names: `aside.fact-box`; null where it has no name that would tell it from its like. */
function nameOf(element: Element): string | null {
  const classes = stableClasses(element);
  return classes.length ? `${element.localName}.${classes.join('.')}` : null;
}

/** `p>strong`: a line that is bold, or the like, from end to end. */
function lookOf(element: Element): string | null {
  const only = element.childElementCount === 1 ? element.firstElementChild : null;
  if (!only || !/^(b|strong|em|i|u|span|font)$/.test(only.localName)) return null;
  if ((only.textContent ?? '').trim() !== (element.textContent ?? '').trim()) return null;
  return only.localName === 'span' ? nameOf(only) && `${element.localName}>${nameOf(only)}` : `${element.localName}>${only.localName}`;
}

function shapeOf(element: Element, body: Element, isText: (box: Element) => boolean): string | null {
  const own = nameOf(element) ?? lookOf(element);
  if (own) return own;
  for (let box = element.parentElement; box && box !== body; box = box.parentElement) {
    if (isText(box)) return null;
    const name = nameOf(box);
    if (name) return `${name} ${element.localName}`;
  }
  return null;
}

/**
 * Writes on each block of the article what a site's style sheet would tell it by, while the site's own markup is still there. Changes
 * `body`.
 */
export function* markShapes(body: Element): Steps<void> {
  const most = (body.textContent?.length ?? 0) * mostOfText;
  const known = new Map<Element, boolean>(); // the same boxes stand around many blocks
  const isText = (box: Element): boolean => {
    const answer = known.get(box) ?? (box.textContent?.length ?? 0) > most;
    known.set(box, answer);
    return answer;
  };
  yield* eachOf(body.querySelectorAll(shaped), (element) => {
    const shape = shapeOf(element, body, isText);
    if (shape && shape.length <= longestShape) element.setAttribute(MARK_SHAPE, shape);
  });
}

/** The shape of each block of the finished body, in order; null where it has none that is clear. */
export const readShapes = (body: Element): (string | null)[] => [...body.children].map((block) => block.getAttribute(MARK_SHAPE));

/** The shape of a block that was taken out, from its markup. */
export function shapeOfMarkup(markup: string): string | null {
  const [, tag = '', names = ''] = /^<([a-z][a-z0-9-]*)\b[^>]*?\sclass="([^"]{1,400})"/i.exec(markup.slice(0, 2000)) ?? [];
  if (!tag) return null;
  const element = new DOMParser().parseFromString('', 'text/html').createElement(tag);
  element.setAttribute('class', names);
  return nameOf(element);
}
