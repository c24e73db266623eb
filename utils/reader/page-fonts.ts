import { type BundledFaceName, bundledFaces, isBundled } from '../fonts/bundled-faces';
import { filesFor } from '../fonts/files-for';

/** The bundled typefaces in a page that is not ours. */
export interface PageFonts {
  /** Has ready what sets a text in a face; settles with its upright letters. Does nothing for a face that is not bundled. */
  load(face: string, text: string): Promise<void>;
  /** Has ready enough of each face to show what it looks like. */
  loadSpecimens(): Promise<void>;
  remove(): void;
}

const specimen = 'Aa';

/**
 * Brings typefaces into a page as bytes: files of the extension that pages could load would give it away to them.
 *
 * @param read a file of the extension in Base64; null where it cannot be had
 */
export function createPageFonts(page: Document, read: (path: string) => Promise<string | null>): PageFonts {
  const loading = new Map<string, Promise<void>>();
  const added: FontFace[] = [];
  let removed = false;

  async function add(family: string, { path, range, ...cut }: ReturnType<typeof filesFor>[number]): Promise<void> {
    const text = await read(path);
    if (text === null || removed) return;
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const face = new FontFace(family, bytes.buffer, { ...cut, unicodeRange: range });
    added.push(face);
    page.fonts.add(face);
    await face.load();
  }
  const once = (family: string, file: ReturnType<typeof filesFor>[number]): Promise<void> => {
    const known = loading.get(file.path);
    if (known) return known;
    const begun = add(family, file).catch((error) => console.warn(`Clean Copy: ${error}`)); // the fallback face sets the text
    loading.set(file.path, begun);
    return begun;
  };

  return {
    async load(name, text) {
      if (!isBundled(name)) return;
      const { family } = bundledFaces[name];
      const files = filesFor(bundledFaces[name], text);
      await Promise.all(files.filter(({ style }) => style === 'normal').map((file) => once(family, file)));
      for (const file of files) void once(family, file); // slanted letters are few: they may come after
    },
    async loadSpecimens() {
      await Promise.all(
        (Object.keys(bundledFaces) as BundledFaceName[]).map((name) => {
          const [upright] = filesFor(bundledFaces[name], specimen);
          return upright && once(bundledFaces[name].family, upright);
        }),
      );
    },
    remove() {
      removed = true;
      for (const face of added) page.fonts.delete(face);
    },
  };
}
