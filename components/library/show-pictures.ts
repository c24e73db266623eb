/** What an article's page has for a picture: its bytes as an address of their own; nothing, since there is nothing to see; or null. */
export type ShownPicture = { url: string; width: number; height: number } | 'blank' | null;

/** Narrower than this, in pixels, a picture stands in a line of text, as an icon does. */
const leastWidth = 120;

/** Width by height, where the page does not say. */
const usual = 3 / 2;

const numberOf = (image: HTMLImageElement, name: 'width' | 'height'): number => Number(image.getAttribute(name)) || 0;

/** A quiet box of the picture's proportions, with its words: the text keeps its shape when the picture comes. */
function placeholder(image: HTMLImageElement, unnamed: string): HTMLElement | null {
  const [width, height] = [numberOf(image, 'width'), numberOf(image, 'height')];
  const isLarge = width === 0 ? image.closest('figure') !== null : width >= leastWidth;
  const text = image.alt.trim() || (isLarge ? unnamed : '');
  if (!text) return null;
  const box = image.ownerDocument.createElement('span');
  box.className = 'missing-picture';
  box.textContent = text;
  if (isLarge) {
    box.dataset.shape = 'large';
    box.style.setProperty('--ratio', (width && height ? width / height : usual).toFixed(3));
  }
  return box;
}

function remove(image: HTMLImageElement): void {
  const figure = image.closest('figure');
  image.remove();
  if (figure && !figure.textContent?.trim() && !figure.querySelector('img,table')) figure.remove();
}

/**
 * Gives each picture of a saved article what is kept of it on this machine, and leaves it no address on the web: asking the site would tell
 * it who reads what, and when. Changes `body`.
 *
 * @param shown by the picture's address in the text
 * @param unnamed stands in the place of a picture that has no words of its own
 * @returns how many pictures are not here
 */
export function showPictures(body: DocumentFragment, shown: (src: string) => ShownPicture, unnamed: string): number {
  let missing = 0;
  for (const source of body.querySelectorAll('source')) source.remove();
  for (const image of body.querySelectorAll('img')) {
    const src = image.getAttribute('src');
    const picture = src === null ? 'blank' : shown(src);
    image.removeAttribute('srcset');
    if (picture === 'blank') remove(image);
    else if (picture) {
      image.src = picture.url;
      if (!numberOf(image, 'width') || !numberOf(image, 'height')) {
        // So that the text does not move when it is drawn.
        image.width = picture.width;
        image.height = picture.height;
      }
    } else {
      missing++;
      const box = placeholder(image, unnamed);
      if (box) image.replaceWith(box);
      else remove(image);
    }
  }
  return missing;
}
