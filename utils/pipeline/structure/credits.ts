import { collapse } from './text';

/** Where pages name whose a picture is. */
const creditSelector =
  '[class*="credit" i],[class*="copyright" i],[class*="photographer" i],[itemprop="copyrightHolder"],[itemprop="creator"],[itemprop="author"]';

/**
 * The credit of a picture as `small` in its caption, which is what HTML has for such words; the reader sets it apart from what the caption
 * tells. Changes `figure`.
 */
export function markCredits(figure: Element): void {
  if (!figure.querySelector('img')) return;
  const page = figure.ownerDocument;
  const found = [...figure.querySelectorAll(creditSelector)].filter(
    (credit) => collapse(credit.textContent) && !credit.matches('figcaption,a') && !credit.querySelector('img,figcaption,table'),
  );
  for (const credit of found) {
    if (!figure.contains(credit) || credit.closest('small')) continue;
    const small = page.createElement('small');
    small.append(...credit.childNodes);
    for (const box of [...small.querySelectorAll('p,div,span,small')].reverse()) box.replaceWith(...box.childNodes);
    if (!credit.closest('figcaption')) {
      const caption = figure.querySelector('figcaption') ?? page.createElement('figcaption');
      if (!caption.parentElement) figure.append(caption);
      caption.append(' ', small);
      credit.remove();
    } else credit.replaceWith(' ', small);
  }
}
