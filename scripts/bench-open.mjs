// @ts-check
// `npm run bench:open [page.html]`: from the moment the background hears of a click until the first frame with the article is done, on the
// bundled article or another, in the build that ships; the longest task until the text stands to its end; and the sizes of the scripts.
// "first": the script comes into a fresh page; "again": it is there already.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { visit } from './reader-browser.mjs';
import { bundledArticle, root, setUp } from './set-up.mjs';

const ROUNDS = 15;
const { chromium } = setUp({ forTests: false });
spawnSync('npx', ['wxt', 'build'], { cwd: root, stdio: 'ignore' });

/** @param {number[]} list @param {number} share */
const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.ceil(share * list.length) - 1] ?? Number.NaN;

const { context, page, close } = await visit(chromium, process.argv[2] ?? bundledArticle, true);
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
/** What the background does on a click; settles when the frame is done that shows the article. @returns {Promise<number>} milliseconds */
const open = () =>
  worker.evaluate(async () => {
    const { tabs, scripting } = /** @type {any} */ (globalThis).chrome;
    const [tab] = await tabs.query({ active: true });
    const start = performance.now();
    await scripting.executeScript({ target: { tabId: tab.id }, files: ['/reader.js'] });
    const [{ result }] = await scripting.executeScript({
      target: { tabId: tab.id },
      func: async () => {
        const outcome = await /** @type {any} */ (globalThis).cleanCopyReader.open('asked');
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
        return outcome;
      },
    });
    if (!result.ok) throw new Error(`The reader did not open: ${result.reason}`);
    return performance.now() - start;
  });
/** @type {Record<'first' | 'again', number[]>} */
const times = { first: [], again: [] };
/** @type {number[]} */
const longest = [];
for (let round = 0; round < ROUNDS; round++) {
  await page.reload({ waitUntil: 'load' });
  for (const which of /** @type {const} */ (['first', 'again'])) {
    await page.evaluate(() => {
      const tasks = Object.assign(window, { tasks: [0] }).tasks;
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    });
    times[which].push(await open());
    await page.waitForTimeout(process.argv[2] ? 2000 : 400);
    longest.push(await page.evaluate(() => Math.max(.../** @type {any} */ (window).tasks)));
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
  }
}
await close();
for (const [which, list] of Object.entries(times))
  console.log(
    `click to paint, ${which.padEnd(5)}  median ${quantile(list, 0.5).toFixed(0)} ms   95th percentile ${quantile(list, 0.95).toFixed(0)} ms   (${list.length})`,
  );
console.log(
  `longest task            median ${quantile(longest, 0.5).toFixed(0)} ms   95th percentile ${quantile(longest, 0.95).toFixed(0)} ms`,
);
for (const file of ['detector.js', 'reader.js', 'background.js']) {
  const bytes = gzipSync(fs.readFileSync(path.join(root, '.output/chrome-mv3', file)), { level: 9 }).length;
  console.log(`${file.padEnd(14)} ${(bytes / 1000).toFixed(1)} KB gzipped`);
}
process.exit(0);
