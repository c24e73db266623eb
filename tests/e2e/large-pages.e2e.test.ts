import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { openInTab } from './open-in-tab';

/** So many paragraphs under as many headings, and much besides them that is no article. */
const sections = 600;
const sentence = 'The ferry crossed the harbour at noon, past the moored boats and the long grey wall, and nobody on the quay looked up.';
const story = Array.from(
  { length: sections },
  (_, at) =>
    `<h2>Day ${at + 1} on the quay</h2><p>${sentence} It was day ${at + 1} of the crossing, and the wind came from the west again.</p>`,
).join('');
const large = `<!doctype html><html lang="en"><title>The ferry</title><body><article><h1>The ferry</h1>${story}</article>
<footer>${'<div><span>a b</span></div>'.repeat(50_000)}</footer></body></html>`;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve('news.test', '/2026/11/ferry', large);
});
afterAll(() => chromium.close());

/** A large page in a slow browser: on a fast one it might be read before anyone could stop that. */
async function openPage(): Promise<Page> {
  const page = await chromium.newPage('http://news.test/2026/11/ferry');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return page;
}
const notice = (page: Page) => page.locator('dialog.stage-message');
const lookOf = (page: Page) =>
  page.evaluate(() => [document.documentElement.outerHTML.length, document.activeElement?.localName, scrollY].join());

test('tells that it reads, and stops when it is asked to: the page is as before', async () => {
  const page = await openPage();
  await page.evaluate(() => scrollTo(0, 500));
  const before = await lookOf(page);
  for (const stop of [() => page.keyboard.press('Escape'), () => notice(page).getByRole('button', { name: 'Stop' }).click()]) {
    const outcome = openInTab(chromium, page);
    await notice(page).waitFor();
    expect(await notice(page).getAttribute('aria-label')).toBe('Reading a large page');
    expect(
      await notice(page)
        .getByRole('button', { name: 'Stop' })
        .evaluate((button) => button.matches(':focus')),
    ).toBe(true);
    await stop();
    expect(await outcome).toEqual({ ok: false, reason: 'stopped' });
    await notice(page).waitFor({ state: 'detached' });
    expect(await lookOf(page)).toBe(before);
  }
  await page.close();
});

test('the article is whole in the end, whatever becomes of the page meanwhile', async () => {
  const page = await openPage();
  const outcome = openInTab(chromium, page);
  const again = openInTab(chromium, page); // waits for the same
  await notice(page).waitFor();
  await page.evaluate(() => document.body.replaceChildren('Gone.'));
  expect(await outcome).toEqual({ ok: true, value: null });
  expect(await again).toEqual({ ok: true, value: null });
  expect(await notice(page).count()).toBe(0);
  await page.locator('.text[aria-busy="false"]').waitFor({ timeout: 60_000 });
  const found = await page.locator('.text').evaluate((text) => ({
    headings: [...text.querySelectorAll('h2')].map((heading) => heading.textContent),
    paragraphs: text.querySelectorAll('p').length,
    last: text.lastElementChild?.textContent,
  }));
  expect(found.headings).toEqual(Array.from({ length: sections }, (_, at) => `Day ${at + 1} on the quay`));
  expect(found.paragraphs).toBe(sections);
  expect(found.last).toContain(`day ${sections} of the crossing`);
  await page.close();
});

test('nobody waits for what nobody asked for', async () => {
  const page = await openPage();
  const before = await lookOf(page);
  expect(await openInTab(chromium, page, 'automatic')).toEqual({ ok: false, reason: 'too-large' });
  expect(await lookOf(page)).toBe(before);
  await page.close();
});
