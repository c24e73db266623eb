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
    return hasFocusIn(page, 'a.reference');
  });
  await note.getByText('Both times he was ill.').waitFor();
  expect(await reference.getAttribute('aria-describedby')).toBe(await note.getAttribute('id'));
  await page.keyboard.press('Enter');
  await until('the focus is in the note', () => hasFocusIn(page, '.note-popover'));
  await page.keyboard.press('Escape');
  await until('the note is closed', async () => (await note.count()) === 0);
  expect(await hasFocusIn(page, 'a.reference')).toBe(true);

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
  await until('the way back has the reference in view, and in focus', () => hasFocusIn(page, 'a.reference, sup'));
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
