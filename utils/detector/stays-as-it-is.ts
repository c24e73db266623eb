/** From this look on, in milliseconds, a page with this many links outside its menus is a section: a story still to come has few. */
const section = { look: 450, links: 20 };
/** From this look on, a page that has loaded, is quiet and shows this much text, in characters, has nothing more to come. */
const finished = { look: 1100, text: 400 };

const canRun = ({ type }: HTMLScriptElement) => /^$|javascript|^module$/i.test(type);

function storyLinks(page: Document): number {
  let count = 0;
  for (const link of page.links) if (!link.closest('nav, header, footer')) count++;
  return count;
}

/**
 * Whether a page that is no article now is not going to become one, so that nobody has to wait for it behind the curtain. Being wrong
 * costs a glimpse of the page before the reader opens.
 *
 * @param look milliseconds since its content was there
 * @param quiet nothing has changed since the last look
 */
export function staysAsItIs(page: Document, look: number, quiet: boolean): boolean {
  if (![...page.scripts].some(canRun)) return true;
  if (look >= section.look && storyLinks(page) > section.links) return true;
  return look >= finished.look && quiet && page.readyState === 'complete' && (page.body?.innerText.length ?? 0) >= finished.text;
}
