import { afterAll, beforeAll, expect, test } from 'vitest';
import { editedStory } from './edited-story';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox();
});
afterAll(() => firefox.close());

test('what changed since an article was saved is told in Firefox, shown, and kept beside the earlier text', async () => {
  firefox.serve('site-a.test', '/edited', editedStory());
  const page = await firefox.newPage(firefox.url('site-a.test', '/edited'));
  const tabId = await firefox.tabId(page);
  expect(await firefox.send('ui-bg:save-tab', { tabId })).toMatchObject({ ok: true });

  firefox.serve('site-a.test', '/edited', editedStory({ passengers: 'eleven', fares: false, visit: 2 }));
  await page.reload();
  const changes = await until('the background knows', async () => {
    const state = (await firefox.storage('session'))[`tab:${tabId}`] as { changes?: { summary: unknown } } | undefined;
    return state?.changes?.summary;
  });
  expect(changes).toMatchObject({ headline: false, notices: 0, paragraphs: 2 });

  expect(await firefox.send('ui-bg:open-reader', { tabId, anyway: false })).toMatchObject({ ok: true });
  await page.bringToFront();
  /** The build made for tests has an open root. */
  const words = (selector: string) =>
    page.evaluate((wanted) => {
      const root = document.documentElement.lastElementChild?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>(wanted) ?? [])].map(({ innerText }) => innerText);
    }, selector);
  await until('the reader says so', async () => /^Changed since .*: 2\sparagraphs$/.test((await words('.changes-note p'))[0] ?? ''));
  await page.keyboard.press('w');
  await until('the changes are shown', async () => (await words('.change')).length === 2);
  expect((await words('.change del')).join(' ')).toMatch(/nine.*Fares begin at two pounds/s);
  expect((await words('.change ins')).join(' ')).toContain('eleven');
  await page.keyboard.press('Escape');
  await until('the sheet is closed', async () => (await words('.change')).length === 0);

  await page.evaluate(() => {
    const root = document.documentElement.lastElementChild?.shadowRoot;
    root?.querySelector<HTMLElement>('.changes-note button:last-of-type')?.focus();
  });
  await page.keyboard.press('Enter');
  await until('both are kept', async () =>
    Object.entries(await firefox.storage()).some(
      ([key, value]) => key.startsWith('meta:') && (value as { earlier: unknown[] }).earlier.length === 1,
    ),
  );
});
