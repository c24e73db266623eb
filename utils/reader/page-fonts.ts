import { type BundledFaceName, bundledFaces, type FontFile, isBundled } from '../fonts/bundled-faces';
import { filesFor } from '../fonts/files-for';
import { withPageFamilies } from '../fonts/page-families';

/** The bundled typefaces in a page that is not ours. */
export interface PageFonts {
  /**
   * Brings in what sets a text in a face. Does nothing for a face that is not bundled.
   *
   * @param patience milliseconds; files that are not there by then stay out, since letters that change under the reader's eyes move the text
   */
  load(face: string, text: string, patience?: number): Promise<void>;
  /** Has ready enough of each face to show what it looks like. */
  loadSpecimens(): Promise<void>;
  /** Takes every face out of the page. What was fetched is kept: the next `load` does not wait. */
  leave(): void;
}

const specimen = 'Aa';

/** Markup that is set in slanted letters, by the browser or by our style sheets. */
const slanted = /<(em|i|cite|dfn|var|address|h5|blockquote|small)\b/;

/** Not in every browser we run in yet. */
const { fromBase64 } = Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };

/** Bytes of a file in Base64. The browser's own way takes a tenth of the time, where there is one. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (fromBase64) return fromBase64.call(Uint8Array, text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/**
 * Brings typefaces into a page as bytes: files of the extension that pages could load would give it away to them.
 *
 * @param read a file of the extension in Base64; null where it cannot be had
 */
export function createPageFonts(page: Document, read: (path: string, style: FontFile['style']) => Promise<string | null>): PageFonts {
  const faces = new Map<string, Promise<FontFace | null>>();
  const entered: FontFace[] = [];
  /** Faces that come after the reader left, or for the one before, stay out. */
  let visit = 0;
  /** The text's own, and files of it that stay out. */
  let current = '';
  const late = new Set<string>();

  async function make(family: string, { path, range, ...cut }: FontFile): Promise<FontFace | null> {
    const text = await read(path, cut.style);
    return text === null ? null : new FontFace(withPageFamilies(family), bytesOf(text).buffer, { ...cut, unicodeRange: range }).load();
  }
  const faceOf = (family: string, file: FontFile): Promise<FontFace | null> => {
    const known = faces.get(file.path);
    if (known) return known;
    const begun = make(family, file).catch((error) => {
      console.warn(`Clean Copy: ${error}`); // the fallback face sets the text
      return null;
    });
    faces.set(file.path, begun);
    return begun;
  };
  /** All at once, so that the text is set anew but once. */
  async function enter(wanted: readonly (FontFace | null | Promise<FontFace | null>)[]): Promise<void> {
    const now = visit;
    const come = await Promise.all(wanted);
    if (now !== visit) return;
    for (const face of come) if (face) page.fonts.add(face);
    entered.push(...come.filter((face) => face !== null));
  }

  return {
    async load(name, text, patience) {
      if (!isBundled(name)) return;
      if (name !== current) late.clear();
      current = name;
      const files = filesFor(bundledFaces[name], text).filter(
        ({ path, style }) => !late.has(path) && (style === 'normal' || slanted.test(text)),
      );
      const wanted = files.map((file) => faceOf(bundledFaces[name].family, file));
      if (patience === undefined) return enter(wanted);
      const limit = new Promise<null>((settle) => setTimeout(settle, patience, null));
      const inTime = await Promise.all(wanted.map((face) => Promise.race([face, limit])));
      for (const [index, face] of inTime.entries()) if (!face) late.add(files[index]?.path ?? '');
      await enter(inTime);
    },
    async loadSpecimens() {
      const uprights = (Object.keys(bundledFaces) as BundledFaceName[]).flatMap((name) => {
        const [upright] = filesFor(bundledFaces[name], specimen);
        return upright ? faceOf(bundledFaces[name].family, upright) : [];
      });
      await enter(uprights);
    },
    leave() {
      visit++;
      late.clear();
      for (const face of entered.splice(0)) page.fonts.delete(face);
    },
  };
}
