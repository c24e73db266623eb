const GOOD_NAME = /(^|[\s_-])(article|body|content|entry|post|story|text|main|blog|page|hentry|prose|rich-?text|copy|single)($|[\s_-])/;
const BAD_NAME =
  /(^|[\s_-])(comments?|sidebar|footer|foot|header|nav|menu|related|share|social|promo|widget|newsletter|subscribe|signup|sign-up|author|bio|meta|tags?|breadcrumbs?|cta|banner|popup|modal|ad|ads|advert|sponsor\w*|recommend\w*|more|popular|trending|latest|recent|cookie|disclaimer|disclosure|copyright|byline|info|caption|credit|toc|table-of-contents|pagination|card|teaser|form|next|prev|rating|reviews?|product|price|buy|cart)($|[\s_-])/;

/** Tags and names of what stands above an element, itself included. */
export interface Ancestry {
  tags: Set<string>;
  goodName: number;
  badName: number;
  goodNear: number;
  badNear: number;
  depth: number;
}

function nameOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 200).toLowerCase();
}

/**
 * Tags and names of a block's ancestors below `root`. What was found is kept for each element, so that the page is climbed once.
 */
export function ancestryReader(root: Element): (element: Element) => Ancestry {
  const known = new Map<Element, Ancestry>();
  const none: Ancestry = { tags: new Set(), goodName: 0, badName: 0, goodNear: 99, badNear: 99, depth: 0 };
  return (start) => {
    const path: Element[] = [];
    let element: Element | null = start;
    while (element && element !== root && !known.has(element)) {
      path.push(element);
      element = element.parentElement;
    }
    let above = (element && known.get(element)) || none;
    for (const step of path.reverse()) {
      const name = nameOf(step);
      const good = GOOD_NAME.test(name);
      const bad = BAD_NAME.test(name);
      above = {
        tags: above.tags.has(step.localName) ? above.tags : new Set([...above.tags, step.localName]),
        goodName: above.goodName + (good ? 1 : 0),
        badName: above.badName + (bad ? 1 : 0),
        goodNear: good ? 0 : Math.min(99, above.goodNear + 1),
        badNear: bad ? 0 : Math.min(99, above.badNear + 1),
        depth: above.depth + 1,
      };
      known.set(step, above);
    }
    return above;
  };
}

/** One of several elements of the same shape that stand side by side, as the teasers of a list of articles do. */
export interface Card {
  element: Element | null;
  count: number;
}

const sameShape = (one: Element, other: Element) =>
  one.localName === other.localName && one.getAttribute('class') === other.getAttribute('class');

/** Finds the card that an element is in, among its nearest ancestors that hold more than it. Siblings are counted once. */
export function cardReader(): (element: Element) => Card {
  const counts = new Map<Element, number>();
  return (element) => {
    let card: Card = { element: null, count: 0 };
    for (let at = element.parentElement, steps = 0; at?.parentElement && steps < 4; at = at.parentElement, steps++) {
      if (at.childElementCount < 2 && !/^(li|article|a)$/.test(at.localName)) continue;
      let count = counts.get(at);
      if (count === undefined) {
        count = 0;
        for (const sibling of at.parentElement.children) if (sameShape(sibling, at)) count++;
        counts.set(at, count);
      }
      if (count > card.count) card = { element: at, count };
    }
    return card.count > 1 ? card : { element: null, count: 0 };
  };
}
