import fs from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, startChromium } from './harness';
import { until, waitForNoReader, waitForReader } from './reader-dom';
import { savedLibrary } from './seed-library';

declare const chrome: typeof import('wxt/browser').browser;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
  const article = fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8');
  // A page that sets its own paper, and will not be printed.
  chromium.serve(
    'news.test',
    '/a',
    article.replace('</head>', '<style>@media print { html { display: none } } body { height: 9000px }</style></head>'),
  );
});
afterAll(() => chromium.close());

/** Prints as the browser does, and counts the sheets. */
async function printedSheets(page: Page): Promise<number> {
  const session = await chromium.context.newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, preferCSSPageSize: true });
  return (
    Buffer.from(data, 'base64')
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}

/** What is seen of the reader while it prints; the event is the one that the browser sends. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const seen = await page.locator('.reader').evaluate((view) => {
    const visible = (selector: string) => [...view.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
    const address = view.querySelector('.facts a');
    return {
      controls: visible('.bar, .panel, .outline, .note, .status p, button:not(.picture)'),
      title: visible('h1'),
      day: visible('.facts time'),
      address: address && getComputedStyle(address, '::after').content,
      links: [...view.querySelectorAll('.print-matter li')].map(({ textContent }) => textContent),
      numbered: view.querySelectorAll('.text a[data-link]').length,
      printed: view.querySelector('.print-matter')?.textContent?.includes('Printed on'),
      beneath: document.body.checkVisibility(),
      paper: getComputedStyle(view).color,
      breaks: [...view.querySelectorAll('.text h2')].every((heading) => getComputedStyle(heading).breakAfter === 'avoid'),
    };
  });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null }); // else it would print as a screen
  return seen;
}

test('in a page, the article alone is printed: with its address, its day and where its links lead', async () => {
  const page = await chromium.newPage('http://news.test/a');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  const seen = await onPaper(page);
  expect(seen).toMatchObject({ controls: 0, title: 1, day: 1, printed: true, beneath: false, paper: 'rgb(0, 0, 0)', breaks: true });
  expect(seen.address).toBe('"http://news.test/a"');
  expect(seen.links.length).toBeGreaterThan(0);
  expect(seen.numbered).toBeGreaterThanOrEqual(seen.links.length);

  const sheets = await printedSheets(page);
  expect(sheets).toBeGreaterThan(1); // it goes on over the end of the first
  expect(sheets).toBeLessThan(6); // and what lies beneath adds none
  expect(await page.locator('.print-matter').textContent()).toBe('');
  expect(await page.locator('.text a[data-link]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await waitForNoReader(page);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test.each([
  ['the key of the browser', (page: Page) => page.keyboard.press('Control+p')],
  [
    'a button',
    async (page: Page) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('button', { name: 'Print, or save as PDF' }).click();
    },
  ],
] as const)('%s prints', async (_, act) => {
  const page = await chromium.newPage('http://news.test/a');
  await chromium.runCommand('toggle-reader', page);
  await waitForReader(page);
  await page.evaluate(() =>
    addEventListener('beforeprint', () => document.documentElement.setAttribute('data-printed', ''), { once: true }),
  );
  await act(page);
  await until('it prints', () => page.evaluate(() => document.documentElement.hasAttribute('data-printed')));
  await page.close();
});

test('in the library, too', async () => {
  const { items, ids } = savedLibrary(1);
  await (await chromium.worker()).evaluate((all) => chrome.storage.local.set(all), items);
  const page = await chromium.openExtensionPage(`library.html?id=${ids[0]}`);
  await page.locator('article h1').waitFor();
  expect(await onPaper(page)).toMatchObject({ controls: 0, title: 1, printed: true, paper: 'rgb(0, 0, 0)' });
  expect(await printedSheets(page)).toBeGreaterThan(0);
  await page.close();
});
