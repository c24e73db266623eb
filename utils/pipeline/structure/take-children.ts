/** All children of an element, in a fragment. One by one: as arguments of a single call, a hundred thousand of them overflow the stack. */
export function takeChildren(element: Element): DocumentFragment {
  const children = element.ownerDocument.createDocumentFragment();
  for (let child = element.firstChild; child; child = element.firstChild) children.append(child);
  return children;
}
