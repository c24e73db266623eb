import { bundledFaces } from './bundled-faces';

/** All families begin with it. */
const ownName = bundledFaces.serif.family.replace(/ \w+$/, '');
const otherName = `F${Math.random().toString(36).slice(2)}`;

/**
 * A style sheet, or a family, with our typefaces under names that are others each time: of those that are in a page, its scripts can see the
 * names.
 */
export const withPageFamilies = (css: string): string => css.replaceAll(ownName, otherName);
