import { rangeOf, type Sentence } from './read-text';

/** Where the selection in a text begins; null where nothing of it is selected. Inside a shadow root Chromium tells it the root alone. */
export function selectionIn(text: Element): { node: Node; offset: number } | null {
  const root = text.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null });
  const selection = root.getSelection?.() ?? text.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer: node, startOffset: offset } = selection.getRangeAt(0);
  return text.contains(node) ? { node, offset } : null;
}

/**
 * Which sentence reading begins with: the one where the selection begins, or the focus stands; else the first that is in view.
 *
 * @param line pixels below the top of what scrolls, from where on text is in view
 */
export function startPlace(sentences: readonly Sentence[], text: Element, scroller: Element, line: number): number {
  const selected = selectionIn(text);
  if (selected) {
    const found = sentences.findIndex((sentence) => rangeOf(sentence).comparePoint(selected.node, selected.offset) <= 0);
    if (found >= 0) return found;
  }
  const { activeElement } = text.getRootNode() as Document | ShadowRoot;
  const focused = activeElement && text.contains(activeElement) ? activeElement : null;
  const inFocus = focused ? sentences.findIndex((sentence) => focused.contains(sentence.from[0])) : -1;
  if (inFocus >= 0) return inFocus;
  const top = scroller.getBoundingClientRect().top + line;
  const inView = sentences.findIndex((sentence) => rangeOf(sentence).getBoundingClientRect().bottom > top);
  return scroller.scrollTop < line ? 0 : Math.max(0, inView);
}

/** The sentence at a point of the window, else the first one of the paragraph that was hit; -1 for neither. */
export function sentenceAt(sentences: readonly Sentence[], target: Element, x: number, y: number): number {
  const hits = sentences.flatMap((sentence, index) => (target.contains(sentence.from[0]) ? [index] : []));
  const exact = hits.find((index) =>
    [...rangeOf(sentences[index] as Sentence).getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  );
  return exact ?? hits[0] ?? -1;
}
