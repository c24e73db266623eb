import { type SourceFile, UnreadableFile } from './imported';
import { LARGEST_WHOLE } from './limits';

/** A link of a list, with the headings it stands under, outermost first. */
export interface ListedLink {
  link: Element;
  /** Of the entry: its number in the file. */
  where: string;
  headings: string[];
}

/**
 * The links of a page that another program wrote as a list: bookmarks, or an old export. Parsed as a document that loads and runs nothing.
 *
 * @throws UnreadableFile when it is too large to be held whole
 */
export async function linksOf(file: SourceFile): Promise<ListedLink[]> {
  const blob = await file.blob();
  if (blob.size > LARGEST_WHOLE) throw new UnreadableFile('too-large');
  const page = new DOMParser().parseFromString(await blob.text(), 'text/html');
  const links: ListedLink[] = [];
  const open: { heading: string; list: Element }[] = [];
  let last = '';
  // In the file's order: a heading names the list that comes next.
  for (const element of page.querySelectorAll('h1, h2, h3, dl, ul, ol, a[href]')) {
    const { localName } = element;
    if (/^h\d$/.test(localName)) last = element.textContent?.trim() ?? '';
    else if (localName === 'a') {
      while (open.length > 0 && !open.at(-1)?.list.contains(element)) open.pop();
      links.push({
        link: element,
        where: `${file.path}:${links.length + 1}`,
        headings: open.map(({ heading }) => heading).filter(Boolean),
      });
    } else {
      while (open.length > 0 && !open.at(-1)?.list.contains(element)) open.pop();
      open.push({ heading: last, list: element });
      last = '';
    }
  }
  return links;
}
