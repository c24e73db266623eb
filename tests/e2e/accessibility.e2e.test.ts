import { afterAll, beforeAll, expect, test } from 'vitest';
import { inReader, violations } from './axe';
import type { Chromium } from './harness';
import { serveMediaStory } from './media-story';
import { waitForReader } from './reader-dom';
import { startWellFilled } from './well-filled';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

const themes = ['light', 'sepia', 'dark', 'black', 'contrast'] as const;
const panels = ['Text and colours', 'Keyboard shortcuts', 'More', 'What was left out', 'Correct a block'] as const;
/** Of those that stand behind another, or have no button. */
const keysOf: Partial<Record<(typeof panels)[number], string>> = {
  'Keyboard shortcuts': '?',
  'What was left out': 'o',
  'Correct a block': 'x',
};
let chromium: Chromium;
let savedId: string;

beforeAll(async () => {
  ({ chromium, savedId } = await startWellFilled());
  serveMediaStory(chromium.serve);
});
afterAll(() => chromium.close());

const setTheme = async (theme: (typeof themes)[number]) =>
  (await chromium.worker()).evaluate((value) => chrome.storage.sync.set({ 'reader-settings:1': value }), {
    theme,
    textSize: 20,
    textWidth: 65,
    font: 'serif',
  });

test.each(themes)('%s: the library, a saved article and the options', async (theme) => {
  await setTheme(theme);
  for (const [file, ready] of [
    ['library.html', 'h1'],
    [`library.html?id=${savedId}`, 'article h1'],
    ['options.html', 'h1'],
  ] as const) {
    const page = await chromium.openExtensionPage(file);
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
    await page.locator(ready).first().waitFor();
    expect(await violations(page), file).toEqual([]);
    await page.close();
  }
});

test.each(themes)('%s: the popup', async (theme) => {
  await setTheme(theme);
  const page = await chromium.newPage('http://news.test/');
  const popup = await chromium.openPopup(page);
  await popup.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await popup.getByRole('button', { name: 'Read this page anyway' }).waitFor();
  expect(await violations(popup)).toEqual([]);
  await page.close();
});

test.each(themes)('%s: the reader, with its panel, in both directions', async (theme) => {
  await setTheme(theme);
  for (const path of ['/set', '/rtl']) {
    const page = await chromium.newPage(`http://news.test${path}`);
    await chromium.runCommand('toggle-reader', page);
    await waitForReader(page);
    expect(await violations(page, inReader), path).toEqual([]);
    for (const panel of panels) {
      const key = keysOf[panel];
      if (key) await page.keyboard.press(key);
      else await page.getByRole('button', { name: panel }).click();
      await page.getByRole('dialog', { name: panel }).waitFor();
      expect(await violations(page, inReader), `${path}, ${panel}`).toEqual([]);
    }
    await page.close();
  }
});

test.each(themes)('%s: tables, code, a note and a picture by itself, in both directions', async (theme) => {
  await setTheme(theme);
  for (const path of ['/ships', '/sufun']) {
    const page = await chromium.newPage(`http://news.test${path}`);
    await chromium.runCommand('toggle-reader', page);
    await waitForReader(page);
    await page.locator('.code-keyword').first().waitFor();
    await page.locator('a.reference').first().click();
    await page.getByRole('dialog', { name: 'Note' }).waitFor();
    expect(await violations(page, inReader), path).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('button.picture').first().click();
    await page.getByRole('dialog', { name: 'Picture' }).waitFor();
    expect(await violations(page, inReader), `${path}, picture`).toEqual([]);
    await page.close();
  }
});
