import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf, paragraph } from '../pipeline/paged-story';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox();
  firefox.serve('site-a.test', '/walks', pageOf(1, [['/walks/2', 'Next page']]));
  firefox.serve('site-a.test', '/walks/2', pageOf(2, [['/walks', 'Previous page']]));
});
afterAll(() => firefox.close());

test('a click brings in the second page', async () => {
  const page = await firefox.newPage(firefox.url('site-a.test', '/walks'));
  expect(await firefox.send('ui-bg:open-reader', { tabId: await firefox.tabId(page), anyway: false })).toMatchObject({ ok: true });
  await page.bringToFront();
  /** The build made for tests has an open root. */
  const at = await until('the offer is shown', () =>
    page.evaluate(() => {
      const button = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.more-pages button');
      button?.scrollIntoView({ block: 'center' });
      const box = button?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }),
  );
  await page.mouse.click(at.x, at.y);
  await until('the second page is there', () =>
    page.evaluate(
      (words) => document.documentElement.lastElementChild?.shadowRoot?.querySelector('.text')?.textContent?.includes(words),
      paragraph(24),
    ),
  );
});
