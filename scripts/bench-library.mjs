// @ts-check
// `npm run bench:library`: the library at 100, 1,000 and 10,000 saved articles (made up, 6 KB of text each, in six languages), in the build
// that ships: how long until popup and library page show their list, until a search shows what it found, until one more article is saved;
// the memory of the open library page; and how each grows. `npm run bench:library -- 100 1000` takes other sizes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { articleNumber, savedArticles } from './bench/library-articles.mjs';
import { quietChromium } from './find-browser.mjs';
import { root, setUp } from './set-up.mjs';

const ROUNDS = 9;
const given = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = given.length > 0 ? given : [100, 1000, 10_000];
/** The last two are mistyped. */
const QUERIES = ['harbour', 'election', 'élections', 'the fer', 'выборы', '選挙', '"of the"', 'hafen -und', 'electoin', 'harbuor'];

const found = setUp({ forTests: false });
spawnSync('npx', ['wxt', 'build'], { cwd: root, stdio: 'ignore' });

/** @param {number[]} list @param {number} share */
const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.ceil(share * list.length) - 1] ?? Number.NaN;
/** @param {number[]} list */
const median = (list) => quantile(list, 0.5);

/** Milliseconds from the page's start until its list is in a frame. @param {import('playwright').BrowserContext} context @param {string} address */
async function openingTime(context, address) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.article-list > li')) return;
      watch.disconnect();
      requestAnimationFrame(() => Object.assign(globalThis, { shownAt: performance.now() }));
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  const time = await page.waitForFunction(() => /** @type {any} */ (globalThis).shownAt);
  const value = /** @type {number} */ (await time.jsonValue());
  await page.waitForTimeout(1500); // the list is read and compared
  await page.close();
  return value;
}

/** Waits until every text is in the index. @param {import('playwright').Page} page @param {number} count @returns {Promise<number>} seconds */
async function indexed(page, count) {
  const start = performance.now();
  for (;;) {
    const texts = await page.evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'search')) return 0; // opening it would make it
      return new Promise((resolve, reject) => {
        const request = indexedDB.open('search');
        request.onerror = reject;
        request.onsuccess = () => {
          if (!request.result.objectStoreNames.contains('segments')) return resolve(0);
          const all = request.result.transaction('segments').objectStore('segments').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result.reduce((sum, { texts }) => sum + texts.length, 0));
          };
        };
      });
    });
    if (texts >= count) return (performance.now() - start) / 1000;
    await page.waitForTimeout(250);
  }
}

/** From the key to the frame with what was found. @param {import('playwright').Page} page @param {string} query */
async function searchTime(page, query) {
  const box = page.getByRole('searchbox');
  await box.fill('');
  await page.waitForFunction(() => / articles?$/.test(document.querySelector('.list-head .count')?.textContent ?? ''));
  await page.evaluate(() => {
    const count = document.querySelector('.list-head .count');
    let pressed = 0;
    Object.assign(globalThis, { answeredIn: 0 });
    addEventListener('input', () => (pressed = performance.now()), { capture: true, once: true });
    const watch = new MutationObserver(() => {
      if (!/ound$/.test(count?.textContent ?? '')) return;
      watch.disconnect();
      requestAnimationFrame(() => Object.assign(globalThis, { answeredIn: performance.now() - pressed }));
    });
    if (count) watch.observe(count, { childList: true, characterData: true, subtree: true });
  });
  await box.focus();
  await page.keyboard.insertText(query);
  const time = await page.waitForFunction(() => /** @type {any} */ (globalThis).answeredIn);
  return /** @type {number} */ (await time.jsonValue());
}

/** Megabytes that a process has to itself. @param {number} pid */
function privateMemory(pid) {
  const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)].reduce((sum, [, value]) => sum + Number(value), 0);
  return kilobytes / 1024;
}

/** The processes of the extension's pages in the browser with this profile. @param {string} profile @returns {number[]} */
function extensionProcesses(profile) {
  const running = fs.readdirSync('/proc').flatMap((name) => {
    try {
      if (!/^\d+$/.test(name)) return [];
      const [, parent] = /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8')) ?? [];
      return [{ pid: Number(name), parent: Number(parent), command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
    } catch {
      return []; // it ended meanwhile
    }
  });
  const ours = new Set(running.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid));
  for (let grown = -1; grown !== ours.size; ) {
    grown = ours.size;
    for (const { pid, parent } of running) if (ours.has(parent)) ours.add(pid);
  }
  return running.filter(({ pid, command }) => ours.has(pid) && command.includes('--extension-process')).map(({ pid }) => pid);
}

/** @param {number} size @param {number} port */
async function measure(size, port) {
  const folder = path.join(root, '.output/chrome-mv3');
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-copy-library-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.chromium,
    headless: true,
    viewport: { width: 1280, height: 900 },
    ignoreDefaultArgs: ['--disable-extensions', '--headless'],
    args: [
      '--headless=new',
      ...quietChromium,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--host-resolver-rules=MAP *.test 127.0.0.1:${port}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const address = `chrome-extension://${new URL(worker.url()).host}`;
  const seeding = await context.newPage();
  await seeding.goto(`${address}/manifest.json`);
  const now = Date.now();
  for (let from = 0; from < size; from += 200)
    await seeding.evaluate(
      (items) => /** @type {any} */ (globalThis).chrome.storage.local.set(items),
      savedArticles(from, Math.min(size, from + 200), now),
    );
  await seeding.close();

  const first = await context.newPage();
  await first.goto(`${address}/library.html`);
  const indexing = await indexed(first, size);
  await first.waitForTimeout(2000); // segments are merged
  await first.close();

  /** @type {number[]} */
  const popup = [];
  /** @type {number[]} */
  const library = [];
  for (let round = 0; round < ROUNDS; round++) {
    popup.push(await openingTime(context, `${address}/popup.html`));
    library.push(await openingTime(context, `${address}/library.html`));
  }

  const page = await context.newPage();
  await page.goto(`${address}/library.html`);
  await page.waitForTimeout(3000);
  await searchTime(page, 'warm up');
  /** @type {number[]} */
  const search = [];
  for (const query of QUERIES) {
    const times = [];
    for (let round = 0; round < 3; round++) times.push(await searchTime(page, query));
    search.push(median(times));
  }
  await page.waitForTimeout(1000);
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(500);
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const memory = extensionProcesses(profile).reduce((sum, pid) => sum + privateMemory(pid), 0);
  await page.close();

  /** @type {number[]} */
  const save = [];
  const site = await context.newPage();
  for (let round = 0; round < 2 * ROUNDS; round++) {
    await site.goto(`http://saved.test/${round}`);
    save.push(
      await worker.evaluate(
        async ({ article, url }) => {
          const { tabs, scripting } = /** @type {any} */ (globalThis).chrome;
          const [tab] = await tabs.query({ url });
          const [{ result }] = await scripting.executeScript({
            target: { tabId: tab.id },
            args: [article],
            func: async (/** @type {unknown} */ sent) => {
              const start = performance.now();
              const message = { name: 'page-bg:save-article', sent: { article: sent } };
              const answer = await /** @type {any} */ (globalThis).chrome.runtime.sendMessage(message);
              if (!answer?.value?.ok) throw new Error(`The article was not saved: ${JSON.stringify(answer)}`);
              return performance.now() - start;
            },
          });
          return result;
        },
        { article: { ...articleNumber(size + round), url: `http://saved.test/${round}` }, url: `http://saved.test/${round}` },
      ),
    );
  }
  const storage = await worker.evaluate(async (rounds) => {
    const { local } = /** @type {any} */ (globalThis).chrome.storage;
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const [body, meta] = [`probe-body:${round}`, `probe-meta:${round}`];
      const start = performance.now();
      await local.get('schema');
      await local.get([meta, `probe-trash:${round}`]);
      await local.set({ [body]: 'x'.repeat(7000), [meta]: 'x'.repeat(700) });
      await local.get(body);
      times.push(performance.now() - start);
    }
    return times;
  }, 2 * ROUNDS);
  await context.close();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  return {
    'popup shows its list, ms': median(popup),
    'library shows its list, ms': median(library),
    'search, median of the queries, ms': median(search),
    'search, slowest query, ms': Math.max(...search),
    'one more is saved, ms': median(save),
    'the same reads and writes, bare, ms': median(storage),
    'library page, JavaScript, MB': usedSize / 1e6,
    'library page, whole process, MB': memory,
    'all texts indexed, once, s': indexing,
    searches: search,
  };
}

const server = http.createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>A page.'),
);
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
/** @type {Awaited<ReturnType<typeof measure>>[]} */
const results = [];
for (const size of sizes) results.push(await measure(size, port));
server.close();

const [before, last] = [results.at(-2), results.at(-1)];
/** @param {string[]} cells */
const line = (cells) => console.log(`| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(36) : cell.padStart(8))).join(' | ')} |`);
line(['articles', ...sizes.map((size) => size.toLocaleString('en')), 'growth']);
for (const name of /** @type {Exclude<keyof Awaited<ReturnType<typeof measure>>, 'searches'>[]} */ (
  Object.keys(results[0] ?? {}).filter((key) => key !== 'searches')
))
  line([name, ...results.map((result) => result[name].toFixed(1)), before && last ? `× ${(last[name] / before[name]).toFixed(1)}` : '']);
console.log(
  QUERIES.map((query, index) => `${query}: ${results.map(({ searches }) => searches[index]?.toFixed(0)).join(', ')} ms`).join('\n'),
);
process.exit(0);
