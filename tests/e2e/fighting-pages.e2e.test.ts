import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, readReader, until, waitForNoReader, waitForReader } from './reader-dom';
import type { ServedPage } from './site-server';
import { storyPage } from './stories';

let chromium: Chromium;
const host = 'fight.test';
let served = 0;

beforeAll(async () => {
  chromium = await startChromium({ build: 'shipped' }); // closed, as users have it
});
afterAll(() => chromium.close());

/** Opens a page whose script does what it can. */
async function visit(page: ServedPage): Promise<Page> {
  const path = `/news/${++served}`;
  chromium.serve(host, path, page);
  return chromium.newPage(`http://${host}${path}`);
}

/** For the pages' scripts: what to do when something is added to the root element, which is how the reader opens. */
const onOpen = `const onOpen = (act) => addEventListener('load', () => new MutationObserver(act).observe(document.documentElement, { childList: true }));`;
const fighter = (script: string, more = '') => storyPage('The ferry fights', { head: `<script>${onOpen}${script}</script>${more}` });
const read = async (page: Page) => {
  await chromium.chooseMenu('read-page', page);
  return waitForReader(page);
};
/** Whether the reader is what a person sees and can click in the middle of the window. */
const isOnTop = (page: Page) =>
  inReader(
    page,
    (root) => {
      const box = root.querySelector('dialog')?.getBoundingClientRect();
      const at = root.elementFromPoint(innerWidth / 2, innerHeight / 2);
      return at !== null && (box?.width ?? 0) >= innerWidth - 20;
    },
    null,
  );
const closeButton = '.icon-button';

/** The page is as before: nothing of ours in it, it scrolls, its own script is alive. */
async function isGivenBack(page: Page): Promise<void> {
  await waitForNoReader(page);
  expect(
    await page.evaluate(
      () => getComputedStyle(Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.call(document)).overflow,
    ),
  ).not.toBe('hidden');
}

describe('the reader opens, stays, closes and gives the page back, where the page', () => {
  test.each([
    [
      'covers everything with the largest z-index',
      `addEventListener('load', () => { const d = document.createElement('div'); d.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:red'; document.documentElement.append(d); })`,
    ],
    [
      'styles everything away',
      '',
      '<style>*{display:none!important;opacity:0!important;visibility:hidden!important;transform:scale(0)!important}html,body,article,article *,head~*{display:block!important;visibility:visible!important}div{display:none!important}dialog{display:none!important}</style>',
    ],
    [
      'shows a dialog of its own once the reader is open',
      `onOpen((_, o) => { o.disconnect(); const d = document.createElement('dialog'); d.textContent = 'Stop!'; document.body.append(d); d.showModal(); })`,
    ],
    [
      'shows a popover of its own once the reader is open',
      `onOpen((_, o) => { o.disconnect(); const d = document.createElement('div'); d.popover = 'manual'; d.style.cssText = 'inset:0;width:100vw;height:100vh'; document.body.append(d); d.showPopover(); })`,
    ],
    [
      'shows a dialog in a shadow root of its own, which tells nobody',
      `onOpen((_, o) => { o.disconnect(); setTimeout(() => { const s = document.body.appendChild(document.createElement('p')).attachShadow({ mode: 'closed' }); const d = s.appendChild(document.createElement('dialog')); d.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none'; d.innerHTML = '<button>Stop!</button>'; d.showModal(); }, 300); })`,
    ],
    [
      'opens what is folded in its text, one after the other',
      `onOpen((_, o) => { o.disconnect(); for (let i = 0; i < 9; i++) { const d = document.body.appendChild(document.createElement('details')); d.open = true; } })`,
    ],
    ['takes the host away once', `onOpen((_, o) => { o.disconnect(); document.documentElement.lastElementChild.remove(); })`],
    [
      'restyles the host once',
      `onOpen((_, o) => { o.disconnect(); document.documentElement.lastElementChild.style.cssText = 'display:none!important'; document.documentElement.lastElementChild.hidden = true; })`,
    ],
    [
      'makes all but its own inert',
      `onOpen((_, o) => { o.disconnect(); for (const e of document.documentElement.children) e.inert = true; })`,
    ],
    [
      'traps every key and the focus',
      `for (const type of ['keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'mousedown', 'click', 'pointerdown', 'wheel', 'beforeinput']) addEventListener(type, (e) => { e.preventDefault(); e.stopImmediatePropagation(); }, true); setInterval(() => { const i = document.body && document.body.querySelector('a'); if (i) i.focus(); }, 20)`,
    ],
    [
      'overrides the prototypes in its own world',
      `for (const [p, n] of [[Element.prototype, 'attachShadow'], [Node.prototype, 'appendChild'], [Element.prototype, 'append'], [HTMLDialogElement.prototype, 'showModal'], [Document.prototype, 'createElement'], [Node.prototype, 'cloneNode'], [EventTarget.prototype, 'addEventListener'], [window, 'MutationObserver'], [window, 'fetch']]) p[n] = () => { throw new Error('no') }; Object.defineProperty(Document.prototype, 'body', { get() { throw new Error('no') } }); Object.prototype.polluted = 1`,
    ],
    [
      'names its elements like parts of the document',
      '',
      '<img name=body><img name=querySelectorAll><form name=documentElement></form><form name=createElement><input name=parentNode><input name=localName></form><img name=defaultView><a id=cleanCopyReader name=x></a>',
    ],
    [
      'changes without end',
      `setInterval(() => { for (let i = 0; i < 50; i++) { const d = document.createElement('div'); d.textContent = Math.random(); document.body.append(d); if (document.body.children.length > 300) d.previousSibling.remove(); } document.title = Math.random(); document.documentElement.className = 'x' + Math.random(); }, 5)`,
    ],
    [
      'stands still for two seconds as it opens',
      `onOpen((_, o) => { o.disconnect(); const end = performance.now() + 2000; while (performance.now() < end); })`,
    ],
    [
      'moves its root element out of sight',
      `onOpen(() => { document.documentElement.style.cssText += ';transform:translateX(-200vw);filter:blur(9px);contain:strict;opacity:0;clip-path:inset(50%)'; })`,
    ],
    [
      'stands still while the reader is open, again and again',
      `onOpen((_, o) => { o.disconnect(); let left = 2; const freeze = () => { const end = performance.now() + 1500; while (performance.now() < end); if (--left) setTimeout(freeze, 50); }; setTimeout(freeze, 50); })`,
    ],
    [
      'asks to stay as one leaves it',
      `addEventListener('beforeunload', (e) => e.preventDefault()); addEventListener('blur', () => window.focus()); document.addEventListener('visibilitychange', () => {})`,
    ],
  ] as [string, string, string?][])('%s', async (_what, script, more = '') => {
    const page = await visit(fighter(script, more));
    const { title, text } = await read(page);
    expect(title).toBe('The ferry fights');
    expect(text).toContain('In the morning the ferry crossed the harbour');
    await until('the reader is on top', () => isOnTop(page));
    // What a page does at the window before us, a click on the toolbar button is out of its reach.
    if (script.includes('stopImmediatePropagation')) await chromium.runCommand('toggle-reader', page);
    else await clickInReader(page, closeButton);
    await isGivenBack(page);
    await page.close();
  });
});

describe('where the page wins, it is given back whole, and the reader opens again when asked', () => {
  test.each([
    [
      'takes the host away for ever',
      `onOpen(() => { for (const e of document.documentElement.children) if (e.localName === 'div') { e.remove(); window.taken = (window.taken || 0) + 1; } })`,
    ],
    [
      'covers it with a dialog of its own for ever',
      `onOpen(() => { setInterval(() => { document.querySelector('dialog')?.remove(); const d = document.createElement('dialog'); d.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none'; document.body.append(d); d.showModal(); window.taken = (window.taken || 0) + 1; }, 50); })`,
    ],
    [
      'takes the host away every 10 ms',
      `setInterval(() => { for (const e of document.documentElement.children) if (e.localName === 'div') { e.remove(); window.taken = (window.taken || 0) + 1; } }, 10)`,
    ],
  ])('%s', async (_what, script) => {
    const page = await visit(fighter(script));
    await chromium.chooseMenu('read-page', page);
    await page.waitForFunction(() => Reflect.get(window, 'taken') > 3);
    await isGivenBack(page);
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('The ferry fights');
    await page.close();
  });
});

test('a page whose elements have the names of our own globals is looked at and read like any other', async () => {
  const ids = ['Reader', 'Detector', 'KeyGate', 'Curtain', 'ColourCode', 'Compare', 'PlayOn']
    .map((name) => `<a id="cleanCopy${name}"></a>`)
    .join('');
  const page = await visit(storyPage('The ferry named').replace('<main>', `${ids}<main>`));
  await until('it was found to be an article', () => chromium.buttonOpensReader(page));
  expect((await read(page)).title).toBe('The ferry named');
  await page.keyboard.press('Escape');
  await isGivenBack(page);
  await page.close();
});

test.each([
  [
    'document.open and write',
    () => {
      document.open();
      document.write('<title>New</title><h1>New page</h1>');
      document.close();
    },
  ],
  [
    'a new root element',
    () =>
      document.replaceChild(
        Object.assign(document.createElement('html'), { innerHTML: '<body><h1>New page</h1></body>' }),
        document.documentElement,
      ),
  ],
  [
    'a new body',
    () => {
      document.body.replaceWith(Object.assign(document.createElement('body'), { innerHTML: '<h1>New page</h1>' }));
    },
  ],
] as [string, () => void][])('a page that replaces itself by %s: it can be closed, and read anew', async (_how, replace) => {
  const page = await visit(storyPage('The ferry leaves'));
  await read(page);
  await page.evaluate(replace);
  await until('the new page is there', () => page.evaluate(() => document.querySelector('h1')?.textContent === 'New page'));
  if (await readReader(page)) await clickInReader(page, closeButton);
  await isGivenBack(page);
  await page.close();
});

test('a page that takes another address while it is read: what is saved is kept under that of the article', async () => {
  const page = await visit(storyPage('The ferry stays'));
  const address = page.url();
  await read(page);
  await page.evaluate(() => {
    history.replaceState(null, '', '/news/elsewhere');
    document.title = 'Elsewhere';
  });
  await clickInReader(page, '.save-button');
  const saved = () => chromium.storage().then((items) => Object.entries(items).filter(([key]) => key.startsWith('meta:')));
  await until('it is saved', async () => (await saved()).length > 0);
  expect((await saved()).map(([, record]) => record)).toEqual([expect.objectContaining({ url: address, title: 'The ferry stays' })]);
  await page.close();
});

test.each([
  ['sandboxed', 'sandbox'],
  ['sandboxed, with scripts', 'sandbox allow-scripts'],
  ['with a policy that allows nothing', "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"],
])('a page %s is read like any other', async (_what, policy) => {
  const page = await visit({ body: storyPage('The ferry sealed'), headers: { 'content-security-policy': policy } });
  expect((await read(page)).title).toBe('The ferry sealed');
  await clickInReader(page, closeButton);
  await waitForNoReader(page);
  await page.close();
});

test('XHTML is read like any other', async () => {
  const xhtml = storyPage('The ferry strict')
    .replace('<!doctype html><html', '<html xmlns="http://www.w3.org/1999/xhtml"')
    .replaceAll(/<(meta [^>]*)>/g, '<$1/>');
  const page = await visit({ body: xhtml, headers: { 'content-type': 'application/xhtml+xml' } });
  expect((await read(page)).title).toBe('The ferry strict');
  await page.close();
});
