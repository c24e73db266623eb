import { afterAll, beforeAll, expect, test } from 'vitest';
import { payloads } from '../hostile/payloads';
import { type Firefox, startFirefox } from './harness-firefox';
import { arm, hostilePage, provoke } from './hostile-scene';
import { until } from './reader-dom';

let firefox: Firefox;
const host = 'site-a.test';
beforeAll(async () => {
  firefox = await startFirefox({ hosts: [host, 'evil.test'] });
  // Where a payload goes to by itself, it stays: such an answer is no new page.
  for (const path of ['/', '/r', '/p', '/f']) firefox.serve('evil.test', path, { body: '', status: 204 });
});
afterAll(() => firefox.close());

/** Firefox goes on asking for pictures where they were before a `<base>` came in by a script, and no longer says where that was. */
const families = Object.entries(payloads).map(([family, list]) => [family, list.filter((markup) => !markup.includes('<base'))] as const);

test.each(families)('an article full of payloads, in Firefox: %s', async (family, list) => {
  const path = `/news/${family}`;
  firefox.serve(host, path, hostilePage(list.map((markup) => markup.replaceAll('http://evil.test', firefox.url('evil.test', '')))));
  const page = await firefox.newPage();
  await page.goto(firefox.url(host, path), { waitUntil: 'networkidle0' });
  const surprises: string[] = [];
  page.on('dialog', (dialog) => {
    surprises.push(dialog.message());
    void dialog.dismiss();
  });
  const address = page.url();
  const tabId = await firefox.tabId(page);
  await page.evaluate(arm);
  const own = new Set(firefox.server.requests);
  expect(await firefox.send('ui-bg:open-reader', { tabId, anyway: false })).toEqual({ ok: true, value: null });
  await page.bringToFront();
  /** The build made for tests has an open root. */
  const inArticle = <T>(source: string) =>
    page.evaluate<[string], (source: string) => T>(
      (source) => new Function('root', `return (${source})(root)`)(document.lastElementChild?.lastElementChild?.shadowRoot),
      source,
    );
  await until('it is shown to its end', () =>
    inArticle(`(root) => root?.querySelector('article')?.innerText.includes('Part ${list.length - 1} ends.')`),
  );
  expect(await inArticle(String(provoke))).toEqual([]);
  expect(await firefox.send('ui-bg:save-tab', { tabId })).toMatchObject({ ok: true });
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual([]);
  expect([...surprises, page.url()]).toEqual([address]);
  expect(firefox.server.requests.filter((request) => !own.has(request))).toEqual([]);
  await page.close();
});
