import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inReader, violations } from './axe';
import type { Chromium } from './harness';
import { misfits } from './misfits';
import { until, waitForReader } from './reader-dom';
import { startWellFilled } from './well-filled';

let chromium: Chromium;
let savedId: string;
beforeAll(async () => {
  ({ chromium, savedId } = await startWellFilled());
});
afterAll(() => chromium.close());

type Preferences = Parameters<Page['emulateMedia']>[0];
const panels = ['Text and colours', 'Keyboard shortcuts', 'What was left out', 'Correct a block'] as const;
const keyOf = { 'Text and colours': 'a', 'Keyboard shortcuts': '?', 'What was left out': 'o', 'Correct a block': 'x' } as const;

async function openReader(path: string, preferences: Preferences): Promise<Page> {
  const page = await chromium.newPage(`http://news.test${path}`);
  await page.emulateMedia(preferences);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  return page;
}
async function openPanel(page: Page, name: (typeof panels)[number]): Promise<void> {
  await page.keyboard.press(keyOf[name]);
  await page.getByRole('dialog', { name }).waitFor();
}
const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe.each([
  ['more contrast', { contrast: 'more' }],
  ['the system’s own colours', { forcedColors: 'active' }],
  ['the system’s own colours, dark', { forcedColors: 'active', colorScheme: 'dark' }],
] satisfies [string, Preferences][])('%s', (_name, preferences) => {
  test.each(['/set', '/rtl'])('axe finds nothing in the reader and its panels: %s', async (path) => {
    const page = await openReader(path, preferences);
    expect(await violations(page, inReader), path).toEqual([]);
    for (const panel of panels) {
      await openPanel(page, panel);
      expect(await violations(page, inReader), `${path}, ${panel}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.close();
  });

  test('nor in the popup', async () => {
    const page = await chromium.newPage('http://news.test/');
    const popup = await chromium.openPopup(page);
    await popup.emulateMedia(preferences);
    await popup.getByRole('button', { name: 'Read this page anyway' }).waitFor();
    expect(await violations(popup)).toEqual([]);
    await page.close();
  });

  test('nor in the library, a saved article and the options', async () => {
    for (const [file, ready] of [
      ['library.html', 'h1'],
      [`library.html?id=${savedId}`, 'article h1'],
      ['options.html', 'h1'],
    ] as const) {
      const page = await chromium.openExtensionPage(file);
      await page.emulateMedia(preferences);
      await page.locator(ready).first().waitFor();
      expect(await violations(page), file).toEqual([]);
      await page.close();
    }
  });
});

test('who wants more contrast gets it: no soft ink, and edges that are seen', async () => {
  const page = await openReader('/set', { contrast: 'no-preference' });
  const ink = await styleOf(page, '.article', 'color');
  expect(await styleOf(page, '.facts', 'color')).not.toBe(ink);
  await page.emulateMedia({ contrast: 'more' });
  await until('the soft ink is gone', async () => (await styleOf(page, '.facts', 'color')) === ink);
  await page.close();
});

test('in the system’s own colours what can be pressed, chosen or is on is told by more than a background', async () => {
  const page = await openReader('/set', { forcedColors: 'active' });
  expect(await styleOf(page, '.bar .icon-button', 'border-top-style')).toBe('solid');
  await openPanel(page, 'Text and colours');
  const control = page.getByRole('dialog', { name: 'Text and colours' }).getByRole('switch').first();
  const track = () => control.locator('.switch-track').evaluate((element) => getComputedStyle(element).backgroundColor);
  const off = await track();
  await control.click();
  await until('the switch looks another', async () => (await track()) !== off);
  const ring = (state: string) => styleOf(page, `.choices input${state} + *`, 'outline-color');
  expect(await ring(':checked')).not.toBe(await ring(':not(:checked)'));
  await page.close();
});

test('with reduced motion nothing glides: neither panels nor jumps', async () => {
  const page = await openReader('/set', { reducedMotion: 'reduce' });
  await openPanel(page, 'Text and colours');
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0) > 0).length,
    );
  expect(await moving()).toBe(0);
  await page.keyboard.press('Escape');
  const places = page.locator('.scroller').evaluate(
    (scroller) =>
      new Promise<number[]>((settle) => {
        const seen: number[] = [];
        const look = () => {
          if (scroller.scrollTop > 0) seen.push(Math.round(scroller.scrollTop));
          if (seen.length < 20) requestAnimationFrame(look);
          else settle(seen);
        };
        look();
      }),
  );
  await page.keyboard.press('j');
  expect(new Set(await places).size).toBe(1);
  await page.close();
});

/** 1280 by 1024 pixels at 400%. */
const zoomed = { width: 320, height: 256 };

test.each(['/set', '/rtl'])('at 400%% nothing sticks out, all is in reach, and axe finds nothing: %s', async (path) => {
  const page = await chromium.newPage(`http://news.test${path}`);
  await page.setViewportSize(zoomed);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  expect(await page.evaluate(misfits)).toEqual([]);
  expect(await violations(page, inReader)).toEqual([]);
  for (const panel of panels) {
    await openPanel(page, panel);
    expect(await page.evaluate(misfits), panel).toEqual([]);
    expect(await violations(page, inReader), panel).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.close();
});

test('nor in the library, a saved article and the options at 320 pixels', async () => {
  for (const file of ['library.html', `library.html?id=${savedId}`, 'options.html']) {
    const page = await chromium.openExtensionPage(file);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator('h1').first().waitFor();
    expect(await page.evaluate(misfits), file).toEqual([]);
    expect(await violations(page), file).toEqual([]);
    await page.close();
  }
});
