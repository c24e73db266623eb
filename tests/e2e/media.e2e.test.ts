import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { mediaStory, serveMediaStory } from './media-story';
import { until, waitForReader } from './reader-dom';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  serveMediaStory(chromium.serve);
  chromium.serve('news.test', '/ships-and-field', mediaStory().replace('<nav>', '<nav><textarea></textarea>'));
});
afterAll(() => chromium.close());

async function open(path = '/ships'): Promise<Page> {
  const page = await chromium.newPage(`http://news.test${path}`);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  return page;
}

/** What has the focus, within the reader. */
const focused = (page: Page) =>
  page.locator('.reader').evaluate((view) => {
    const { activeElement } = view.getRootNode() as ShadowRoot;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });
const isIn = (page: Page, selector: string) =>
  page.locator('.reader').evaluate((view, wanted) => Boolean((view.getRootNode() as ShadowRoot).activeElement?.closest(wanted)), selector);

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
    expect((await isIn(page, '.picture-view')) || (await focused(page)) === '').toBe(true); // '' is the browser's own bar
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

test('code is coloured without a change to it, wraps when asked, and is copied', async () => {
  const page = await open('/ships-and-field');
  const code = page.locator('.reader pre > code').first();
  await code.locator('.code-keyword', { hasText: 'const' }).first().waitFor();
  const text = (await code.textContent()) ?? '';
  expect(text).toMatch(/^\/\/ Counts ships by flag[^\n]*\nconst ships = new Map\(\);\nfor \(const/);
  expect(await page.locator('.reader pre > code').nth(1).locator('span').count()).toBe(0);
  const isWide = () => code.evaluate((element) => (element.parentElement?.scrollWidth ?? 0) > (element.parentElement?.clientWidth ?? 0));
  expect(await isWide()).toBe(true);
  await page.getByRole('button', { name: 'Wrap lines' }).first().click();
  await expect.poll(isWide).toBe(false);
  await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  await page.keyboard.press('Escape');
  await until('the reader is closed', async () => (await page.locator('.reader').count()) === 0);
  await page.locator('textarea').focus();
  await page.keyboard.press('Control+V');
  expect(await page.locator('textarea').inputValue()).toBe(text);
  await page.close();
});

test('a note shows on hover, focus and click; Esc closes it alone; its links lead there and back', async () => {
  const page = await open();
  const reference = page.locator('a.reference').first();
  const note = page.getByRole('dialog', { name: 'Note' });
  await reference.hover();
  await note.getByText('Both times he was ill.').waitFor();
  expect(await note.locator('.note-words').textContent()).not.toContain('↩');
  await page.mouse.move(700, 700);
  await until('it goes with the pointer', async () => (await note.count()) === 0);

  await page.locator('.scroller').focus();
  await until('the reference has the focus', async () => {
    await page.keyboard.press('Tab');
    return isIn(page, 'a.reference');
  });
  await note.getByText('Both times he was ill.').waitFor();
  expect(await reference.getAttribute('aria-describedby')).toBe(await note.getAttribute('id'));
  await page.keyboard.press('Enter');
  await until('the focus is in the note', () => isIn(page, '.note-popover'));
  await page.keyboard.press('Escape');
  await until('the note is closed', async () => (await note.count()) === 0);
  expect(await isIn(page, 'a.reference')).toBe(true);

  await page.locator('a.reference').nth(1).click();
  await note.getByRole('link', { name: 'the museum' }).waitFor();
  await note.getByRole('button', { name: 'Go to the note' }).click();
  await until('the note itself is in view', () =>
    page
      .locator('.text ol li')
      .nth(1)
      .evaluate((item) => {
        const { top, bottom } = item.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      }),
  );
  await page.locator('[role="doc-backlink"][aria-label="Back to the text"]').nth(1).click();
  await until('the way back has the reference in view, and in focus', () => isIn(page, 'a.reference, sup'));
  expect(page.url()).toBe('http://news.test/ships');
  await page.close();
});

test('what was embedded is a card that names what it would contact; nothing is asked of it', async () => {
  const page = await chromium.newPage();
  const asked: string[] = [];
  await page.goto('http://news.test/ships', { waitUntil: 'domcontentloaded' });
  page.on('request', (request) => asked.push(request.url()));
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  const card = page.getByRole('link', { name: 'The last lamp is lit' });
  await card.scrollIntoViewIfNeeded();
  expect(await card.textContent()).toContain('youtube.com');
  expect([await card.getAttribute('href'), await card.getAttribute('target'), await card.getAttribute('rel')]).toEqual([
    'https://www.youtube.com/watch?v=abcdef12345',
    '_blank',
    'noopener noreferrer',
  ]);
  expect(await page.locator('.reader iframe').count()).toBe(0);
  expect(asked.filter((url) => url.includes('youtube'))).toEqual([]);
  await page.close();
});

test('a long formula scrolls inside itself', async () => {
  const page = await open();
  const formula = page.getByRole('region', { name: 'Formula' });
  await formula.scrollIntoViewIfNeeded();
  expect(await formula.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  await page.close();
});

test('a saved article has its notes, its colours and its cards, too', async () => {
  const page = await open();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  const id = Object.keys(await chromium.storage())
    .find((key) => key.startsWith('meta:'))
    ?.slice(5);
  await page.close();
  const saved = await chromium.openExtensionPage(`library.html?id=${id}`);
  await saved.locator('.code-keyword').first().waitFor();
  await saved.getByText('The lighthouse at dusk').waitFor();
  await saved.locator('a.reference').first().click();
  await saved.getByRole('dialog', { name: 'Note' }).getByText('Both times he was ill.').waitFor();
  await saved.keyboard.press('Escape');
  await saved.getByRole('link', { name: 'The last lamp is lit' }).waitFor();
  expect(saved.url()).toContain(`id=${id}`);
  await saved.close();
});
