/** A picture narrower than this, in pixels, may stand in for one that has not come yet. */
const leastWidth = 200;

/**
 * Writes on the copy how large a picture is, where the page's markup does not say but the browser knows: the reader, and a saved article,
 * then keep its place free. Of several files it is the largest one's size, since that is what the reader has room for.
 */
export function noteSize(live: HTMLImageElement, copy: Element): void {
  const { naturalWidth, naturalHeight } = live;
  const isSaid = /^\d+$/.test(copy.getAttribute('width') ?? '') && /^\d+$/.test(copy.getAttribute('height') ?? '');
  if (isSaid || naturalWidth < leastWidth || !naturalHeight || live.currentSrc.startsWith('data:')) return;
  const widths = [...(copy.getAttribute('srcset') ?? '').matchAll(/\s(\d{2,5})w\b/g)].map(([, width]) => Number(width));
  const width = Math.max(naturalWidth, ...widths);
  Element.prototype.setAttribute.call(copy, 'width', String(width));
  Element.prototype.setAttribute.call(copy, 'height', String(Math.round((width * naturalHeight) / naturalWidth)));
}
