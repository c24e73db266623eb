// @ts-check
// What must hold before a version goes to the stores. Builds every package twice, and the source package once more from nothing.
//   npm run release:check [-- --keep]     `--keep`: the folder of the second build stays, to look at
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { root, say, setUp, wxt } from './set-up.mjs';

/** @type {string[]} */
const findings = [];
/** @param {string} what @param {readonly string[]} found */
function report(what, found) {
  say(found.length ? `${what}: ${found.length} finding(s)` : `${what}: as it must be`);
  findings.push(...found.map((finding) => `${what}: ${finding}`));
}

const output = path.join(root, '.output');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const packages = ['chrome', 'firefox', 'sources'].map((kind) => `clean-copy-${version}-${kind}.zip`);
const builds = { chrome: path.join(output, 'chrome-mv3'), firefox: path.join(output, 'firefox-mv3') };

/** @param {string} folder @param {string} name */
const hashOf = (folder, name) =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(folder, name)))
    .digest('hex');

function zipAll() {
  wxt('zip');
  wxt('zip', '-b', 'firefox', '--mv3');
}

/** @returns {string[]} */
function checkReproducible() {
  zipAll();
  const first = packages.map((name) => hashOf(output, name));
  zipAll();
  return packages
    .filter((name, index) => hashOf(output, name) !== first[index])
    .map((name) => `${name} differs from one build to the next`);
}

/** The source package builds, by itself and in another folder, to the same package. @returns {string[]} */
function checkSources() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-sources-'));
  try {
    execFileSync('unzip', ['-q', path.join(output, `clean-copy-${version}-sources.zip`), '-d', folder]);
    const run = (/** @type {string[]} */ ...args) => execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    run('ci', '--no-audit', '--no-fund');
    run('run', 'zip:firefox');
    const name = `clean-copy-${version}-firefox.zip`;
    return hashOf(path.join(folder, '.output'), name) === hashOf(output, name) ? [] : [`built from the sources, ${name} differs`];
  } finally {
    if (!process.argv.includes('--keep')) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Kilobytes, gzipped, that a script may have: what every page pays for, and what the first click waits for. */
const largest = { 'detector.js': 8, 'curtain.js': 2, 'background.js': 40, 'reader.js': 160 };
/** Kilobytes of a whole package. */
const largestPackage = 6000;

/** @returns {string[]} */
function checkSizes() {
  const scripts = Object.entries(largest).flatMap(([file, limit]) =>
    Object.entries(builds).flatMap(([browser, folder]) => {
      const size = gzipSync(fs.readFileSync(path.join(folder, file))).length / 1024;
      return size > limit ? [`${file} for ${browser} has ${size.toFixed(1)} KB gzipped, of ${limit}`] : [];
    }),
  );
  const whole = packages.flatMap((name) => {
    const size = fs.statSync(path.join(output, name)).size / 1024;
    return size > largestPackage ? [`${name} has ${size.toFixed(0)} KB, of ${largestPackage}`] : [];
  });
  return [...scripts, ...whole];
}

/** What Mozilla's checker says that is explained: libraries hold the assignment; our own code never makes it (`house-rules.node.test.ts`). */
const explained = new Set(['UNSAFE_VAR_ASSIGNMENT']);

/** @returns {string[]} */
function checkFirefoxLint() {
  const args = ['node_modules/web-ext/bin/web-ext.js', 'lint', '--source-dir', builds.firefox, '--output', 'json'];
  let text = '';
  try {
    text = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  } catch (error) {
    text = String(/** @type {{ stdout?: string }} */ (error).stdout ?? ''); // it ends with 1 where it has errors
  }
  const { errors, warnings } = JSON.parse(text);
  return [...errors, ...warnings]
    .filter(({ code }) => !explained.has(code))
    .map(({ code, message, file }) => `${code} in ${file}: ${message}`);
}

/** @returns {string[]} */
function checkChangelog() {
  const text = fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  return text.includes(`\n## ${version}`) ? [] : [`CHANGELOG.md has no section for ${version}`];
}

setUp({ forTests: false });
// Not before: they use packages, which a fresh copy does not have yet.
const { checkLicences } = await import('./release/licences.mjs');
const { checkListing } = await import('./release/listing.mjs');
const { checkManifest } = await import('./release/manifest.mjs');
report('the packages, built twice', checkReproducible());
report('the package built from the sources', checkSources());
for (const [browser, folder] of Object.entries(builds)) report(`the manifest for ${browser}`, checkManifest(folder, version));
report('the sizes', checkSizes());
for (const [browser, folder] of Object.entries(builds)) report(`the licences of what is in it, for ${browser}`, checkLicences(folder));
report('what web-ext says', checkFirefoxLint());
report('the stores’ texts and pictures', checkListing(builds.chrome));
report('the changelog', checkChangelog());

for (const name of packages) say(`${name}  sha256 ${hashOf(output, name)}`);
if (findings.length) {
  for (const finding of findings) console.error(`  ${finding}`);
  process.exit(1);
}
say(`${version} may go to the stores.`);
