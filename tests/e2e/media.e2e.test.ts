import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chromium } from './harness';
import { hasFocusIn, readMedia, startWithMedia } from './media-story';
import { until, waitForReader } from './reader-dom';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startWithMedia();
});
afterAll(() => chromium.close());

const open = (path?: string) => readMedia(chromium, path);

/** What has the focus, within the reader. */
const focused = (page: Page) =>
  page.locator('.reader').evaluate((view) => {
    const { activeElement } = view.getRootNode() as ShadowRoot;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });

test('a picture is seen by itself, with its caption; keys go on, enlarge and close it, and nothing but it', async () => {
  const page = await open();
  const size = await page.locator('.reader').getAttribute('style');
  const first = page.getByRole('button', { name: 'Enlarge the picture: The lighthouse at dusk' });
  await first.focus();
  await page.keyboard.press('Enter');
  const view = page.getByRole('dialog', { name: 'Picture' });
  await view.waitFor();
  expect(await view.locator('.picture-caption').textContent()).toContain('The lighthouse, seen from the ferry.');
  expect(await view.locator('.picture-caption small').textContent()).toBe('Photograph: Ada Reed');

  await page.keyboard.press('ArrowRight');
  await view.getByText('A page of the book.').waitFor();
  const image = view.locator('img');
  await until('the large file takes the small one’s place', async () => (await image.getAttribute('src'))?.endsWith('/two-large.png'));
  const width = () => image.evaluate((element) => element.getBoundingClientRect().width);
  const whole = await image.evaluate((element) => {
    const [box, stage] = [element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect()];
    return box.height <= (stage?.height ?? 0) + 1 && box.width <= (stage?.width ?? 0) + 1;
  });
  expect(whole).toBe(true);
  const fitting = await width();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(2 * fitting, 0);
  const stage = view.locator('.picture-stage');
  const top = () => stage.evaluate((element) => element.scrollTop);
  const middle = await top();
  expect(middle).toBeGreaterThan(0); // what was in the middle still is
  await page.keyboard.press('ArrowDown');
  await expect.poll(top).toBeGreaterThan(middle);
  const box = await stage.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  await page.mouse.down();
  const before = await top();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 400, { steps: 4 });
  await page.mouse.up();
  await expect.poll(top).toBeLessThan(before);

  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab');
    expect((await hasFocusIn(page, '.picture-view')) || (await focused(page)) === '').toBe(true); // '' is the browser's own bar
  }
  await page.keyboard.press('Escape');
  await until('the view is closed', async () => (await view.count()) === 0);
  await expect.poll(() => focused(page)).toBe('Enlarge the picture: The lighthouse at dusk');
  expect(await page.locator('.reader').getAttribute('style')).toBe(size); // its keys were not the reader's
  await page.close();
});

test('a picture’s place is kept before it comes; what it shows stands in words where it does not', async () => {
  const page = await chromium.newPage();
  let send: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route('**/one.svg', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('http://news.test/ships', { waitUntil: 'domcontentloaded' });
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  const place = () => page.locator('button.picture').first().boundingBox();
  const before = await place();
  expect((before?.width ?? 0) / (before?.height ?? 1)).toBeCloseTo(2, 1);
  send();
  await until('it is there', () =>
    page
      .locator('button.picture img')
      .first()
      .evaluate((image: HTMLImageElement) => image.complete),
  );
  expect(await place()).toEqual(before);
  await page.locator('.reader').getByText('He went up twice a day.').scrollIntoViewIfNeeded();
  await page.locator('.missing-picture', { hasText: 'The keeper on the stairs' }).waitFor();
  await page.close();
});

test('pictures are hidden by a key, and stay hidden until they are wanted', async () => {
  const kept = (pictures: boolean) =>
    until('it is remembered', async () => {
      const settings = (await chromium.storage('sync'))['reader-settings:1'] as { pictures?: boolean } | undefined;
      return settings?.pictures === pictures;
    });
  const page = await open();
  const picture = page.locator('button.picture').first();
  await page.keyboard.press('i');
  await picture.waitFor({ state: 'hidden' });
  await page.getByText('Pictures are hidden.').waitFor();
  await kept(false);
  await page.close();
  const again = await open();
  await again.locator('button.picture').first().waitFor({ state: 'hidden' });
  await again.getByRole('button', { name: 'Hide pictures' }).click();
  await again.locator('button.picture').first().waitFor({ state: 'visible' });
  await kept(true);
  await again.close();
});

test.each([
  ['/ships', 'left to right', 1],
  ['/sufun', 'right to left', -1],
])('%s, %s: a wide table scrolls inside itself and keeps its heads', async (path, _direction, sign) => {
  const page = await open(path);
  const frame = page.getByRole('region', { name: 'Ships by month and flag' });
  await frame.scrollIntoViewIfNeeded();
  expect(await frame.getAttribute('data-more')).toBe('end');
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  if (sign < 0) await page.keyboard.press('ArrowLeft');
  if (sign < 0) await page.keyboard.press('ArrowLeft');
  await until('the keyboard scrolls it', () => frame.evaluate((element) => element.scrollLeft !== 0));
  await frame.evaluate((element, way) => element.scrollTo({ left: way * 300, top: 400 }), sign);
  await until('it says that it goes on both ways', async () => (await frame.getAttribute('data-more')) === 'start end');
  const gaps = await frame.evaluate((element, way) => {
    const box = element.getBoundingClientRect();
    const start = (at: Element | null | undefined) => at?.getBoundingClientRect();
    const [head, row] = [start(element.querySelector('thead th:nth-child(5)')), start(element.querySelector('tbody tr:nth-child(12) th'))];
    return [(head?.top ?? 0) - box.top, way > 0 ? (row?.left ?? 0) - box.left : box.right - (row?.right ?? 0)];
  }, sign);
  for (const gap of gaps) expect(Math.abs(gap)).toBeLessThan(2);
  expect(await page.locator('.scroller').evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await page.close();
});
