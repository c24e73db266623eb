import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentWorld } from './content-world';
import { type FakeVoice, installFakeVoices } from './fake-voice';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { savedLibrary } from './seed-library';

declare const chrome: typeof import('wxt/browser').browser;

const title = 'How a river town learned to live with its floods';
const voices: FakeVoice[] = [
  { name: 'Ann', lang: 'en-GB' },
  { name: 'Bob', lang: 'en-GB' },
  { name: 'Cloud', lang: 'en-US', online: true },
  { name: 'Amira', lang: 'ar' },
];

let chromium: Chromium;
let savedId: string;
beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve('news.test', '/a', fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8'));
  chromium.serve('news.test', '/rtl', fs.readFileSync('tests/fixtures/right-to-left/page.html', 'utf8'));
  const { items, ids } = savedLibrary(3);
  savedId = ids[0] ?? '';
  await (await chromium.worker()).evaluate((all) => chrome.storage.local.set(all), items);
});
afterAll(() => chromium.close());

/** What was said since the last look, and what is being said. */
interface Heard {
  said: { text: string; rate: number; voice: string | undefined }[];
  now: string | null;
}

/** A page with the reader over it, and these voices where its content script looks for the browser's. */
async function openReader(path: string, offered: readonly FakeVoice[] = voices) {
  const page = await chromium.newPage(`http://news.test${path}`);
  const run = await contentWorld(chromium, page);
  await run(`(${installFakeVoices})(${JSON.stringify(offered)})`);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  const heard = () => run<Heard>('({ said: fakeSpeech.said.splice(0), now: fakeSpeech.now() })');
  return { page, end: () => run('fakeSpeech.end()'), heard, now: async () => (await heard()).now };
}

const bar = (page: Page) => page.getByRole('complementary', { name: 'Read aloud' });

/** The words under the mark, and where it stands in the view. */
const marked = (page: Page) =>
  page.locator('.reader').evaluate((view) => {
    const boxes = [...view.querySelectorAll('.spoken span')].map((span) => span.getBoundingClientRect());
    const first = boxes[0];
    return first && { lines: boxes.length, top: first.top, left: first.left, width: first.width, viewHeight: view.clientHeight };
  });

test('reads from the title on, marks what it says, and obeys the keys', async () => {
  const { page, end, heard, now } = await openReader('/a');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('r');
  await expect.poll(now).toBe(title);
  const heading = await page.locator('.head h1').boundingBox();
  const mark = await until('the title is marked', () => marked(page));
  expect(Math.abs(mark.top - (heading?.y ?? 0))).toBeLessThan(20);
  await end();
  expect(await heard()).toEqual({
    said: [{ text: 'The water came on a Tuesday, as it nearly always had, just after the schools let out.', rate: 1, voice: 'Ann' }],
    now: 'The water came on a Tuesday, as it nearly always had, just after the schools let out.',
  });
  for (const [key, begins] of [
    ['.', 'By six in the evening'],
    [',', 'The water came'],
    ['d', 'Nobody in Lower Aldbrook'],
    ['u', 'The water came'],
    ['j', 'Two hundred years of walls'],
    ['k', title],
    ['MediaTrackNext', 'The water came'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await now(), key).toMatch(new RegExp(`^${begins}`));
  }
  await page.keyboard.press('>');
  await page.getByText('Speed: 1.1×').first().waitFor();
  expect((await heard()).said).toMatchObject([{ rate: 1.1 }]);
  await page.keyboard.press('r');
  expect(await now()).toBeNull();
  await bar(page).getByRole('button', { name: 'Go on reading' }).click();
  expect(await now()).toMatch(/^The water came/);

  await page.keyboard.press('Escape');
  expect(await now()).toBeNull();
  await bar(page).waitFor({ state: 'detached' });
  expect(await marked(page)).toBeUndefined();
  await page.keyboard.press('r');
  await expect.poll(now).not.toBeNull();
  let at = 300;
  await until('the controls are back: they step back while the text moves', async () => {
    await page.mouse.move(at++, 300);
    return (await page.locator('.reader').getAttribute('data-quiet')) === 'false';
  });
  await page.getByRole('button', { name: 'Close the reader' }).click();
  await waitForNoReader(page);
  expect(await now()).toBeNull();
});

test('the text follows what is said, but not against the hand; a click and a key begin elsewhere', async () => {
  const { page, end, now } = await openReader('/a');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scrolled = () => page.locator('.scroller').evaluate((element) => element.scrollTop);
  await page.keyboard.press('r');
  await expect.poll(now).toBe(title);
  for (let sections = 0; sections < 4; sections++) await page.keyboard.press('j');
  expect(await now()).toBe('Giving it back');
  const { top, viewHeight } = await until('the mark is in view', () => marked(page));
  expect(top).toBeGreaterThan(60);
  expect(top).toBeLessThan(viewHeight / 2);
  await until(
    'the section is marked in the outline',
    async () => (await page.locator('[aria-current]').textContent()) === 'Giving it back',
  );

  await page.mouse.move(600, 450);
  await page.mouse.wheel(0, -5000);
  await until('the text is at its beginning', async () => (await scrolled()) === 0);
  await end();
  expect(await now()).toMatch(/^The plan that replaced/);
  expect(await scrolled()).toBe(0);

  await page
    .locator('.text')
    .getByText('Nobody in Lower Aldbrook')
    .click({ position: { x: 40, y: 10 } });
  expect(await now()).toBe('Nobody in Lower Aldbrook calls it a flood any more.');
  await page.locator('.text').getByText('By noon half the town').scrollIntoViewIfNeeded();
  await page.mouse.move(600, 451);
  await page.keyboard.press('h');
  expect(await now()).toMatch(/^(?!Nobody)/);
  const here = await until('what is in view is marked', () => marked(page));
  expect(here.top).toBeGreaterThan(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0); // the page could reach the reader by them
});

test('the chosen voice and speed are kept, here and in the library; online voices say what they do', async () => {
  await (await chromium.worker()).evaluate(() => chrome.storage.sync.remove('listen-settings:1'));
  const { page, heard } = await openReader('/a');
  await page.keyboard.press('r');
  const choice = bar(page).getByRole('combobox', { name: 'Voice' });
  await choice.waitFor();
  expect(await choice.locator('optgroup').getAttribute('label')).toBe('Online voices (send the text to their maker)');
  expect(await choice.locator('option').allTextContents()).toEqual(['Ann', 'Bob', 'Cloud']);
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await heard()).said.at(-1)?.voice).toBe('Bob');
  await choice.evaluate((select: HTMLElement) => select.blur());
  await page.keyboard.press('>');
  await until('both are kept', async () => JSON.stringify((await chromium.storage('sync'))['listen-settings:1'])?.includes('"rate":1.1'));

  const library = await chromium.context.newPage();
  await library.addInitScript(installFakeVoices, voices);
  await library.goto(`chrome-extension://${chromium.extensionId}/library.html?id=${savedId}`);
  await library.locator('article h1').waitFor();
  await library.keyboard.press('r');
  await expect
    .poll(() => library.evaluate(() => fakeSpeech?.said.at(-1)))
    .toEqual({ text: 'Story 0 of the harbour', rate: 1.1, voice: 'Bob' });
  await library.keyboard.press('Escape');
  expect(await library.evaluate(() => fakeSpeech?.now())).toBeNull();
  await library.locator('article h1').waitFor();
});

test.each([
  ['no voice at all', [], 'No voice here speaks this article'],
  ['online voices only', [{ name: 'Cloud', lang: 'en-US', online: true }], 'send the text to their maker'],
])('%s: says so, and stays silent', async (_case, offered, words) => {
  const { page, heard } = await openReader('/a', offered);
  await page.keyboard.press('r');
  await bar(page).getByRole('status').getByText(words).waitFor();
  expect(await heard()).toEqual({ said: [], now: null });
  if (!offered.length) return;
  await bar(page).getByRole('combobox', { name: 'Voice' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await heard()).said.at(-1)?.voice).toBe('Cloud');
});

test.each(['/a', '/rtl'])('%s: axe finds nothing while it reads', async (path) => {
  const { page } = await openReader(path);
  await page.keyboard.press('r');
  await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
  const axe = new AxeBuilder({ page }).setLegacyMode().include({ fromShadowDom: ['html > div', 'dialog'] } as never);
  const found = await axe.disableRules('heading-order').analyze();
  expect(found.passes.length).toBeGreaterThan(5);
  expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
});
