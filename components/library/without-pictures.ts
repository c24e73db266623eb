/**
 * Replaces the pictures of a saved article by their descriptions. Their bytes are not saved with it, and asking the site for them would
 * tell it who reads what, and when. Changes `body`.
 */
export function withoutPictures(body: DocumentFragment): void {
  for (const source of body.querySelectorAll('source')) source.remove();
  for (const image of body.querySelectorAll('img')) {
    const words = image.ownerDocument.createElement('span');
    words.className = 'missing-picture';
    words.textContent = image.alt.trim();
    if (words.textContent) image.replaceWith(words);
    else image.remove();
  }
  for (const figure of body.querySelectorAll('figure')) if (!figure.textContent?.trim()) figure.remove();
}
