import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './harness-firefox';
import { serveMediaStory } from './media-story';
import { until } from './reader-dom';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox({ hosts: ['news.test'] });
  serveMediaStory(firefox.serve);
});
afterAll(() => firefox.close());

async function openReader(path: string): Promise<Page> {
  const page = await firefox.newPage(firefox.url('news.test', path));
  expect(await firefox.send('ui-bg:open-reader', { tabId: await firefox.tabId(page), anyway: false })).toMatchObject({ ok: true });
  await page.bringToFront();
  await until('the text stands to its end', () =>
    page.evaluate(() => Boolean(document.documentElement.lastElementChild?.shadowRoot?.querySelector('.text[aria-busy="false"]'))),
  );
  return page;
}
/** What an element of the reader says of itself; undefined where there is none. The build made for tests has an open root. */
const look = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const element = document.documentElement.lastElementChild?.shadowRoot?.querySelector<HTMLElement>(wanted);
    return element?.checkVisibility() ? `${element.getAttribute('aria-label') ?? ''} ${element.innerText ?? ''}`.trim() : undefined;
  }, selector);
const focused = (page: Page) =>
  page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot?.activeElement?.textContent?.trim() ?? '');
const press = (page: Page, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key as never)), Promise.resolve());
const shows = (page: Page, selector: string) => until(`${selector} shows`, () => look(page, selector));
const isGone = (page: Page, selector: string) => until(`${selector} is gone`, async () => (await look(page, selector)) === undefined);

test('outline, settings, what was left out, and the sheet of keys, by the keyboard alone', async () => {
  const page = await openReader('/ships');
  await press(page, 'a');
  await shows(page, '#panel-looks');
  await press(page, 'Escape');
  await isGone(page, '#panel-looks');
  await press(page, 't');
  await until('the theme is another', () =>
    page.evaluate(
      () => document.documentElement.lastElementChild?.shadowRoot?.querySelector('.reader')?.getAttribute('data-theme') !== 'system',
    ),
  );
  await press(page, 'o');
  expect(await shows(page, '#panel-left-out')).toMatch(/^What was left out/);
  await press(page, 'Escape');
  await isGone(page, '#panel-left-out');
  await press(page, '?');
  await shows(page, '#panel-keys');
  await press(page, 'Escape');
  await isGone(page, '#panel-keys');
  await press(page, 'g', 'ArrowDown');
  const section = await focused(page);
  await press(page, 'Enter');
  await until('the heading has the focus', async () => (await focused(page)) === section);
  await page.close();
});

test('a picture by itself and a note in place; Esc closes each, and not the reader', async () => {
  const page = await openReader('/ships');
  await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot?.querySelector<HTMLElement>('button.picture')?.focus());
  await press(page, 'Enter');
  await shows(page, '.picture-view');
  await press(page, 'ArrowRight', 'Escape');
  await isGone(page, '.picture-view');
  await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot?.querySelector<HTMLElement>('a.reference')?.focus());
  await press(page, 'Enter');
  await shows(page, '[role="dialog"][aria-label="Note"]');
  await press(page, 'Escape');
  await isGone(page, '[role="dialog"][aria-label="Note"]');
  expect(await look(page, '.head h1')).toBeTruthy();
  await page.close();
});

test('where there is no voice it says so', async () => {
  const page = await openReader('/ships');
  await press(page, 'r');
  await until('the bar says what is missing', async () => (await look(page, '.listen-problem'))?.includes('No voice'));
  await press(page, 'Escape');
  await isGone(page, '.listen-bar');
  await page.close();
});
