import { afterAll, beforeAll, expect, test } from 'vitest';
import { extensionFolder } from './build-extension';
import { type Firefox, startFirefox } from './harness-firefox';
import { until } from './reader-dom';
import { storyPage } from './stories';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox();
  firefox.serve('site-a.test', '/news/ferry', storyPage('The ferry is late'));
});
afterAll(() => firefox.close());

// Here the scripts of a version end with it: the old reader's text would stand, and nothing of it answer.
test('after an update the reader that was open is opened anew: it saves, and gives the page back', async () => {
  const page = await firefox.newPage(firefox.url('site-a.test', '/news/ferry'));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const tabId = await firefox.tabId(page);
  const inReaders = (selector: string) =>
    page.evaluate(
      (selector) => [...document.querySelectorAll('html > div')].map((host) => host.shadowRoot?.querySelector(selector)?.textContent ?? ''),
      selector,
    );
  await firefox.send('ui-bg:open-reader', { tabId, anyway: false });
  await until('the reader is open', async () => (await inReaders('h1')).join() === 'The ferry is late');
  await page.evaluate(() => Object.assign(window, { old: document.documentElement.lastElementChild }));

  await firefox.browser.installExtension(extensionFolder('firefox', 'testing'));
  await until('another reader stands in its place', () =>
    page.evaluate(() => {
      const { old } = window as unknown as { old: Element };
      return !old.isConnected && document.documentElement.lastElementChild?.shadowRoot?.querySelector('.save-button') != null;
    }),
  );
  expect(await inReaders('h1')).toEqual(['The ferry is late']);
  await page.bringToFront();
  await page.keyboard.press('s');
  await until('it is saved', async () => (await inReaders('.save-button')).join() === 'Saved');
  await page.keyboard.press('Escape');
  await until('the page is as it was', async () => (await page.evaluate(() => document.documentElement.outerHTML)) === before);
});
