import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { everySite, isAlwaysRead, siteHost } from '../settings/site-rules';
import { tabActs } from './acts';
import { pointInReader } from './reader-in-tab';
import { createTab, readTab } from './tab-states';

type Tab = Browser.tabs.Tab;

/** Makes the menus, where the browser has any. They outlast the worker, so this belongs to installation and the browser's start. */
export async function createMenus(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'read-page', title: i18n.t('menu.readPage'), contexts: ['page'], documentUrlPatterns: everySite });
  browser.contextMenus.create({ id: 'save-page', title: i18n.t('menu.savePage'), contexts: ['page'], documentUrlPatterns: everySite });
  browser.contextMenus.create({ id: 'read-link', title: i18n.t('menu.readLink'), contexts: ['link'], targetUrlPatterns: everySite });
  browser.contextMenus.create({
    id: 'read-selection',
    title: i18n.t('menu.readSelection'),
    contexts: ['selection'],
    documentUrlPatterns: everySite,
  });
  browser.contextMenus.create({
    id: 'correct-block',
    title: i18n.t('menu.correctBlock'),
    contexts: ['page', 'selection', 'link', 'image'],
    documentUrlPatterns: everySite,
    visible: false,
  });
  browser.contextMenus.create({ id: 'save', title: i18n.t('menu.save'), contexts: ['action'] });
  browser.contextMenus.create({ id: 'saved-articles', title: i18n.t('menu.savedArticles'), contexts: ['action'] });
  browser.contextMenus.create({ id: 'always-read', title: i18n.t('menu.alwaysRead'), contexts: ['action'], type: 'checkbox' });
}

/** Opens a link in a new tab beside its page; the reader opens there when it is an article. */
export async function readLink(tab: { id?: number; index?: number }, url: unknown): Promise<void> {
  if (typeof url === 'string' && /^https?:/.test(url)) await createTab(url, tab, { openOnce: true });
}

const menus: Record<string, (tab: Tab, info: Browser.contextMenus.OnClickData) => Promise<void>> = {
  'read-page': tabActs.read,
  'save-page': tabActs.save,
  'read-selection': tabActs.readSelection,
  'correct-block': async ({ id }) => {
    if (id !== undefined) await pointInReader(id);
  },
  'read-link': (tab, { linkUrl }) => readLink(tab, linkUrl),
  save: tabActs.save,
  'saved-articles': tabActs.openLibrary,
  'always-read': async (tab) => {
    await tabActs.toggleSite(tab);
    await refreshMenu(tab); // the browser has ticked the box already; where the switch was refused, it must not stay so
  },
};

/** Does what a menu entry says. */
export async function chooseMenu(info: Browser.contextMenus.OnClickData, tab: Tab | undefined): Promise<void> {
  const menu = Object.hasOwn(menus, info.menuItemId) ? menus[info.menuItemId] : undefined;
  if (menu && tab) await menu(tab, info);
}

/** Makes the entries tell of the tab in front: whether its site is always read, and what is for an open reader alone. */
export async function refreshMenu(tab: Tab): Promise<void> {
  if (!tab.active || !browser.contextMenus) return;
  const host = siteHost(tab.url ?? '');
  const title = host === null ? i18n.t('menu.alwaysRead') : i18n.t('menu.alwaysReadSite', [host]);
  const checked = host !== null && (await isAlwaysRead(host));
  await browser.contextMenus.update('always-read', { title, checked, enabled: host !== null });
  const reading = tab.id !== undefined && (await readTab(tab.id)).reading;
  await browser.contextMenus.update('correct-block', { visible: reading });
  await browser.contextMenus.update('read-selection', { visible: !reading });
}
