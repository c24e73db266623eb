import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe-firefox';
import { handsOn } from './hands';
import { type Firefox, startFirefox } from './harness-firefox';
import { misfits } from './misfits';
import { until } from './reader-dom';
import { savedLibrary } from './seed-library';
import { storyPage } from './stories';

/** As a page of the extension has it. */
declare const browser: typeof import('wxt/browser').browser;

const host = 'site-a.test';
/** Widths of telephones, in CSS pixels. */
const widths = [320, 412];
let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({ like: 'android' });
  firefox.serve(host, '/news/ferry', storyPage('The ferry is late'));
});
afterAll(() => firefox.close());

test('it starts where there are neither commands nor menus, and reads, saves, and opens a site by itself', async () => {
  const own = await firefox.openExtensionPage('manifest.json');
  expect(await own.evaluate(() => [typeof browser.commands, typeof browser.contextMenus])).toEqual(['undefined', 'undefined']);
  await own.close();
  const page = await firefox.newPage(firefox.url(host, '/news/ferry'));
  const tabId = await firefox.tabId(page);
  await until('the article is recognised', async () => {
    const { page } = (await firefox.send('ui-bg:tab-status', { tabId })) as { page: string };
    return page === 'article';
  });
  expect(await firefox.send('ui-bg:save-tab', { tabId })).toMatchObject({ ok: true });
  expect(await firefox.send('ui-bg:set-always-read', { host, on: true, tabId })).toMatchObject({ ok: true });
  await page.bringToFront();
  await handsOn(page).shows('What the ferry carried');
  await page.reload();
  await handsOn(page).shows('What the ferry carried');
  await firefox.send('ui-bg:set-always-read', { host, on: false, tabId });
  await page.close();
});

const opacity = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const found = document.querySelector(wanted);
    return found ? getComputedStyle(found).opacity : undefined;
  }, selector);

test.each(widths)('at %i pixels, with a finger: nothing sticks out, waits for a hover, or is too small', async (width) => {
  const { items, ids } = savedLibrary(12);
  const own = await firefox.openExtensionPage('manifest.json');
  await own.evaluate((items) => browser.storage.local.set(items), { ...items, ids });
  await own.close();
  for (const file of ['popup.html', 'library.html', `library.html?id=${ids[0]}`, 'options.html']) {
    const page = await firefox.openExtensionPage(file);
    await firefox.setSize(page, width);
    await page.bringToFront();
    await handsOn(page).shows(file === 'options.html' ? 'Bring articles in' : file.includes('?') ? 'The text of story 0' : 'Story 1 of');
    expect(await page.evaluate(() => matchMedia('(hover: none)').matches)).toBe(true);
    expect(await page.evaluate(misfits), file).toEqual([]);
    if (file === 'library.html' || file === 'popup.html') expect(await opacity(page, '.row-actions'), file).toBe('1');
    if (file === 'options.html') expect(await handsOn(page).text()).not.toContain('Keyboard shortcuts');
    expect(await violations(page), file).toEqual([]);
    await page.close();
  }
  const page = await firefox.newPage(firefox.url(host, '/news/ferry'));
  await firefox.setSize(page, width);
  await firefox.send('ui-bg:open-reader', { tabId: await firefox.tabId(page), anyway: false });
  await page.bringToFront();
  await handsOn(page).shows('What the ferry carried');
  expect(await page.evaluate(misfits)).toEqual([]);
  await page.close();
});
