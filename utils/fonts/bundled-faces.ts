import subsets from '@fontsource-variable/literata/unicode.json';

/** One file of a typeface, as it lies in the extension. */
export interface FontFile {
  /** Below the extension's folder. */
  path: string;
  style: 'normal' | 'italic';
  /** One weight, or the least and the most that it can take. */
  weight: string;
  /** The characters it has, as CSS writes them in `unicode-range`. */
  range: string;
}

/** A typeface that travels with the extension. */
export interface BundledFace {
  /** As the style sheets know it: no page calls a face of its own so. */
  family: string;
  /** The npm package its files come from. */
  source: string;
  files: readonly FontFile[];
}

type Subset = keyof typeof subsets;

const everything = 'U+0-10FFFF';
const folder = 'fonts';

/** Files of a variable face: one for each subset and style. */
function variable(name: string, axis: string, weight: string, normal: readonly Subset[], italic: readonly Subset[] = normal): FontFile[] {
  const file = (style: FontFile['style']) => (subset: Subset) => ({
    path: `${folder}/${name}-${subset}-${axis}-${style}.woff2`,
    style,
    weight,
    range: subsets[subset],
  });
  return [...normal.map(file('normal')), ...italic.map(file('italic'))];
}

const latin = ['latin', 'latin-ext'] as const;
const most = [...latin, 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const;

/**
 * The typefaces we bring along, by their names in the settings. Literata was drawn for reading books on screens, and has a cut for each size;
 * Source Sans and Source Code belong together; Atkinson Hyperlegible was made by the Braille Institute so that no letter is taken for another;
 * OpenDyslexic has heavy feet to its letters.
 */
export const bundledFaces = {
  serif: {
    family: 'Clean Copy Serif',
    source: '@fontsource-variable/literata',
    files: variable('literata', 'opsz', '200 900', most),
  },
  sans: {
    family: 'Clean Copy Sans',
    source: '@fontsource-variable/source-sans-3',
    files: variable('source-sans-3', 'wght', '200 900', most),
  },
  easy: {
    family: 'Clean Copy Easy',
    source: '@fontsource-variable/atkinson-hyperlegible-next',
    files: variable('atkinson-hyperlegible-next', 'wght', '200 800', latin),
  },
  dyslexic: {
    family: 'Clean Copy Dyslexic',
    source: '@fontsource/opendyslexic',
    // Not its bold italic, which is as large as the others and seldom seen.
    files: (['400-normal', '700-normal', '400-italic'] as const).map((cut) => ({
      path: `${folder}/opendyslexic-latin-${cut}.woff2`,
      style: cut.endsWith('italic') ? 'italic' : 'normal',
      weight: cut.slice(0, 3),
      range: everything,
    })),
  },
  mono: {
    family: 'Clean Copy Mono',
    source: '@fontsource-variable/source-code-pro',
    files: variable('source-code-pro', 'wght', '200 900', most, latin),
  },
} as const satisfies Record<string, BundledFace>;

export type BundledFaceName = keyof typeof bundledFaces;

export const isBundled = (face: string): face is BundledFaceName => Object.hasOwn(bundledFaces, face);

/** Whether a path is that of a file of ours. */
export const isFontPath = (path: unknown): path is string =>
  Object.values<BundledFace>(bundledFaces).some(({ files }) => files.some((file) => file.path === path));
