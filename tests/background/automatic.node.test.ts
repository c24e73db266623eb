import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { opensAutomatically } from '../../utils/background/automatic';
import { trustedAddress } from '../../utils/background/sender';
import { switchSite, switchWishedSite } from '../../utils/background/switch-site';
import { updateTab } from '../../utils/background/tab-states';
import { isFrontPage } from '../../utils/settings/front-page';
import { isAlwaysRead, listSites, setAlwaysRead, siteHost } from '../../utils/settings/site-rules';

const state = {
  url: 'https://www.harbour.test/news/a',
  level: 'article' as const,
  reading: false,
  compared: false,
  changes: null,
  openOnce: false,
  left: [],
};

/** Whether the user lets the extension see sites; the fake browser knows no permissions. */
let access = true;
beforeEach(() => {
  fakeBrowser.reset();
  access = true;
  fakeBrowser.permissions.contains = async () => access;
});

test('a site is known by its host, www. folded', async () => {
  expect(siteHost('https://WWW.Harbour.test/a')).toBe('harbour.test');
  expect(siteHost('about:blank')).toBeNull();
  await setAlwaysRead('harbour.test', true, 5);
  expect(await listSites()).toEqual([{ host: 'harbour.test', alwaysRead: true, addedAt: 5 }]);
  await setAlwaysRead('harbour.test', false);
  expect(await listSites()).toEqual([]);
});

test.each(['Harbour.test', 'harbour.test/a', '', 'www.harbour.test', 'a b'])('"%s" is no host to keep', async (host) => {
  await expect(setAlwaysRead(host, true)).rejects.toThrow('Not a host');
});

test('what storage holds that is no rule is passed over', async () => {
  await fakeBrowser.storage.sync.set({ 'site:a.test': { v: 9, alwaysRead: true }, 'site:b.test': 7, 'site:': { v: 1, alwaysRead: true } });
  expect(await listSites()).toEqual([]);
  expect(await isAlwaysRead('b.test')).toBe(false);
});

test('articles of a switched-on site open, unless the user left the reader there', async () => {
  expect(await opensAutomatically(state)).toBe(false);
  await setAlwaysRead('harbour.test', true);
  expect(await opensAutomatically(state)).toBe(true);
  expect(await opensAutomatically({ ...state, url: 'https://harbour.test/' })).toBe(false);
  expect(await opensAutomatically({ ...state, url: `${state.url}?utm_source=x#top`, left: ['harbour.test/news/a'] })).toBe(false);
});

test('a link opened in the reader needs no switch, but leaving it is respected', async () => {
  expect(await opensAutomatically({ ...state, openOnce: true })).toBe(true);
  expect(await opensAutomatically({ ...state, openOnce: true, left: ['harbour.test/news/a'] })).toBe(false);
});

test.each([
  ['https://a.test/', true],
  ['https://a.test', true],
  ['https://a.test/en/', true],
  ['https://a.test/pt-br', true],
  ['https://a.test/index.html', true],
  ['https://a.test/us/default.aspx', true],
  ['https://a.test/news/story', false],
  ['https://a.test/p/12', false],
])('%s is a front page: %s', (url, is) => {
  expect(isFrontPage(url)).toBe(is);
});

test.each([
  ['https://a.test/old', 'https://a.test/new', 'https://a.test/old'],
  ['https://bank.test/x', 'https://a.test/new', null],
  ['http://a.test/x', 'https://a.test/new', null],
  ['chrome://settings', 'chrome://settings', null],
  [{ href: 'https://a.test/' }, 'https://a.test/', null],
  ['https://a.test/x', undefined, null],
])('a page that says it is %j where the browser sees %j is taken for %j', (said, seen, address) => {
  expect(trustedAddress(said, seen)).toBe(address);
});

test('a private window switches no site on, nor does one whose site is withheld', async () => {
  expect(await switchSite('harbour.test', true, true, null)).toEqual({ ok: false, reason: 'private-window' });
  expect(await switchSite('harbour.test/x', true, false, null)).toEqual({ ok: false, reason: 'failed' });
  expect(await switchSite('harbour.test', 'yes', false, null)).toEqual({ ok: false, reason: 'failed' });
  access = false;
  expect(await switchSite('harbour.test', true, false, null)).toEqual({ ok: false, reason: 'site-access' });
  access = true;
  expect(await listSites()).toEqual([]);
  expect(await switchSite('harbour.test', true, false, null)).toEqual({ ok: true, value: null });
  expect(await isAlwaysRead('harbour.test')).toBe(true);
});

test('access to pages like the one in front is enough, and has a site switched on that was refused before', async () => {
  let given = 'https://harbour.test/*';
  fakeBrowser.permissions.contains = async ({ origins = [] }) => origins.every((pattern) => pattern === given);
  await updateTab(7, () => ({ ...state, level: 'none' }));
  expect(await switchSite('harbour.test', true, false, 7)).toEqual({ ok: false, reason: 'site-access' });
  await switchWishedSite();
  expect(await listSites()).toEqual([]);
  given = 'https://www.harbour.test/*';
  await switchWishedSite();
  expect(await isAlwaysRead('harbour.test')).toBe(true);
});
