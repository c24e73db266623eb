import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChangeSummary } from '../../utils/changes/summary';
import { type Edition, editedStory } from './edited-story';
import { type Chromium, startChromium } from './harness';
import { clickInReader, inReader, until, waitForNoReader, waitForReader } from './reader-dom';

/** As `Worker.evaluate` finds it in the service worker. */
declare const chrome: typeof import('wxt/browser').browser;

const host = 'site-a.test';
const edits: Edition = {
  headline: 'The ferry crosses the bay once more',
  passengers: 'eleven',
  fares: false,
  correction: 'Correction: an earlier version of this article said that nine passengers were on board.',
};
const whatChanged = /changed since \S.*: headline, 1\scorrection or note, 2\sparagraphs/i;
let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  await (await chromium.worker()).evaluate(() => {
    const told = Object.assign(globalThis, { heard: [] as unknown[] });
    chrome.runtime.onMessage.addListener(({ name, sent }) => {
      if (name === 'page-bg:article-changes') told.heard.push(sent);
      return undefined;
    });
  });
});
afterAll(() => chromium.close());

/** A page that is saved as it is now. */
async function savedPage(path: string, edition: Edition = {}): Promise<Page> {
  chromium.serve(host, path, editedStory(edition));
  const page = await chromium.newPage(`http://${host}${path}`);
  await until('the page is known to be an article', async () => (await chromium.buttonTitle(page)) === 'Read this article');
  await chromium.runCommand('save-article', page);
  await until('it is saved', async () => (await chromium.buttonTitle(page)) === 'Read this article (saved)');
  return page;
}

/** The words of the line under the byline, of the whole sheet, and of what each mark holds. */
const shown = (page: Page) =>
  inReader(
    page,
    (root) => {
      const words = (element: Element | null | undefined) =>
        (element as HTMLElement | null | undefined)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
      const marks = (tag: string) => [...root.querySelectorAll(`.changes-text ${tag}`)].map(words);
      return {
        note: words(root.querySelector('.changes-note')),
        changes: [...root.querySelectorAll('.change')].map(words),
        folded: [...root.querySelectorAll('.unchanged > summary')].map(words),
        putIn: marks('ins'),
        takenOut: marks('del'),
        focused: words(root.activeElement?.closest('.change')),
        place: words(root.querySelector('.changes-place')),
      };
    },
    null,
  );

const noteOf = async (page: Page) => (await shown(page))?.note;

/** What a page told of its changes since this was asked last, once it did. */
const told = (page: Page) =>
  until('the page was compared', async () => {
    const worker = await chromium.worker();
    const heard = await worker.evaluate((url) => {
      const told = globalThis as unknown as { heard: { url: string; changes: ChangeSummary | null }[] };
      const own = told.heard.filter((sent) => sent.url === url);
      told.heard = told.heard.filter((sent) => sent.url !== url);
      return own.map(({ changes }) => changes);
    }, page.url());
    return heard.length > 0 && heard;
  });

test('what changed since an article was saved: on the button, in the reader, word by word; and both versions are kept', async () => {
  const page = await savedPage('/edited');
  chromium.serve(host, '/edited', editedStory({ ...edits, visit: 3 }));
  await page.reload();
  await until('the button says so', async () => whatChanged.test(await chromium.buttonTitle(page)));

  await chromium.clickToolbarButton(page);
  expect((await waitForReader(page)).title).toBe(edits.headline);
  await until('the reader says so', async () => whatChanged.test((await noteOf(page)) ?? ''));
  await clickInReader(page, '.changes-note button');
  const view = await until('the changes are shown', async () => {
    const now = await shown(page);
    return now?.changes.length === 4 ? now : undefined;
  });
  expect(view.changes.map((change) => change.split(' ')[0])).toEqual(['Headline', 'Added', 'Edited', 'Removed']); // what matters first
  expect(view.putIn.join()).toContain('eleven');
  expect(view.takenOut.join()).toContain('nine');
  expect(view.takenOut.join()).toContain('Fares begin at two pounds');
  expect(view.folded).toEqual(['4 paragraphs unchanged', '3 paragraphs unchanged']);

  const axe = await new AxeBuilder({ page })
    .setLegacyMode()
    .disableRules('landmark-no-duplicate-main') // the other one is the page's, which is inert
    .include({ fromShadowDom: ['html > div', 'dialog'] } as never)
    .analyze();
  expect(axe.passes.length).toBeGreaterThan(5); // axe that sees nothing finds nothing
  expect(axe.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await until('the second change has the focus', async () => (await shown(page))?.focused.startsWith('Added'));
  expect((await shown(page))?.place).toBe('Change 2 of 4');
  await page.keyboard.press('k');
  await until('and the first again', async () => (await shown(page))?.focused.startsWith('Headline'));
  for (let presses = 0; presses < 12; presses++) await page.keyboard.press('Tab');
  expect(await inReader(page, (root) => root.querySelector('.scroller')?.contains(root.activeElement), null)).toBe(false);
  await page.keyboard.press('Escape');
  await until('Esc closes the sheet alone', async () => (await shown(page))?.changes.length === 0);
  expect(await inReader(page, (root) => (root.activeElement as HTMLElement | null)?.innerText, null)).toBe('Show changes');
  expect((await waitForReader(page)).title).toBe(edits.headline);
  await page.keyboard.press('w');
  await until('and its key opens it', async () => (await shown(page))?.changes.length === 4);
  await page.keyboard.press('Escape');

  await clickInReader(page, '.changes-note button:last-of-type');
  const { id, earlier } = await until('both are kept', async () => {
    const metas = Object.entries(await chromium.storage()).flatMap(([key, value]) => (key.startsWith('meta:') ? [value] : []));
    return (metas as { id: string; title: string; earlier: unknown[] }[]).find((meta) => meta.earlier.length === 1);
  });
  expect(earlier).toHaveLength(1);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await until('the button says it is saved', async () => (await chromium.buttonTitle(page)) === 'Read this article (saved)');
  await page.close();

  const library = await chromium.openExtensionPage(`library.html?id=${id}`);
  await library.getByText('Saved in 2 versions').waitFor();
  await library.getByRole('heading', { name: edits.headline }).waitFor();
  await library.getByRole('button', { name: 'Show changes' }).click();
  await library.locator('.change').first().waitFor();
  expect(await library.locator('.change').count()).toBe(4);
  await library.getByLabel('Earlier').selectOption({ index: 0 });
  await library.getByText('Nothing differs between these versions.').waitFor();
  await library.keyboard.press('Escape');
  await library.getByLabel('Version shown').selectOption({ index: 1 });
  await library.getByRole('heading', { name: 'The ferry crosses the bay again' }).waitFor();
  await library.getByRole('button', { name: 'Remove this version' }).click();
  await library.getByText('Version removed:').waitFor();
  await library.getByRole('heading', { name: edits.headline }).waitFor();
  await library.getByRole('button', { name: 'Undo' }).click();
  await library.getByText('Saved in 2 versions').waitFor();
  await library.close();

  const options = await chromium.openExtensionPage('options.html');
  const downloading = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Back up everything' }).click();
  const backup = fs.readFileSync(await (await downloading).path());
  expect(JSON.parse(new TextDecoder().decode(unzipSync(backup)[`articles/${id}.json`])).earlier).toHaveLength(1);
  const before = await chromium.storage();
  await (await chromium.worker()).evaluate(() => chrome.storage.local.clear());
  await options.reload();
  await options.locator('input[accept*=".zip"]').setInputFiles({ name: 'backup.zip', mimeType: 'application/zip', buffer: backup });
  await options.getByRole('button', { name: /^Import \d/ }).click();
  await until('it is back', async () => `meta:${id}` in (await chromium.storage()));
  const strip = (items: Record<string, unknown>) => {
    const { text, earlier, ...meta } = items[`meta:${id}`] as { text: { hash: string }; earlier: { hash: string; savedAt: number }[] };
    return { ...meta, text: text.hash, earlier: earlier.map(({ hash, savedAt }) => ({ hash, savedAt })) };
  };
  expect(strip(await chromium.storage())).toEqual(strip(before));
  await options.close();
});

test('what changes at every visit is no change, for the button and for the reader', async () => {
  const page = await savedPage('/noise');
  for (const visit of [1, 2, 5]) {
    chromium.serve(host, '/noise', editedStory({ visit }));
    await page.reload();
    expect(await told(page)).toEqual([null]);
    await chromium.runCommand('toggle-reader', page);
    await waitForReader(page);
    expect(await told(page)).toEqual([null]);
    expect(await noteOf(page)).toBe('');
    await page.keyboard.press('Escape');
    await waitForNoReader(page);
    await until('the button says it is saved', async () => (await chromium.buttonTitle(page)) === 'Read this article (saved)');
  }
  await page.close();
});

test('a page that draws its last paragraphs late is not said to have lost them', async () => {
  const page = await savedPage('/late');
  chromium.serve(host, '/late', editedStory({ late: 1500 }));
  await page.reload();
  expect(await told(page)).toEqual([null]);
  expect(await chromium.buttonTitle(page)).toBe('Read this article (saved)');
  await page.close();
});

test('what was left out or put back by hand before saving is no change at the next visit', async () => {
  const box =
    '<aside class="fact-box newsletter"><p>The ferry was built in 1904, is forty metres long, and is painted anew each spring.</p></aside>';
  chromium.serve(host, '/by-hand', editedStory().replace('<h2>', `${box}<h2>`));
  const page = await chromium.newPage(`http://${host}/by-hand`);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  await page.keyboard.press('o');
  await page.locator('.left-out-block', { hasText: 'built in 1904' }).getByRole('button', { name: 'Put back' }).click();
  await page.locator('.text', { hasText: 'built in 1904' }).waitFor();
  await page.keyboard.press('x');
  await page.locator('.text > p', { hasText: 'A review of what it costs' }).click();
  await page.getByRole('button', { name: 'Leave this out' }).click();
  await until('it is gone', async () => !(await waitForReader(page)).text.includes('A review of what it costs'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(await told(page)).toEqual([null]); // by the reader that saved it
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  await page.reload();
  expect(await told(page)).toEqual([null]);
  await page.close();
});

test('the popup says what changed, and saving again what is known to have changed keeps the earlier text', async () => {
  const page = await savedPage('/again');
  chromium.serve(host, '/again', editedStory(edits));
  await page.reload();
  await until('the button says so', async () => whatChanged.test(await chromium.buttonTitle(page)));
  await chromium.runCommand('toggle-reader', page); // the button has its popup then
  await waitForReader(page);
  const popup = await chromium.openPopup(page);
  await popup.getByText(whatChanged).waitFor();
  await popup.close();
  await chromium.runCommand('save-article', page);
  await until('both are kept', async () =>
    Object.entries(await chromium.storage()).some(
      ([key, value]) =>
        key.startsWith('meta:') &&
        (value as { url: string; earlier: unknown[] }).url.endsWith('/again') &&
        (value as { earlier: unknown[] }).earlier.length === 1,
    ),
  );
  await page.close();
});
