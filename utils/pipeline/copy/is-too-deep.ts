// The parser nests some five hundred deep; only scripts go further. Chromium lays out less than 5,000 boxes in one another before its
// process ends, and copies less than 50,000 elements.

/** Deeper than any page that is laid out. */
const DEEPEST = 10_000;
/** Every element of a chain is on the page: looking at each so-many-th finds one that is deeper than both numbers together. */
const STEP = 1000;

const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get as (this: Node) => Node | null;

/** Whether elements stand in one another deeper than the browser can copy them without ending. Takes no time worth speaking of. */
export function isTooDeep(page: Document): boolean {
  const all = page.getElementsByTagName('*');
  for (let at = all.length - 1; at >= 0; at -= STEP) {
    let depth = 0;
    for (let up: Node | null = all[at] ?? null; up; up = parentOf.call(up)) if (++depth > DEEPEST) return true;
  }
  return false;
}
