import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';

const article = fs.readFileSync('tests/fixtures/well-set-page/page.html', 'utf8');

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox();
  firefox.serve('site-a.test', '/a', {
    body: article,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  });
});
afterAll(() => firefox.close());

test('the reader opens over the page, is set as it should be, and goes', async () => {
  const page = await firefox.newPage(firefox.url('site-a.test', '/a'));
  await page.evaluate(() => scrollTo(0, 300));
  const before = await page.evaluate(() => [scrollY, document.documentElement.outerHTML]);
  expect(await firefox.send('ui-bg:open-reader', { tabId: await firefox.tabId(page), anyway: false })).toMatchObject({ ok: true });
  await page.bringToFront();

  /** The build made for tests has an open root. */
  const look = () =>
    page.evaluate(() => {
      const root = document.documentElement.lastElementChild?.shadowRoot;
      const view = root?.querySelector<HTMLElement>('.reader');
      if (!root || !view) return undefined;
      const { backgroundColor, fontFamily } = getComputedStyle(view);
      return {
        title: root.querySelector('h1')?.textContent,
        sections: root.querySelectorAll('.outline li').length,
        paper: backgroundColor,
        ownFace: !fontFamily.includes('Comic'),
        size: view.style.getPropertyValue('--text-size'),
        onTop: document.elementFromPoint(300, 300) === document.documentElement.lastElementChild,
        scrolled: root.querySelector('.scroller')?.scrollTop ?? 0,
      };
    });
  const shown = await until('the reader is there', look);
  expect(shown).toMatchObject({
    title: 'How a river town learned to live with its floods',
    sections: 7,
    ownFace: true,
    size: '20px',
    onTop: true,
  });
  expect(['rgb(250, 247, 241)', 'rgb(30, 29, 27)']).toContain(shown.paper);

  await page.keyboard.press('+');
  await until('the text is larger', async () => (await look())?.size === '21px');
  await page.keyboard.press(' ' as never);
  await until('the text has scrolled', async () => ((await look())?.scrolled ?? 0) > 100);
  await page.keyboard.press('Escape');
  await until('the reader is gone', async () => (await look()) === undefined);
  expect(await page.evaluate(() => [scrollY, document.documentElement.outerHTML])).toEqual(before);
});
