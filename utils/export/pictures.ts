import type { ExportArticle, PictureBytes, PictureSource } from './export-article';

/** File extensions of the pictures that pages have. SVG is not among them: it can carry script. */
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Without the dot; null for what is no picture an export takes along. */
export const pictureExtension = (type: string): string | null => extensions[type] ?? null;

/** Puts a picture's words where the picture cannot be. */
export function replaceByWords(image: HTMLImageElement): void {
  const words = image.alt.trim();
  const note = image.ownerDocument.createElement('span');
  note.textContent = `[${words}]`;
  if (words) image.replaceWith(note);
  else image.remove();
}

/**
 * Gives every picture of a text its place in the export, or its words instead.
 *
 * @param place answers with the address the picture is to have, and null for its words; `kept` is null where its bytes are not here
 */
export async function placePictures(
  { body, summary }: ExportArticle,
  picture: PictureSource,
  place: (kept: PictureBytes | null, url: string) => string | null,
): Promise<void> {
  for (const image of body.querySelectorAll('img')) {
    const url = image.getAttribute('src');
    const kept = url === null ? null : await picture(url, summary.id);
    const address = url === null ? null : place(kept && pictureExtension(kept.type) ? kept : null, url);
    image.removeAttribute('srcset');
    if (address === null) replaceByWords(image);
    else image.setAttribute('src', address);
  }
}
