import { i18n } from '../words';
import { findNote, leadsBack } from './find-note';

/** Tells links to notes, and the ways back, from other links. Changes `body`. */
export function markReferences(body: DocumentFragment): void {
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    if (findNote(link, body)) {
      link.classList.add('reference');
      link.setAttribute('aria-haspopup', 'dialog');
    } else {
      const note = link.closest('li,p,dd,td');
      const isSign = !/[\p{L}\p{N}]/u.test(link.textContent ?? '');
      if (note && isSign && leadsBack(link, note, body)) link.setAttribute('aria-label', i18n.t('note.back'));
    }
  }
}
