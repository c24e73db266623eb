import { i18n } from '../words';
import { findNote, leadsBack } from './find-note';

/** The mark of a note, not words that refer to it. */
const mark = /^[[(]?\s*(\d{1,3}|[a-z]|[*†‡§¶]{1,3})\s*[\])]?$/i;

/** Tells links to notes, and the ways back, from other links. Changes `body`. */
export function markReferences(body: DocumentFragment): void {
  const byId = new Map(Array.from(body.querySelectorAll('[id]'), (element) => [element.id, element]));
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    if (findNote(link, byId)) {
      link.classList.add('reference');
      link.setAttribute('aria-haspopup', 'dialog');
      if (mark.test(link.textContent?.trim() ?? '')) link.setAttribute('role', 'doc-noteref');
    } else {
      const note = link.closest('li,p,dd,td');
      const isSign = !/[\p{L}\p{N}]/u.test(link.textContent ?? '');
      if (!note || !isSign || !leadsBack(link, note, byId)) continue;
      link.setAttribute('role', 'doc-backlink');
      link.setAttribute('aria-label', i18n.t('note.back'));
    }
  }
}
