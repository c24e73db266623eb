const namespace = 'http://www.w3.org/1998/Math/MathML';

/** What pages draw formulas with, and MathML of their own. */
const drawn = 'math,.katex,mjx-container,.mwe-math-element,script[type^="math/" i]';
/** What MathJax 2 leaves before the script that holds the source. */
const drawnBefore = '[class*="MathJax"],[class*="MJXc"],[class*="mjx-chtml"]';
const display = '.katex-display,.MathJax_Display,.MJXc-display,.mwe-math-element-block,mjx-container[display="true"],math[display="block"]';
/** Parts of a formula that hold words and nothing else. */
const tokens = 'mi,mn,mo,ms,mtext';

const isTex = (annotation: Element): boolean => /tex/i.test(annotation.getAttribute('encoding') ?? '');
/** A source without the sign that Wikipedia puts around it. */
const trimTex = (tex: string): string =>
  tex
    .trim()
    .replace(/^\{\\(?:display|text)style ([\s\S]*)\}$/, '$1')
    .trim();

/** What a formula was written in, by the places its renderer keeps it. */
function findTex(holder: Element, math: Element | null): string {
  const script = holder.matches('script[type*="tex" i]') ? holder.textContent : null;
  const annotation = [...holder.querySelectorAll('annotation')].find(isTex)?.textContent;
  return trimTex(
    script ?? annotation ?? math?.getAttribute('alttext') ?? holder.querySelector('[data-latex]')?.getAttribute('data-latex') ?? '',
  );
}

/** MathML kept as text: in a script, or on what MathJax 2 drew. */
function parseMaths(page: Document, markup: string | null | undefined): Element | null {
  const math = markup?.includes('<math') ? new DOMParser().parseFromString(markup, 'text/html').querySelector('math') : null;
  return math && page.importNode(math, true);
}

function findMathMl(page: Document, holder: Element, before: readonly Element[]): Element | null {
  if (holder.localName === 'math') return holder;
  const inside = [holder, ...before].map((element) => element.querySelector('math')).find((math) => math !== null);
  if (inside) return inside;
  if (holder.matches('script[type*="mml" i]')) return parseMaths(page, holder.textContent);
  const kept = before.map((element) => (element.matches('[data-mathml]') ? element : element.querySelector('[data-mathml]')));
  return parseMaths(page, kept.find((element) => element !== null)?.getAttribute('data-mathml'));
}

/** A formula without its renderer's and its author's other markup: presentation alone, the source kept as its text alternative. */
function plainMaths(math: Element, tex: string, isBlock: boolean): Element {
  const plain = math.cloneNode(true) as Element;
  for (const semantics of plain.querySelectorAll('semantics')) {
    const shown = [...semantics.children].find(({ localName }) => !localName.startsWith('annotation'));
    semantics.replaceWith(...(shown ? [shown] : []));
  }
  for (const source of plain.querySelectorAll('annotation,annotation-xml')) source.remove();
  for (const token of plain.querySelectorAll(tokens)) if (token.firstElementChild) token.textContent = token.textContent ?? '';
  for (const element of [plain, ...plain.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) if (name.startsWith('data-') || name === 'class') element.removeAttribute(name);
  }
  if (isBlock) plain.setAttribute('display', 'block');
  if (tex) plain.setAttribute('alttext', tex);
  return plain;
}

/** Where no MathML is to be had: the source, as code. */
function texAsCode(page: Document, tex: string, isBlock: boolean): Element {
  const code = page.createElement('code');
  code.className = 'language-tex';
  code.textContent = tex;
  if (!isBlock) return code;
  const block = page.createElement('pre');
  block.append(code);
  return block;
}

/** What MathJax 2 drew for a script: the elements of its own right before it. */
function findDrawn(holder: Element): Element[] {
  const found: Element[] = [];
  if (holder.localName !== 'script') return found;
  for (let at = holder.previousElementSibling; at?.matches(drawnBefore); at = at.previousElementSibling) found.push(at);
  return found;
}

/**
 * Puts each formula's own MathML in the place of what KaTeX, MathJax 2 to 4 or MediaWiki drew, or else its TeX source as code. The drawings
 * are rows of placed letters that mean nothing without their styles. Changes `page`.
 */
export function keepMaths(page: Document): void {
  for (const holder of page.querySelectorAll(drawn)) {
    if (!holder.isConnected || holder.parentElement?.closest(drawn)) continue; // a part of what was, or will be, replaced
    const before = findDrawn(holder);
    const math = findMathMl(page, holder, before);
    const tex = findTex(holder, math);
    if ((!math || math.namespaceURI !== namespace) && !tex) continue;
    const isBlock =
      holder.closest(display) !== null ||
      /mode=display/i.test(holder.getAttribute('type') ?? '') ||
      math?.getAttribute('display') === 'block' ||
      before.some((element) => element.matches(display));
    for (const element of before) element.remove();
    const place = holder.closest('.katex-display') ?? holder;
    place.replaceWith(math && math.namespaceURI === namespace ? plainMaths(math, tex, isBlock) : texAsCode(page, tex, isBlock));
  }
}
