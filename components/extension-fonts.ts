import { type BundledFace, bundledFaces } from '../utils/fonts/bundled-faces';

/** Makes the bundled typefaces known in a page of ours. The browser loads a file when there is a letter to be set from it. */
export function addExtensionFonts(page: Document): void {
  for (const { family, files } of Object.values<BundledFace>(bundledFaces))
    for (const { path, range, ...cut } of files)
      page.fonts.add(new FontFace(family, `url("/${path}")`, { ...cut, unicodeRange: range, display: 'swap' }));
}
