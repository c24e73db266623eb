/** Nodes of a page in a fragment. One by one: as arguments of a single call, a hundred thousand of them overflow the stack. */
export function inFragment(page: Document, nodes: Iterable<Node>): DocumentFragment {
  const fragment = page.createDocumentFragment();
  for (const node of nodes) fragment.append(node);
  return fragment;
}

/** All children of an element, in a fragment. */
export const takeChildren = (element: Element): DocumentFragment => inFragment(element.ownerDocument, [...element.childNodes]);
