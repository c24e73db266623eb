import { readText } from '../../utils/pipeline/read-text';
import type { Reading } from '../../utils/pipeline/reading';
import { sanitiseToFragment } from '../../utils/pipeline/sanitise/sanitise';
import { findPart, type Part } from '../../utils/reader/find-part';

/** The selection's own markup: for what is not in the article, such as a comment. */
function readAlone(page: Document, url: string, selection: Selection): Reading {
  const holder = page.implementation.createHTMLDocument('');
  for (let index = 0; index < selection.rangeCount; index++)
    holder.body.append(holder.importNode(selection.getRangeAt(index).cloneContents(), true));
  const lang = page.documentElement.lang || null;
  const facts = { url, title: page.title, byline: null, siteName: null, publishedTime: null, lang, excerpt: '' };
  const article = readText(holder.body.innerHTML, facts);
  if (!article) return { ok: false, reason: 'no-body-found' };
  const body = sanitiseToFragment(article.contentHtml, url);
  return { ok: true, article, body, removals: [], shapes: [], pages: { number: 1, count: 1, addresses: [], canonical: null } };
}

/**
 * What is selected on the page: a part of its article where it is one, else the selection by itself, and without a selection the whole
 * article.
 *
 * @param reading of the whole page
 */
export function readSelection(page: Document, url: string, reading: Reading): { reading: Reading; part: Part | null } {
  const selection = page.getSelection();
  const selected = selection?.toString() ?? '';
  if (!selection || !selected.trim()) return { reading, part: null };
  const blocks = reading.ok ? [...reading.body.children] : [];
  const part = findPart(
    blocks.map((block) => block.textContent),
    selected,
  );
  return { reading: part ? reading : readAlone(page, url, selection), part };
}
