/** Characters of an excerpt that is made of the text itself. */
const longest = 200;

/** The first words of an article, for lists. The words of one block and the next are kept apart. */
export function openingOf(body: ParentNode): string {
  let opening = '';
  for (const block of body.children) {
    opening = `${opening} ${block.textContent ?? ''}`.replace(/\s+/g, ' ').trim();
    if (opening.length >= longest) break;
  }
  return opening.slice(0, longest);
}
