import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { storyPage } from './stories';

declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
const chapter = (number: number) =>
  `<h2${number === 3 ? ' id="third-chapter"' : ''}>Chapter ${number} of the log</h2><p>On day ${number} the ferry left at dawn and carried ${number + 4} crates, two goats and a letter for the keeper of the light across the bay.</p>`;
const log = (chapters: number) =>
  storyPage('The log of the ferry').replace(
    '</article>',
    `${Array.from({ length: chapters }, (_, index) => chapter(index + 1)).join('')}</article>`,
  );
const linked = storyPage('The ferry is late').replace(
  '<h2>',
  '<p>An older story about <a href="/news/older">the ferry of the neighbouring town</a> told how it all began, years before.</p><h2>',
);
const comment = 'My grandfather rowed that ferry for thirty years, and he always told it differently over supper.';
const commented = storyPage('The ferry is late').replace(
  '<footer>',
  `<section class="comments" id="comments"><h2>Comments</h2><div class="comment"><p id="said">${comment}</p></div></section><footer>`,
);

beforeAll(async () => {
  chromium = await startChromium();
  chromium.serve('site-a.test', '/news/log', log(12));
  chromium.serve('site-a.test', '/news/long-log', log(500));
  chromium.serve('site-a.test', '/news/linked', linked);
  chromium.serve('site-a.test', '/news/older', storyPage('How the ferry began'));
  chromium.serve('site-a.test', '/news/commented', commented);
});
afterAll(() => chromium.close());
afterEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

async function read(path: string): Promise<Page> {
  const page = await chromium.newPage(`http://site-a.test${path}`);
  await chromium.chooseMenu('read-page', page);
  await waitForReader(page);
  return page;
}
const focused = (page: Page) => page.locator('.reader').evaluate((view) => (view.getRootNode() as ShadowRoot).activeElement?.textContent);
const clipboard = async (page: Page) => {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' })));
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await page.locator('#pasted').focus();
  await page.keyboard.press('Control+v');
  return page.locator('#pasted').inputValue();
};

test('an outline of hundreds of headings is one stop for Tab, follows the reading, and is walked by arrows', async () => {
  const page = await read('/news/long-log');
  const entries = await page.locator('.outline-entry').allTextContents();
  expect(entries.length).toBeGreaterThan(250);
  await page.keyboard.press('g');
  await expect.poll(() => focused(page)).toBe(entries[0]);
  for (const key of ['End', 'ArrowUp', 'PageUp']) await page.keyboard.press(key);
  const wanted = entries.at(-12);
  await expect.poll(() => focused(page)).toBe(wanted);
  await page.keyboard.press('Enter');
  const current = page.locator('.outline-entry[aria-current]');
  const marked = async () => (await current.allTextContents())[0]; // none before the first section
  await until('the section is marked', async () => (await marked()) === wanted);
  expect(await page.locator('.outline-entry[tabindex="0"]').count()).toBe(1);
  const inSight = () =>
    current.evaluate((entry) => {
      const { top, bottom } = entry.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
  expect(await inSight()).toBe(true);
  await until('the jump has ended', () =>
    page.locator('.text h2', { hasText: wanted }).evaluate((heading) => Math.abs(heading.getBoundingClientRect().top - 84) < 4),
  );
  await page.keyboard.press('Home'); // by hand: a jump holds its mark until then
  await until('the mark is at the top again', async () => [undefined, entries[0]].includes(await marked()));
  await page.locator('.scroller').evaluate((view) => view.scrollTo({ top: view.scrollHeight / 2 }));
  await until('the mark has moved', async () => {
    const at = entries.indexOf((await marked()) ?? '');
    return at > entries.length * 0.4 && at < entries.length * 0.6;
  });
  expect(await inSight()).toBe(true);
});

test('where there is no room the outline is folded, and the key unfolds it; one heading makes none', async () => {
  const page = await read('/news/log');
  await page.setViewportSize({ width: 800, height: 700 });
  await page.locator('.outline-folded').waitFor();
  await page.keyboard.press('g');
  await expect.poll(() => focused(page)).toBe('What the ferry carried');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until('the section is at the top', () =>
    page.locator('.text h2', { hasText: 'Chapter 1 of' }).evaluate((heading) => Math.abs(heading.getBoundingClientRect().top - 84) < 4),
  );
  const other = await read('/news/linked');
  expect(await other.locator('.outline').count()).toBe(0);
});

test('a link to a section leads to it on the page: by its id, or by its words', async () => {
  const page = await read('/news/log');
  await page.getByRole('button', { name: 'Copy a link to “Chapter 3 of the log”' }).click({ force: true });
  await page.getByText('Copied a link to “Chapter 3 of the log”.').waitFor();
  expect(await clipboard(page)).toBe('http://site-a.test/news/log#third-chapter');

  const again = await read('/news/log');
  await again.keyboard.press('j');
  await again.keyboard.press('y');
  await again.getByText('Copied a link to “What the ferry carried”.').waitFor();
  expect(await clipboard(again)).toBe('http://site-a.test/news/log#:~:text=What%20the%20ferry%20carried');
});

test('a link of the text opens in a reader of its own, by Alt and by a key; else as links do', async () => {
  const page = await read('/news/linked');
  const link = page.locator('.text a');
  const opened = chromium.context.waitForEvent('page');
  await link.click({ modifiers: ['Alt'] });
  expect((await waitForReader(await opened)).title).toBe('How the ferry began');
  await page.bringToFront();
  const second = chromium.context.waitForEvent('page');
  await link.focus();
  await page.keyboard.press('v');
  expect((await waitForReader(await second)).title).toBe('How the ferry began');
  await page.bringToFront();
  await link.click();
  await page.waitForURL('http://site-a.test/news/older');
});

test('only the selected part is read, in whole blocks, with a way to the whole', async () => {
  const page = await chromium.newPage('http://site-a.test/news/log');
  await page.evaluate(() => {
    const [from, to] = ['Chapter 2 of', 'On day 4'].map((start) =>
      [...document.querySelectorAll('h2,p')].find((block) => block.textContent?.startsWith(start)),
    );
    if (from?.firstChild && to?.firstChild) getSelection()?.setBaseAndExtent(from.firstChild, 0, to.firstChild, 40);
  });
  await chromium.runCommand('read-selection', page);
  const { text, title } = await waitForReader(page);
  expect(title).toBe('The log of the ferry');
  const shown = () => page.locator('.text > *:visible').allTextContents();
  const chapters = ['Chapter 2 of the log', 'Chapter 3 of the log', 'Chapter 4 of the log'];
  expect((await shown()).filter((_, index) => index % 2 === 0)).toEqual(chapters);
  expect(await shown()).toHaveLength(6);
  expect(text).not.toContain('Chapter 5');
  expect(await page.locator('.outline-entry').allTextContents()).toEqual(chapters);
  await page.getByRole('button', { name: 'Show the whole article' }).click();
  await until('all of it is here', async () => (await shown()).length > 24);
  expect(await page.locator('.outline-entry').count()).toBe(13);
});

test('the popup reads the selection, where there is one', async () => {
  const page = await chromium.newPage('http://site-a.test/news/log');
  await until('the article is recognised', () => chromium.buttonOpensReader(page));
  await (await chromium.worker()).evaluate(() => chrome.storage.sync.set({ 'app-settings:1': { buttonOnArticle: 'open-popup' } }));
  await until('the button shows the popup', async () => !(await chromium.buttonOpensReader(page)));
  await page.locator('p', { hasText: 'On day 7 ' }).selectText();
  const popup = await chromium.openPopup(page);
  await popup.getByRole('button', { name: 'Read the selection' }).click();
  await waitForReader(page);
  expect(await page.locator('.text > *:visible').allTextContents()).toEqual([expect.stringMatching(/^On day 7 /)]);
});

test('what is selected outside the article is read by itself', async () => {
  const page = await chromium.newPage('http://site-a.test/news/commented');
  await page.locator('#said').selectText();
  await chromium.chooseMenu('read-selection', page);
  await waitForReader(page);
  expect((await page.locator('.text').innerText()).trim()).toBe(comment);
});

test('the browser’s menu over a line asks what it is; a key says it', async () => {
  const page = await read('/news/log');
  const line = page.locator('.text > p', { hasText: 'On day 2 ' });
  await line.click({ button: 'right' });
  await chromium.chooseMenu('correct-block', page);
  await page.getByRole('dialog', { name: 'Correct a block' }).waitFor();
  expect(await page.locator('.text > [data-pointed]').innerText()).toContain('On day 2 ');
  await page.keyboard.press('h');
  await until('it is a heading', async () => (await waitForReader(page)).headings.some(({ text }) => text.startsWith('On day 2 ')));
  await page.keyboard.press('h');
  await until('it is none', async () => !(await waitForReader(page)).headings.some(({ text }) => text.startsWith('On day 2 ')));
  await page.keyboard.press('Delete');
  await until('it is gone', async () => !(await waitForReader(page)).text.includes('On day 2 '));
});
