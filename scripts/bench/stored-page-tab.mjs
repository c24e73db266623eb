// @ts-check
// A stored page in a real browser, as it would stand there: at its own address, with no script of its own and no network.
import { chromium } from 'playwright';
import { findChromium, quietChromium } from '../find-browser.mjs';

/** @typedef {{ text: string, headings: { level: number, text: string }[] }} Rendered what a reader would see of a piece of HTML */

const PAGE_TIMEOUT = 20_000;
const EMPTY = 'https://render.invalid/';

/** @param {{ online?: boolean }} [options] `online`: else there is no other machine for it @returns {Promise<import('playwright').Browser>} */
export const launch = ({ online = false } = {}) =>
  chromium.launch({
    executablePath: findChromium(),
    args: [...quietChromium, ...(online ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND'])],
  });

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what
 * @returns {Promise<T>}
 * @throws when it takes longer than a page may
 */
export function withDeadline(promise, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${PAGE_TIMEOUT / 1000} s`)), PAGE_TIMEOUT);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]).finally(() => clearTimeout(timer)));
}

/**
 * Runs in an empty document without scripts: `innerText` knows blocks, line breaks and what is hidden.
 *
 * @param {string} html
 * @returns {Rendered}
 */
function render(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  for (const details of document.body.querySelectorAll('details')) details.open = true;
  const text = document.body.innerText
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const headings = [...document.body.querySelectorAll('h1,h2,h3,h4,h5,h6')]
    .map((heading) => ({
      level: Number(heading.tagName[1]),
      text: /** @type {HTMLElement} */ (heading).innerText.replace(/\s+/g, ' ').trim(),
    }))
    .filter(({ text }) => text);
  document.body.replaceChildren();
  return { text, headings };
}

/** Opens the two tabs that stored pages are read in. @param {import('playwright').Browser} browser */
export async function openTab(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  /** @type {Buffer | null} */
  let body = null;
  let live = false;
  // Only documents come this way, not the hundreds of other requests of a page: those fail by themselves.
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  let frame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
  session.on('Fetch.requestPaused', ({ requestId, frameId }) => {
    const answer =
      body && frameId === frame
        ? session.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: 200,
            responseHeaders: [
              { name: 'Content-Type', value: 'text/html; charset=utf-8' },
              { name: 'Content-Security-Policy', value: "script-src 'none'" },
            ],
            body: body.toString('base64'),
          })
        : live
          ? session.send('Fetch.continueRequest', { requestId })
          : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    body = null;
    answer.catch((error) => console.error(`a request went with its page: ${error.message}`));
  });
  const blank = await context.newPage();
  await blank.route('**/*', (route) =>
    route.request().url() === EMPTY
      ? route.fulfill({
          body: '<!doctype html><meta charset=utf-8><body>',
          headers: {
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
          },
        })
      : route.abort(),
  );
  await blank.goto(EMPTY);

  return {
    /**
     * Loads a page and lays it out, as one that somebody looks at.
     *
     * @param {string} url
     * @param {Buffer | null} html null: from the network, with its scripts
     * @throws when the browser does not come to the end of it
     */
    async show(url, html) {
      body = html;
      live = html === null;
      await page.goto(url, { waitUntil: live ? 'load' : 'domcontentloaded', timeout: PAGE_TIMEOUT });
      frame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
      await session.send('Page.getLayoutMetrics');
    },
    /**
     * Runs a script in a world of its own, as an extension's content script runs.
     *
     * @param {string} worldName the same name is the same world, until the next page
     * @param {string} script defines what `expression` uses
     * @param {string} expression gives a string, or the promise of one
     * @returns {Promise<string>}
     * @throws what the expression throws
     */
    async runApart(worldName, script, expression) {
      const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frame, worldName });
      const evaluate = async (/** @type {string} */ code) => {
        const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
          expression: code,
          contextId,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      };
      await evaluate(`${script}\n;0`);
      return evaluate(expression);
    },
    /** @param {string} html @returns {Promise<Rendered>} */
    render: (html) => (html ? blank.evaluate(render, html) : Promise.resolve({ text: '', headings: [] })),
    close: () => context.close(),
  };
}
