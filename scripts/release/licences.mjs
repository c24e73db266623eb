// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { noticesFile } from '../third-party.mjs';

/** Licences under which code, fonts or data may be in the packages of an MIT-licensed extension. */
const fitting = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'OFL-1.1',
  'CC-BY-4.0',
  '(MPL-2.0 OR Apache-2.0)',
  '(MIT AND Zlib)',
]);

/**
 * @param {string} folder of a build
 * @returns {string[]} what is not as it must be
 */
export function checkLicences(folder) {
  const file = path.join(folder, noticesFile);
  if (!fs.existsSync(file)) return [`${noticesFile} is missing`];
  const licences = [...fs.readFileSync(file, 'utf8').matchAll(/^Licence: (.*)$/gm)].map(([, licence]) => licence ?? '');
  if (licences.length < 3) return [`${noticesFile} names ${licences.length} packages only`];
  return licences.filter((licence) => !fitting.has(licence)).map((licence) => `"${licence}" is not in the list of licences that fit`);
}
