// @ts-check
// Where the browsers are: an environment variable, else the first one on PATH.
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string[]} names
 * @returns {string | undefined}
 */
function onPath(names) {
  for (const name of names)
    for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(dir, name);
      if (fs.existsSync(file)) return file;
    }
  return undefined;
}

/** @returns {string | undefined} path of a Chromium; Google's own Chrome no longer loads an extension from the command line */
export const findChromium = () => process.env.CHROMIUM_PATH || onPath(['chromium', 'chromium-browser']);

/** @returns {string | undefined} path of a Firefox */
export const findFirefox = () => process.env.FIREFOX_PATH || onPath(['firefox', 'firefox-esr']);

/** @returns {boolean} whether a virtual display can be had, and keys pressed on it */
export const hasVirtualKeyboard = () => Boolean(onPath(['Xvfb']) && onPath(['xdotool']));

/** What a headless Chromium needs to stay quiet, also where it runs as root. */
export const quietChromium = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
