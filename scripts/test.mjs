// @ts-check
// `npm test`: sets everything up, runs every test (arguments are passed on to Vitest), and ends with one line that says how it went.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { hasVirtualKeyboard } from './find-browser.mjs';
import { giveUp, root, say, setUp } from './set-up.mjs';

const { firefox } = setUp({ forTests: true });
const results = path.join(root, 'tests/results/vitest.json');
fs.rmSync(results, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config=tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);

if (!firefox) say('There is no Firefox here and none could be installed: the tests in Firefox did not run.');
if (!hasVirtualKeyboard()) say('There is no Xvfb with xdotool here and they could not be installed: the tests by real keys did not run.');
if (!fs.existsSync(results)) giveUp('The tests did not run to their end.');
const { numPassedTests, numFailedTests, numTotalTestSuites } = JSON.parse(fs.readFileSync(results, 'utf8'));
const failed = status !== 0;
// A suite that cannot be loaded fails without a failed test.
if (failed && numFailedTests === 0) say('A test file could not be run: see above.');
if (numTotalTestSuites === 0) say('No test matched.');
console.log(`${numPassedTests} passed, ${failed ? Math.max(1, numFailedTests) : 0} failed`);
process.exit(failed ? 1 : 0);
