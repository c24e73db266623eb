// @ts-check
// The typefaces that travel with the extension: copied out of their packages as they are.
import path from 'node:path';

/** @typedef {{ source: string, files: readonly { path: string }[] }} Face */

const packages = path.resolve(import.meta.dirname, '../node_modules');

/** @param {Face} face @returns {string} the folder of its package */
export const packageOf = ({ source }) => path.join(packages, source);

/**
 * @param {readonly Face[]} faces
 * @returns {{ absoluteSrc: string, relativeDest: string }[]} what is to be copied, and whereto below the extension's folder
 */
export const fontFiles = (faces) =>
  faces.flatMap((face) =>
    face.files.map((file) => ({
      absoluteSrc: path.join(packageOf(face), 'files', path.basename(file.path)),
      relativeDest: file.path,
    })),
  );
