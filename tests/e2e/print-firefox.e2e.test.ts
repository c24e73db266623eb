import fs from 'node:fs';
import zlib from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox();
  firefox.serve('site-a.test', '/a', {
    body: fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8'),
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  });
});
afterAll(() => firefox.close());

/** Firefox writes what its pages are into a compressed stream of objects. */
function sheetsOf(pdf: Buffer): number {
  const objects = [...pdf.toString('latin1').matchAll(/\/Type \/ObjStm[\s\S]*?stream\r?\n/g)].map((found) => {
    const start = found.index + found[0].length;
    return zlib.inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start))).toString('latin1');
  });
  return objects.join('\n').match(/\/Type \/Page\b/g)?.length ?? 0;
}

test('in Firefox, too, typefaces come into the page, and every sheet is printed', async () => {
  const page = await firefox.newPage(firefox.url('site-a.test', '/a'));
  expect(await firefox.send('ui-bg:open-reader', { tabId: await firefox.tabId(page), anyway: false })).toMatchObject({ ok: true });
  await page.bringToFront();
  await until('the serif is there', () =>
    page.evaluate(() => [...document.fonts].some(({ family, status }) => family.includes(' Serif') && status === 'loaded')),
  );
  const sheets = sheetsOf(Buffer.from(await page.pdf({ format: 'A4' })));
  expect(sheets).toBeGreaterThan(1);
  expect(sheets).toBeLessThan(8);
  const open = await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot?.querySelector('dialog')?.matches(':modal'));
  expect(open).toBe(true); // back over the page
});
