/** How the type of an element looks, as far as its markup says. */
export interface TypeStyle {
  bold: boolean;
  underlined: boolean;
  capitals: boolean;
  linked: boolean;
  /** Pixels; null when nothing says. */
  size: number | null;
}

const plain: TypeStyle = { bold: false, underlined: false, capitals: false, linked: false, size: null };

/** Class names of common utility and editor styles that make text bold. */
const boldClass = /(^|[\s_-])(bold|strong|semi-?bold|extra-?bold|fw-?[6-9]00|fw-bolder|font-(semi|extra)?bold)(?=$|[\s_-])/i;

function readSize(element: Element, style: string, inherited: number | null): number | null {
  const marked = Number(element.getAttribute('data-cc-size'));
  if (marked > 0) return marked;
  const [, number, unit] = /font-size:\s*([\d.]{1,6})(px|pt|em|rem)/i.exec(style) ?? [];
  if (!number) return inherited;
  // 16 px is the browsers' own size; a point is 4/3 of a CSS pixel.
  const factor = unit === 'pt' ? 4 / 3 : unit === 'em' ? (inherited ?? 16) : unit === 'rem' ? 16 : 1;
  return Number(number) * factor;
}

function readOwnStyle(element: Element, inherited: TypeStyle): TypeStyle {
  const name = element.localName;
  const style = element.getAttribute('style') ?? '';
  const className = element.getAttribute('class') ?? '';
  const isBoldTag = name === 'b' || name === 'strong';
  const isMarked = element.hasAttribute('data-cc-bold') || element.hasAttribute('data-cc-caps') || element.hasAttribute('data-cc-size');
  if (!style && !isBoldTag && !isMarked && name !== 'u' && name !== 'a' && !(className && boldClass.test(className.slice(0, 200))))
    return inherited;
  const weight = /font-weight:\s*([a-z]+|\d{3})/i.exec(style)?.[1]?.toLowerCase();
  const isLight = weight !== undefined && (weight === 'normal' || weight === 'lighter' || Number(weight) < 600);
  const isHeavy = weight !== undefined && (weight.startsWith('bold') || Number(weight) >= 600);
  return {
    bold:
      !isLight &&
      (inherited.bold || isBoldTag || isHeavy || element.hasAttribute('data-cc-bold') || boldClass.test(className.slice(0, 200))),
    underlined: inherited.underlined || name === 'u' || /text-decoration[a-z-]*:[^;]{0,40}underline/i.test(style),
    capitals: inherited.capitals || element.hasAttribute('data-cc-caps') || /text-transform:\s*uppercase/i.test(style),
    linked: inherited.linked || (name === 'a' && element.hasAttribute('href')),
    size: readSize(element, style, inherited.size),
  };
}

/** Reads each element once; children inherit. */
export class TypeStyles {
  readonly #known = new Map<Element, TypeStyle>();
  readonly #root: Element;

  /** @param root where inheritance starts */
  constructor(root: Element) {
    this.#root = root;
  }

  of(element: Element): TypeStyle {
    const path: Element[] = [];
    let at: Element | null = element;
    while (at && !this.#known.has(at)) {
      path.push(at);
      at = at === this.#root ? null : at.parentElement;
    }
    let style = at ? (this.#known.get(at) ?? plain) : plain;
    for (const step of path.reverse()) {
      style = readOwnStyle(step, style);
      this.#known.set(step, style);
    }
    return style;
  }
}

/** What share of a text's letters look alike. */
export interface LetterShares {
  letters: number;
  bold: number;
  underlined: number;
  linked: number;
  capitals: boolean;
  /** Size of the first letters. */
  size: number | null;
}

/** Adds up text nodes. Shares are 0 to 1. */
export function readShares(texts: readonly Text[], styles: TypeStyles): LetterShares {
  const sum = { letters: 0, bold: 0, underlined: 0, linked: 0, raised: 0 };
  let size: number | null = null;
  for (const text of texts) {
    const letters = text.data.replace(/[\s\u00A0.,:;·•\u200B]+/g, '').length;
    if (!letters || !text.parentElement) continue;
    const style = styles.of(text.parentElement);
    if (!sum.letters) size = style.size;
    sum.letters += letters;
    if (style.bold) sum.bold += letters;
    if (style.underlined) sum.underlined += letters;
    if (style.linked) sum.linked += letters;
    if (style.capitals) sum.raised += letters;
  }
  const share = (part: number) => (sum.letters ? part / sum.letters : 0);
  return {
    letters: sum.letters,
    bold: share(sum.bold),
    underlined: share(sum.underlined),
    linked: share(sum.linked),
    capitals: share(sum.raised) >= 0.95,
    size,
  };
}
