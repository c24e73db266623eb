// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import { root } from '../set-up.mjs';
import { optionalPermissions, permissions } from './manifest.mjs';

/** The stores' texts, by heading; and the pictures that `scripts/make-screenshots.mjs` takes. */
const listingFile = path.join(root, 'scripts/release/listing.md');
const pictureFolder = path.join(root, 'tests/screenshots/store');
/** The Chrome Web Store takes one to five pictures of this size. */
const picture = { width: 1280, height: 800, least: 1, most: 5 };
/** Characters: the Chrome Web Store's summary and description, the tighter of the two stores'. */
const longest = { Summary: 132, Description: 16_000 };

/** @param {string} text @returns {Map<string, string>} */
function sectionsOf(text) {
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n')).trim()]));
}

/**
 * @param {string} build folder of the build whose words the listing must not contradict
 * @returns {string[]} what is not as it must be
 */
export function checkListing(build) {
  const sections = sectionsOf(fs.readFileSync(listingFile, 'utf8'));
  const messages = JSON.parse(fs.readFileSync(path.join(build, '_locales/en/messages.json'), 'utf8'));
  const reasons = sections.get('Permissions') ?? '';
  const pictures = fs.existsSync(pictureFolder) ? fs.readdirSync(pictureFolder).filter((name) => /\.(png|jpe?g)$/.test(name)) : [];
  const sizes = pictures.map((name) => ({ name, ...imageSize(fs.readFileSync(path.join(pictureFolder, name))) }));
  return [
    ...Object.entries(longest).flatMap(([name, limit]) => {
      const { length } = sections.get(name) ?? '';
      return length === 0 ? [`there is no "${name}"`] : length > limit ? [`"${name}" has ${length} characters, of ${limit}`] : [];
    }),
    ...(sections.get('Summary') === messages.extDescription.message ? [] : ['the summary is not the description of the manifest']),
    ...[...permissions, ...optionalPermissions, 'host access']
      .filter((name) => !reasons.includes(`**${name}**`))
      .map((name) => `the reason for ${name} is missing`),
    ...(pictures.length >= picture.least && pictures.length <= picture.most ? [] : [`there are ${pictures.length} pictures`]),
    ...sizes
      .filter(({ width, height }) => width !== picture.width || height !== picture.height)
      .map(({ name, width, height }) => `${name} is ${width} × ${height}, not ${picture.width} × ${picture.height}`),
  ];
}
