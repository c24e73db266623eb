import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chromium } from './harness';
import { waitForReader } from './reader-dom';
import { startWellFilled } from './well-filled';

declare const chrome: typeof import('wxt/browser').browser;

/*
 * What the main states look like, as `tests/snapshots/` has it: boxes and colours as the browser computed them, not pixels, which differ with
 * each version of a browser and each machine's fonts. Boxes are told only of what the style sheets place, and in steps of 8 pixels.
 * After a change that is meant: `npx vitest run --config=tests/vitest.config.ts tests/e2e/appearance -u`, and look at the difference.
 */

let chromium: Chromium;
beforeAll(async () => {
  ({ chromium } = await startWellFilled());
});
afterAll(() => chromium.close());

const readerParts = ['.reader', '.bar', '.outline', '.article', '.head h1', '.kicker', '.facts', '.text', '.text p', '.text h2', '.text a'];
const panelParts = ['.panel:not([hidden])', '.panel:not([hidden]) h2', '.outline details[open]'];

/** One line for each part that shows: where it stands, and how it is drawn. */
const drawn = (page: Page, parts: readonly string[]) =>
  page.evaluate((parts) => {
    const root = document.documentElement.lastElementChild?.shadowRoot ?? document;
    const step = (pixels: number) => Math.round(pixels / 8) * 8;
    return parts
      .flatMap((part) => {
        const element = [...root.querySelectorAll(part)].find((one) => one.checkVisibility({ visibilityProperty: true }));
        if (!element) return [`${part}: not shown`];
        const { left, width } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const around = element.parentElement && getComputedStyle(element.parentElement);
        const isAsWideAsItsWords = style.display.startsWith('inline') || (around?.display.endsWith('flex') && style.flexGrow === '0');
        // In a page our families have another name each time.
        const face = style.fontFamily
          .split(',')[0]
          ?.replaceAll('"', '')
          .replace(/^F[0-9a-z]{6,}(?= \w+$)/, 'Clean Copy');
        return [
          isAsWideAsItsWords ? part : `${part}: from ${step(left)}, ${step(width)} wide`,
          `  ${style.color} on ${style.backgroundColor}`,
          `  ${face} ${Math.round(Number.parseFloat(style.fontSize) * 10) / 10}px ${style.fontWeight} ${style.textAlign}`,
        ];
      })
      .join('\n');
  }, parts);
const snapshot = (name: string) => `../snapshots/${name}.txt`;

async function openReader(path: string, settings: Record<string, unknown>, width = 1280): Promise<Page> {
  await (await chromium.worker()).evaluate((value) => chrome.storage.sync.set({ 'reader-settings:1': value }), settings);
  const page = await chromium.newPage(`http://news.test${path}`);
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  return page;
}

test.each(['light', 'sepia', 'dark', 'black', 'contrast'])('the reader, %s', async (theme) => {
  const page = await openReader('/set', { theme });
  await expect(await drawn(page, readerParts)).toMatchFileSnapshot(snapshot(`reader-${theme}`));
  await page.close();
});

test.each([
  ['settings', 'a', 'Text and colours'],
  ['left-out', 'o', 'What was left out'],
  ['keys', '?', 'Keyboard shortcuts'],
])('the reader with a panel: %s', async (name, key, label) => {
  const page = await openReader('/set', { theme: 'light' });
  await page.keyboard.press(key);
  await page.getByRole('dialog', { name: label }).waitFor();
  await expect(await drawn(page, [...panelParts, '.article'])).toMatchFileSnapshot(snapshot(`panel-${name}`));
  await page.close();
});

test('the reader in a narrow window, with its outline unfolded', async () => {
  const page = await openReader('/set', { theme: 'light' }, 360);
  await page.keyboard.press('g');
  await page.locator('.outline details[open]').waitFor();
  await expect(await drawn(page, [...readerParts, ...panelParts])).toMatchFileSnapshot(snapshot('reader-narrow'));
  await page.close();
});

test('the reader from right to left', async () => {
  const page = await openReader('/rtl', { theme: 'light' });
  await expect(await drawn(page, readerParts)).toMatchFileSnapshot(snapshot('reader-rtl'));
  await page.close();
});

test.each(['light', 'dark'] as const)('popup and library, %s', async (theme) => {
  await (await chromium.worker()).evaluate((theme) => chrome.storage.sync.set({ 'reader-settings:1': { theme } }), theme);
  const library = await chromium.openExtensionPage('library.html');
  await library.setViewportSize({ width: 1280, height: 800 });
  await library.locator('.row-title').first().waitFor();
  const listed = await drawn(library, ['body', 'h1', '.view-bar', '.view-bar a', 'main', '.library-search', '.article-list', '.row-title']);
  await expect(listed).toMatchFileSnapshot(snapshot(`library-${theme}`));
  await library.close();

  const page = await chromium.newPage('http://news.test/');
  const popup = await chromium.openPopup(page);
  await popup.getByRole('button', { name: 'Read this page anyway' }).waitFor();
  await expect(await drawn(popup, ['body', 'button', 'input'])).toMatchFileSnapshot(snapshot(`popup-${theme}`));
  await page.close();
});
