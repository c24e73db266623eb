// @ts-check
// Everything a fresh machine lacks: packages, WXT's generated types, browsers. Imports nothing that must be installed first.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findChromium, findFirefox, hasVirtualKeyboard } from './find-browser.mjs';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..');
/** The page that `npm start` shows where no other is asked for. */
export const bundledArticle = path.join(root, 'tests/fixtures/bundled-article/page.html');

const oldestNode = 20;

/** @param {string} line */
export const say = (line) => console.log(`[clean copy] ${line}`);

/**
 * Ends the process with one clear line.
 *
 * @param {string} reason
 * @returns {never}
 */
export function giveUp(reason) {
  console.error(`[clean copy] ${reason}`);
  process.exit(1);
}

/**
 * Runs a program in the repository's folder, with its output shown.
 *
 * @param {string} program
 * @param {string[]} args
 * @throws where it ends with anything but 0
 */
export const run = (program, args) => void execFileSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });

/** WXT's command line, with this Node. @param {...string} args */
export const wxt = (...args) => run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', ...args]);

function installPackages() {
  const stamp = path.join(root, 'node_modules/.lock-file-hash');
  const hash = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  say('installing packages');
  run('npm', ['ci', '--no-audit', '--no-fund']);
  fs.writeFileSync(stamp, hash);
}

/** @param {string} name of a Debian package @returns {boolean} whether it is installed now */
function aptInstall(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', name]);
  say(`installing ${name}`);
  try {
    install();
  } catch {
    // A fresh machine has no lists of packages yet, or old ones.
    try {
      run('apt-get', ['update']);
      install();
    } catch (error) {
      say(`${name} could not be installed: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }
  return true;
}

/**
 * Makes the machine ready. Does nothing that is already done.
 *
 * @param {{ forTests: boolean }} wanted `forTests`: try to have a Firefox and a virtual keyboard too; going without is no failure
 * @returns {{ chromium: string, firefox: string | undefined }} paths of the browsers
 */
export function setUp(wanted) {
  const node = Number(process.versions.node.split('.')[0]);
  if (node < oldestNode) giveUp(`Node ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
  installPackages();
  wxt('prepare');
  if (!findChromium()) aptInstall('chromium');
  const chromium = findChromium();
  if (!chromium) return giveUp('A Chromium is needed: install one, or set CHROMIUM_PATH to its program.');
  if (wanted.forTests && !findFirefox()) aptInstall('firefox-esr');
  if (wanted.forTests && !hasVirtualKeyboard() && aptInstall('xvfb')) aptInstall('xdotool');
  return { chromium, firefox: findFirefox() };
}
