import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { openInTab } from './open-in-tab';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { switchDeveloperModeOn } from './screen';
import { storyPage } from './stories';

/** As the page `chrome://extensions` has it, where users switch extensions on and off. */
declare const chrome: typeof import('wxt/browser').browser;

const address = 'http://site-a.test/news/ferry';
/** Tells which keys reach the page. */
const listening = `<script>var heard = []; addEventListener('keydown', (event) => heard.push(event.key), true);</script>`;
const refusal = 'Clean Copy was updated. Reload the page to save articles.';
let chromium: Chromium;

beforeAll(async () => {
  chromium = await startChromium();
  await switchDeveloperModeOn(chromium);
  chromium.serve('site-a.test', '/news/ferry', storyPage('The ferry is late', { head: listening }));
});
afterAll(() => chromium.close());

const hosts = (page: Page) => page.locator('html > div').count();
const html = (page: Page) => page.evaluate(() => [document.documentElement.outerHTML, scrollY]);
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

/** Opens the reader on a scrolled page. */
async function read(): Promise<{ page: Page; before: unknown[] }> {
  const page = await chromium.newPage(address);
  await page.mouse.wheel(0, 400);
  await until('the page has scrolled', () => page.evaluate(() => scrollY > 300));
  const before = await html(page);
  await openInTab(chromium, page);
  await waitForReader(page);
  return { page, before };
}
/** Loads the extension anew, as an update does; tells once it is there. */
async function update(): Promise<void> {
  const running = await chromium.worker();
  const started = chromium.context.waitForEvent('serviceworker');
  await running.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50));
  await started;
}
async function switchExtension(on: boolean): Promise<void> {
  const settings = await chromium.newPage('chrome://extensions');
  await settings.evaluate(([id, on]) => chrome.management.setEnabled(id, on), [chromium.extensionId, on] as const);
  await settings.close();
}

/** Closed, the reader gives the page back as it was, and its keys. */
async function leavesNothing(page: Page, before: unknown[]): Promise<void> {
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  expect(await html(page)).toEqual(before);
  await heard(page);
  await page.keyboard.press('x');
  expect(await heard(page)).toEqual(['x']);
}

/** The text stands, says why it cannot be saved, and goes when it is closed, with all it had laid over the page. */
async function outlives(page: Page, before: unknown[]): Promise<void> {
  await page.bringToFront();
  await until('saving is refused', async () => {
    await page.keyboard.press('s');
    return (await page.getByText(refusal).count()) > 0;
  });
  expect((await waitForReader(page)).title).toBe('The ferry is late');
  await leavesNothing(page, before);
}

test('an update under an open reader leaves the text, and closing it leaves nothing', async () => {
  const { page, before } = await read();
  await update();
  await outlives(page, before);
});

test('the new version’s reader takes the place of the old one, saves, and gives the page back', async () => {
  const { page, before } = await read();
  await update();
  await page.bringToFront();
  expect(await openInTab(chromium, page)).toEqual({ ok: true, value: null });
  await until('one reader stands over the page', async () => (await hosts(page)) === 1);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await leavesNothing(page, before);
});

test('the detector of the new version comes into pages that are open: the button reads them', async () => {
  const page = await chromium.newPage(address);
  await until('it was found to be an article', () => chromium.buttonOpensReader(page));
  await update();
  await until('it is found again', () => chromium.buttonOpensReader(page));
  expect(await chromium.clickToolbarButton(page)).toBeNull();
  expect((await waitForReader(page)).title).toBe('The ferry is late');
});

test('switched off under an open reader, and on again: the text outlives the one, the other can save', async () => {
  const { page, before } = await read();
  await switchExtension(false);
  await outlives(page, before);
  const started = chromium.context.waitForEvent('serviceworker');
  await switchExtension(true);
  await started;
  await page.bringToFront();
  await openInTab(chromium, page);
  await page.getByRole('button', { name: /^Save/ }).first().waitFor();
});
