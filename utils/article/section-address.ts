/** An `id` that reads like a name, not one that a script counted up: only those are likely to be there tomorrow. */
const lasting = /^[\p{L}_][\p{L}\p{N}_.:-]*$/u;

const collapse = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Where the page itself has its heading: by its id, or that of the anchor in it or of the section it begins. Null where there is none. */
export function idOfHeading(page: Document, text: string): string | null {
  const wanted = collapse(text);
  for (const heading of page.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (!collapse(heading.textContent).startsWith(wanted)) continue;
    const section = heading.closest('section[id]');
    const begins = section?.querySelector('h1, h2, h3, h4, h5, h6') === heading;
    const id = heading.id || heading.querySelector('[id]')?.id || (begins && section?.id);
    if (id && lasting.test(id)) return id;
  }
  return null;
}

/**
 * An address that leads to a section of the original.
 *
 * @param url of the article
 * @param text of the section's heading
 * @param id of the heading on its page; without one a text fragment finds it (https://wicg.github.io/scroll-to-text-fragment/)
 */
export function sectionAddress(url: string, text: string, id: string | null): string {
  // A hyphen would part the fragment's terms.
  const fragment = id === null ? `:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}` : encodeURIComponent(id);
  return `${url.replace(/#.*/, '')}#${fragment}`;
}
