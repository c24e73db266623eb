import { textKey } from './plain-form';

/** Elements whose text nobody reads. */
const unread = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

/** Shorter texts may stand on a page twice by chance. UTF-16 units, without spaces. */
const shortest = 40;

function allWords(page: Document): string {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && unread.has(node.tagName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let words = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.nodeType === Node.TEXT_NODE) words += node.nodeValue;
  return textKey(words);
}

/** Tells whether a text stands anywhere on a page, however it is set. The page is read once, and only when it is asked for. */
export function wordsOnPage(page: Document): (text: string) => boolean {
  let words: string | null = null;
  return (text) => {
    const key = textKey(text);
    if (key.length < shortest) return false;
    words ??= allWords(page);
    return words.includes(key);
  };
}
