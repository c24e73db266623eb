import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';
import { storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

/** What a page's script wrote down. */
interface Watch {
  events: string[];
  keys: string[];
  nodes: unknown[];
  requests: string[];
  reports: string[];
}

let chromium: Chromium;
const host = 'watch.test';

/** Puts a watch on everything there is, before the page's own content is there: all events, all entries of performance, each frame. */
function watchAll(): void {
  const seen: Watch = { events: [], keys: [], nodes: [], requests: [], reports: [] };
  Object.assign(window, { seen });
  const names = [window, document, HTMLElement.prototype].flatMap((owner) => {
    const all: string[] = [];
    for (const name in owner) if (name.startsWith('on') && name !== 'onunload') all.push(name.slice(2));
    return all;
  });
  for (const type of new Set([...names, 'focusin', 'focusout', 'securitypolicyviolation']))
    window.addEventListener(
      type,
      (event) => {
        seen.events.push(type);
        seen.nodes.push(event.target, Reflect.get(event, 'relatedTarget'), ...event.composedPath());
        if (event instanceof KeyboardEvent) seen.keys.push(event.key);
      },
      true,
    );
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { target?: Node; element?: Node; sources?: { node: Node }[] })[]) {
        if (type === 'resource') seen.requests.push(entry.name);
        seen.nodes.push(entry.target, entry.element, ...(entry.sources ?? []).map(({ node }) => node));
      }
    }).observe({ type });
  new ReportingObserver((reports) => seen.reports.push(...reports.map(({ type }) => String(type)))).observe();
  const look = () => {
    const selection = getSelection();
    seen.nodes.push(
      document.activeElement,
      selection?.anchorNode,
      selection?.focusNode,
      document.caretRangeFromPoint(600, 400)?.startContainer,
    );
    seen.nodes.push(
      ...document.elementsFromPoint(600, 400),
      ...document.getAnimations().map(({ effect }) => Reflect.get(effect ?? {}, 'target')),
    );
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

beforeAll(async () => {
  chromium = await startChromium({ build: 'shipped' });
  const worker = await chromium.worker();
  await until('the gate for keys stands', () =>
    worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0),
  );
  const body = storyPage('The ferry watched', { head: `<script>(${watchAll})()</script>` });
  chromium.serve(host, '/news/open', body);
  const policy = "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'";
  chromium.serve(host, '/news/closed', { body, headers: { 'content-security-policy': policy } });
});
afterAll(() => chromium.close());

/** What the page can say of the reader, or where it was. */
const look = (page: Page) =>
  page.evaluate(() => {
    const { events, keys, nodes, requests, reports } = Reflect.get(window, 'seen') as Watch;
    const host = document.documentElement.lastElementChild as HTMLElement;
    const isOfPage = (node: unknown) => !(node instanceof Node) || node === host || node.getRootNode() === document;
    return {
      children: [...document.documentElement.children].map(({ localName }) => localName),
      host: [host.getAttributeNames(), host.shadowRoot, host.innerText.slice(0, 9), host.childNodes.length],
      root: document.documentElement.getAttribute('style'),
      inside: nodes.filter((node) => !isOfPage(node)).map((node) => (node as Element).outerHTML ?? (node as Text).data),
      fonts: [...document.fonts].map(({ family }) => family),
      sheets: document.adoptedStyleSheets.length,
      session: navigator.mediaSession.metadata,
      globals: Object.getOwnPropertyNames(window).filter((name) => /clean.?copy|wxt/i.test(name)),
      ...{ keys, requests, reports, refused: events.includes('securitypolicyviolation') },
    };
  });

/** Presses everything that can be pressed, as no user would. */
function pressAll(root: ShadowRoot): number {
  const targets = root.querySelectorAll<HTMLElement>('button, input, select, summary, [role], article p');
  for (const target of targets) {
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'input', 'change', 'submit'])
      target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  }
  return targets.length;
}

test('what a page makes up, keys at its window or clicks on each of our buttons, does nothing', async () => {
  const page = await chromium.newPage(`http://${host}/news/open`);
  await until('it was found to be an article', () => chromium.buttonOpensReader(page));
  await chromium.clickToolbarButton(page);
  await waitForReader(page);
  const kept = async () => JSON.stringify([await chromium.storage(), await chromium.storage('sync')]);
  const shown = () => inReader(page, (root) => root.querySelector('dialog')?.textContent, null);
  const before = [await kept(), await shown()];
  const pages = chromium.context.pages().length;
  expect(await inReader(page, pressAll, null)).toBeGreaterThan(10);
  const heard = await page.evaluate(() => {
    const heard: string[] = [];
    document.addEventListener('keydown', ({ key }) => heard.push(key));
    for (const target of [window, document, document.documentElement.lastElementChild as Element, document.body])
      for (const key of ['s', '+', 'l', '?', 'ArrowRight', 'Enter', ' ', 'Escape'])
        target.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyS', bubbles: true, composed: true }));
    return heard.length;
  });
  expect(heard).toBe(24); // they are its own, and its own business
  expect([await kept(), await shown()]).toEqual(before);
  expect(chromium.context.pages()).toHaveLength(pages);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await page.close();
});

test.each(['open', 'closed'])(
  'while the reader is open and used, a page sees that something lies over it, and nothing of what: %s',
  async (path) => {
    const page = await chromium.newPage(`http://${host}/news/${path}`);
    await until('it was found to be an article', () => chromium.buttonOpensReader(page));
    await page.evaluate(() => {
      for (const list of Object.values(Reflect.get(window, 'seen') as Record<string, unknown[]>)) list.length = 0; // what its own loading gave
    });
    await chromium.clickToolbarButton(page);
    await waitForReader(page);
    for (const at of [100, 300, 500, 640]) await page.mouse.move(at, at);
    await page.mouse.click(640, 500, { clickCount: 3 });
    await clickInReader(page, '.save-button');
    for (const key of ['+', '?', 'Escape', 'a', 'Escape']) await page.keyboard.press(key);
    const { fonts, ...seen } = await look(page);
    expect(seen).toEqual({
      children: ['head', 'body', 'div'],
      host: [['style'], null, '', 0],
      root: 'overflow: hidden !important;',
      inside: [],
      sheets: 0,
      session: null,
      globals: [],
      keys: [],
      requests: [],
      reports: [],
      refused: false,
    });
    expect(fonts.join()).not.toMatch(/clean|copy/i);
    await page.keyboard.press('Escape');
    await waitForNoReader(page);
    expect(await look(page)).toMatchObject({ children: ['head', 'body'], root: null, fonts: [], keys: [], sheets: 0 });
    await page.close();
  },
);
