import { i18n } from '../words';

/** Narrower than this, in pixels, a picture is an icon: nothing in it would be seen better. */
const leastWidth = 120;
const pictureFile = /\.(jpe?g|png|webp|avif|gif)$/i;

/** Files that the page links a picture to: the same, as a rule, in full size. */
const linkedFiles = new WeakMap<HTMLImageElement, string>();

/**
 * The largest file there is of a picture: the one it was linked to, the widest of its set, or the one that is shown. Of a saved one, what is
 * kept is all there is: the web is not asked.
 */
export function largestSource(image: HTMLImageElement): string {
  if (image.src.startsWith('blob:')) return image.src;
  const candidates = [...image.srcset.matchAll(/(\S+)\s+(\d+(?:\.\d+)?)[wx]/g)].map(([, source = '', size]) => ({
    source,
    size: Number(size),
  }));
  const widest = candidates.sort((one, other) => other.size - one.size)[0]?.source;
  return linkedFiles.get(image) ?? widest ?? (image.currentSrc || image.src);
}

/** Puts a button around each picture of the article, which shows it larger. A picture that leads elsewhere stays a link. */
function makeButton(image: HTMLImageElement): void {
  const link = image.closest<HTMLAnchorElement>('a[href]');
  const isOwnFile =
    link !== null && pictureFile.test(link.pathname) && link.querySelectorAll('img').length === 1 && !link.textContent?.trim();
  if (link && !isOwnFile) return;
  const button = image.ownerDocument.createElement('button');
  button.type = 'button';
  button.className = 'picture';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-label', image.alt ? i18n.t('picture.enlargeOne', [image.alt]) : i18n.t('picture.enlarge'));
  if (link) linkedFiles.set(image, link.href);
  (link ?? image).replaceWith(button);
  button.append(image);
}

/** Pictures load as they come near, and each can be looked at by itself. Changes `body`. */
export function framePictures(body: DocumentFragment): void {
  for (const image of body.querySelectorAll('img')) {
    image.loading = 'lazy';
    image.decoding = 'async';
    const width = Number(image.getAttribute('width') ?? leastWidth);
    const isAlone = image.closest('figure') !== null || image.closest('p,div')?.textContent?.trim() === '';
    if (isAlone && !(width < leastWidth)) makeButton(image);
  }
}

/**
 * Puts what a picture shows, in words, in the place of one that did not come. Without words it leaves no trace, unless a caption speaks
 * of it.
 */
export function replaceMissing(image: HTMLImageElement): void {
  const place = image.closest('button.picture') ?? image;
  const hasCaption = Boolean(image.closest('figure')?.querySelector('figcaption')?.textContent?.trim());
  const text = image.alt.trim() || (hasCaption ? i18n.t('picture.missing') : '');
  const words = image.ownerDocument.createElement('span');
  words.className = 'missing-picture';
  words.textContent = text;
  if (text) place.replaceWith(words);
  else place.remove();
}
