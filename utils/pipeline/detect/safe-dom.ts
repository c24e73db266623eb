// A form's own properties can be shadowed by its fields (`<input name="parentNode">`), in a content script too.
// Whatever may be a form is therefore read through the prototypes' accessors.

const getParent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get as (this: Node) => Node | null;

/** The parent of any node, or null at the top. */
export const parentOf = (node: Node): Node | null => getParent.call(node);

/** An attribute of any element; '' where there is none or the node is no element. At most 200 characters: class names are matched by rules. */
export const attributeOf = (node: Node, name: string): string =>
  node.nodeType === Node.ELEMENT_NODE ? (Element.prototype.getAttribute.call(node, name) ?? '').slice(0, 200) : '';
