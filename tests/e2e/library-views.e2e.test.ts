import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { savedLibrary } from './seed-library';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

type Meta = Record<string, unknown>;

/** Opens a library of 12 stories; `marks` by their numbers. */
async function openLibrary(marks: Record<number, Meta> = {}, address = 'library.html'): Promise<void> {
  const { items, ids } = savedLibrary(12);
  for (const [number, meta] of Object.entries(marks)) Object.assign(items[`meta:${ids[Number(number)]}`] as Meta, meta);
  await (await chromium.worker()).evaluate(async (all) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(all);
  }, items);
  page = await chromium.openExtensionPage(address);
  await page.locator('.list-head .count').waitFor();
}

beforeEach(async () => {
  for (const open of chromium.context.pages().slice(1)) await open.close();
});

const rows = () => page.locator('.article-list > li');
const row = (number: number) => rows().filter({ has: page.getByRole('link', { name: `Story ${number} of the harbour`, exact: true }) });
const view = (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: new RegExp(`^${name} ?[\\d,]`) });
const countIs = (count: number) => expect.poll(() => rows().count()).toBe(count);
const search = (query: string) => page.getByRole('searchbox').fill(query);

test('views have their counts, stand in the address, and back and forward lead through them', async () => {
  await openLibrary({ 1: { state: 'archived' }, 2: { state: 'reading', progress: 0.4 }, 4: { favourite: true } });
  await countIs(11);
  await view('Archived').click();
  await countIs(1);
  expect(page.url()).toContain('view=archived');
  await view('Started').click();
  await page.getByText('40% read').waitFor();
  await page.goBack();
  await row(1).waitFor();
  await page.goBack();
  await countIs(11);
  await page.goForward();
  await row(1).waitFor();
  await page.reload();
  await row(1).waitFor();
  expect(await view('Archived').getAttribute('aria-current')).toBe('true');
});

test('an empty view says what comes there', async () => {
  await openLibrary();
  await view('Favourites').click();
  await page.getByRole('heading', { name: 'No favourites yet' }).waitFor();
});

test('tags and orders narrow and sort, and can be taken off', async () => {
  await openLibrary({ 1: { tags: ['sea'] }, 5: { tags: ['sea', 'later'] }, 7: { wordCount: 90_000 } });
  await view('sea').click();
  await countIs(2);
  await page.getByRole('button', { name: 'Remove the filter “sea”' }).click();
  await countIs(12);
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('longest');
  await expect.poll(() => rows().first().textContent()).toContain('Story 7');
  expect(page.url()).toContain('sort=longest');
});

test('the text is searched as one types, with marks, operators, a slip of the keys and exact words', async () => {
  await openLibrary({ 4: { state: 'archived' } });
  await search('"text of story 4"');
  await countIs(1);
  await page.locator('mark', { hasText: 'text' }).first().waitFor();
  await row(4).getByText('Archived').waitFor();
  await search('text -is:archived');
  await countIs(11);
  await search('elections');
  await countIs(1);
  await page.locator('.row-title mark', { hasText: 'Élections' }).waitFor();
  await search('hrabour ada');
  await countIs(12);
  await search('zeppelin');
  await page.getByRole('heading', { name: 'No saved article matches “zeppelin”.' }).waitFor();
});

test('what is saved or deleted meanwhile is found, or no longer', async () => {
  await openLibrary();
  await search('text story 4');
  await countIs(1);
  await page.getByRole('button', { name: 'Remove “Story 4 of the harbour”' }).click({ force: true });
  await countIs(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await countIs(1);
});

test('several are chosen with the mouse, archived, and brought back', async () => {
  await openLibrary();
  await row(1).getByRole('checkbox').click();
  await row(4)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await page.getByText('4 selected').waitFor();
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByText('Archived 4 articles').waitFor();
  await countIs(8);
  await page.keyboard.press('Control+z');
  await countIs(12);
});

test('the keyboard reaches everything', async () => {
  await openLibrary();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('f');
  await row(1).getByText('Favourite').waitFor();
  await page.keyboard.press('e');
  await countIs(11);
  await page.keyboard.press('Control+a');
  await page.getByText('11 selected').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await page.getByText('2 selected').waitFor();
  await page.keyboard.press('#');
  await page.getByText('Removed 2 articles').waitFor();
  await countIs(9);
  await page.keyboard.press('Control+z');
  await countIs(11);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
});

test('tags are given with what is known offered, renamed, made one, and taken back', async () => {
  await openLibrary({ 5: { tags: ['politics'] }, 6: { tags: ['sea'] } });
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  const tags = page.getByRole('dialog', { name: 'Tags of this article' });
  await tags.getByRole('combobox').fill('pol');
  await tags.getByRole('option', { name: 'politics' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tags.getByRole('button', { name: 'Take away “politics”' }).waitFor();
  await tags.getByRole('combobox').fill('Harbour life');
  await page.keyboard.press('Enter');
  await tags.getByRole('button', { name: 'Take away “Harbour life”' }).waitFor();
  await page.keyboard.press('Escape');
  await row(0).getByText('politics, Harbour life').waitFor();

  await page.getByRole('button', { name: 'Edit tags' }).click();
  const manager = page.getByRole('dialog', { name: 'Edit tags' });
  await manager.getByRole('textbox', { name: 'Name of “sea”' }).fill('politics');
  await manager.getByRole('button', { name: 'Merge' }).click();
  await manager.getByRole('textbox', { name: 'Name of “sea”' }).waitFor({ state: 'detached' });
  await manager.getByText('3 articles').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await view('sea').waitFor();
});

test('one line each is remembered', async () => {
  await openLibrary();
  const high = (await rows().first().boundingBox())?.height ?? 0;
  await page.getByRole('button', { name: 'One line each' }).click();
  await expect.poll(async () => (await rows().first().boundingBox())?.height ?? high).toBeLessThan(high / 2);
  await page.reload();
  await page.locator('.article-list[data-compact]').waitFor();
  await page.getByRole('button', { name: 'One line each' }).click();
});

test('a lost or damaged index is made anew', async () => {
  await openLibrary();
  await search('text');
  await countIs(12);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('search');
        request.onsuccess = () => {
          const transaction = request.result.transaction('blocks', 'readwrite');
          transaction.objectStore('blocks').clear();
          transaction.oncomplete = resolve;
          request.result.close();
        };
      }),
  );
  await page.reload();
  await page.locator('mark').first().waitFor();
  await countIs(12);
});
