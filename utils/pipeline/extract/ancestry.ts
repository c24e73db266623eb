import { eachOf, type Steps } from '../steps';
import type { BoxTree } from './boxes';

// Sets, and no patterns: to compile those takes longer than to look up every name of a page.
const goodNames = new Set('article body content entry post story text main blog page hentry prose richtext copy single'.split(' '));
const badNames = new Set(
  (
    'comment comments sidebar footer foot header nav menu related share social promo widget newsletter subscribe signup author bio meta ' +
    'tag tags breadcrumb breadcrumbs cta banner popup modal ad ads advert more popular trending latest recent cookie disclaimer ' +
    'disclosure copyright byline info caption credit toc pagination card teaser form next prev rating review reviews product price buy cart'
  ).split(' '),
);
const isBadName = (part: string) => badNames.has(part) || part.startsWith('sponsor') || part.startsWith('recommend');

/** What a class and an id, in lower case, speak for. */
function judgeName(name: string): readonly [isGood: boolean, isBad: boolean] {
  const parts = name.split(/[\s_-]+/);
  return [
    parts.some((part) => goodNames.has(part)),
    parts.some(isBadName) || name.includes('sign-up') || name.includes('table-of-contents'),
  ];
}

/** Tags and names of what stands above an element, itself included. */
export interface Ancestry {
  tags: ReadonlySet<string>;
  goodName: number;
  badName: number;
  goodNear: number;
  badNear: number;
  depth: number;
  inForm: boolean;
  /** The list it is part of. */
  list: Element | null;
}

const none: Ancestry = { tags: new Set(), goodName: 0, badName: 0, goodNear: 99, badNear: 99, depth: 0, inForm: false, list: null };

/** Tags and names above each box and below the root, in the boxes' order: each is read once. */
export function* readAncestries({ boxes }: BoxTree): Steps<Ancestry[]> {
  const known = new Map<string, readonly [isGood: boolean, isBad: boolean]>(); // the same few names stand on many elements
  const all: Ancestry[] = [none];
  yield* eachOf(boxes, ({ element, parent, name, place }) => {
    if (place === 0) return;
    let names = known.get(name);
    if (!names) {
      names = judgeName(name);
      known.set(name, names);
    }
    const [good, bad] = names;
    const above = all[parent?.place ?? 0] ?? none;
    const tag = element.localName;
    all.push({
      tags: above.tags.has(tag) ? above.tags : new Set([...above.tags, tag]),
      goodName: above.goodName + (good ? 1 : 0),
      badName: above.badName + (bad ? 1 : 0),
      goodNear: good ? 0 : Math.min(99, above.goodNear + 1),
      badNear: bad ? 0 : Math.min(99, above.badNear + 1),
      depth: above.depth + 1,
      inForm: above.inForm || tag === 'button' || tag === 'label' || element.hasAttribute('data-cc-form'),
      list: tag === 'ul' || tag === 'ol' || tag === 'dl' ? element : above.list,
    });
  });
  return all;
}

/** One of several elements of the same shape that stand side by side, as the teasers of a list of articles do. */
export interface Card {
  element: Element | null;
  count: number;
}

const shapeOf = (element: Element) => `${element.localName}.${element.getAttribute('class') ?? ''}`;

/** Finds the card that an element is in, among its nearest ancestors that hold more than it. Siblings are counted once. */
export function cardReader(): (element: Element) => Card {
  const counts = new Map<Element, Map<string, number>>();
  const countLike = (element: Element, parent: Element): number => {
    let shapes = counts.get(parent);
    if (!shapes) {
      shapes = new Map();
      for (const sibling of parent.children) {
        const shape = shapeOf(sibling);
        shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      }
      counts.set(parent, shapes);
    }
    return shapes.get(shapeOf(element)) ?? 0;
  };
  return (element) => {
    let card: Card = { element: null, count: 0 };
    for (let at = element.parentElement, steps = 0; at?.parentElement && steps < 4; at = at.parentElement, steps++) {
      const isAlone = at.firstElementChild === at.lastElementChild; // counting them all, for each of them, would take the square of their number
      if (isAlone && !/^(li|article|a)$/.test(at.localName)) continue;
      const count = countLike(at, at.parentElement);
      if (count > card.count) card = { element: at, count };
    }
    return card.count > 1 ? card : { element: null, count: 0 };
  };
}
