import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForReader } from './reader-dom';
import { storyPage } from './stories';

let chromium: Chromium;
const box =
  '<aside class="fact-box newsletter"><p>Facts of the ferry: built in 1904, forty metres long, and painted anew each spring by its crew.</p></aside>';
const promo = '<p class="house-promo">Every Sunday our editors walk the harbour with readers, and there is always room for one more.</p>';

/** The story with a box that is left out, and a line of the house that is not. */
const page = (title: string) => storyPage(title).replace('<h2>', `${promo}<p class="crosshead-line">Under the painted sign</p>${box}<h2>`);

beforeAll(async () => {
  chromium = await startChromium();
  for (const name of ['One', 'Two', 'Three']) chromium.serve('site-a.test', `/news/${name}`, page(name));
});
afterAll(() => chromium.close());

async function read(name: string): Promise<Page> {
  const opened = await chromium.newPage(`http://site-a.test/news/${name}`);
  await chromium.chooseMenu('read-page', opened);
  await waitForReader(opened);
  return opened;
}

const text = async (opened: Page) => (await waitForReader(opened)).text;
const kept = async () => JSON.stringify((await chromium.storage())['corrections:site-a.test'] ?? null);

test('what was left out is listed with its reason, put back in its place, saved with it, and taken back', async () => {
  const opened = await read('One');
  expect(await text(opened)).not.toContain('Facts of the ferry');
  await opened.keyboard.press('o');
  const line = opened.locator('.left-out-block', { hasText: 'Facts of the ferry' });
  await line.getByText('Newsletter or sign-up box').waitFor();
  await line.getByRole('button', { name: 'Put back' }).click();
  await until('the box is back', async () => (await text(opened)).includes('Facts of the ferry'));
  const shown = await text(opened);
  expect(shown.indexOf('Facts of the ferry')).toBeLessThan(shown.indexOf('What the ferry carried'));
  expect(shown.indexOf('Facts of the ferry')).toBeGreaterThan(shown.indexOf('Every Sunday'));
  await line.getByRole('button', { name: 'Show in place' }).click();
  await opened.keyboard.press('s');
  await opened.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(JSON.stringify(await chromium.storage())).toContain('Facts of the ferry');
  await opened.keyboard.press('Control+z');
  await until('the box is gone again', async () => !(await text(opened)).includes('Facts of the ferry'));
});

test('“always keep” holds on other pages of the site, also where a page is saved without being opened', async () => {
  const opened = await read('One');
  await opened.keyboard.press('o');
  await opened.locator('.left-out-block', { hasText: 'Facts of the ferry' }).getByRole('button', { name: 'Always keep' }).click();
  await until('it is remembered', async () => (await kept()).includes('aside.fact-box.newsletter'));
  const other = await read('Two');
  await until('the box is there', async () => (await text(other)).includes('Facts of the ferry'));
  const third = await chromium.newPage('http://site-a.test/news/Three');
  await chromium.chooseMenu('save', third);
  await until('it is saved with the box', async () =>
    Object.entries(await chromium.storage()).some(
      ([key, value]) =>
        key.startsWith('body:') && JSON.stringify(value).includes('Three') && JSON.stringify(value).includes('Facts of the ferry'),
    ),
  );
  await other.keyboard.press('Control+z');
  await until('it is forgotten', async () => (await kept()) === 'null');
});

test('a block is pointed at with the mouse and left out on the whole site', async () => {
  const opened = await read('One');
  await opened.keyboard.press('x');
  await opened.locator('.text > p', { hasText: 'Every Sunday' }).click();
  await opened.getByRole('checkbox', { name: 'Always on this site' }).check();
  await opened.getByRole('button', { name: 'Leave this out' }).click();
  await until('it is gone', async () => !(await text(opened)).includes('Every Sunday'));
  const other = await read('Two');
  await until('it is gone there, too', async () => !(await text(other)).includes('Every Sunday'));
});

test('a line is made a heading by the keyboard alone, and plain text again', async () => {
  const opened = await read('One');
  await opened.keyboard.press('x');
  const pointed = () => opened.locator('.text > [data-pointed]').innerText();
  for (let steps = 0; steps < 12 && (await pointed()) !== 'Under the painted sign'; steps++) {
    const before = await pointed();
    await opened.keyboard.press('ArrowDown');
    await until('the next block is pointed at', async () => (await pointed()) !== before);
  }
  await opened.getByRole('button', { name: 'This is a heading', exact: true }).press('Enter');
  const headings = async () => (await waitForReader(opened)).headings.map((heading) => heading.text);
  await until('it is a heading', async () => (await headings()).includes('Under the painted sign'));
  await opened.getByRole('button', { name: 'This is not a heading' }).press('Enter');
  await until('it is none', async () => !(await headings()).includes('Under the painted sign'));
});

test('the options list the corrections, change them, remove them and take the removal back', async () => {
  const options = await chromium.openExtensionPage('options.html');
  const word = options.getByRole('combobox', { name: 'What is said of: Every Sunday' });
  await word.waitFor();
  await word.selectOption('Not a heading');
  await until('the word is changed', async () => (await kept()).includes('no-heading') && !(await kept()).includes('leave-out'));
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export to a file' }).click();
  const file = await (await download).path();
  await options.getByRole('button', { name: 'Remove Every Sunday' }).click();
  await until('it is forgotten', async () => (await kept()) === 'null');
  await options
    .locator('.correction-acts input[type=file]')
    .setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: fs.readFileSync(file) });
  await until('it is back from the file', async () => (await kept()).includes('no-heading'));
});

test.each(['o', 'x'])('axe finds nothing in what the key %s opens', async (key) => {
  const opened = await read('One');
  await opened.keyboard.press(key);
  await opened.locator('.panel').waitFor();
  await opened.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const axe = new AxeBuilder({ page: opened }).setLegacyMode().include({ fromShadowDom: ['html > div', 'dialog'] } as never);
  // The page under the reader has landmarks of its own.
  const found = await axe.disableRules(['heading-order', 'landmark-no-duplicate-main', 'landmark-no-duplicate-banner']).analyze();
  expect(found.passes.length).toBeGreaterThan(5);
  expect(found.violations.map(({ id }) => id)).toEqual([]);
});
