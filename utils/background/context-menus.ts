import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { everySite, isAlwaysRead, siteHost } from '../settings/site-rules';
import { tabActs } from './acts';
import { createTab } from './tab-states';

type Tab = Browser.tabs.Tab;

/** Makes the menus. They outlast the worker, so this belongs to installation and the browser's start. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'read-page', title: i18n.t('menu.readPage'), contexts: ['page'], documentUrlPatterns: everySite });
  browser.contextMenus.create({ id: 'save-page', title: i18n.t('menu.savePage'), contexts: ['page'], documentUrlPatterns: everySite });
  browser.contextMenus.create({ id: 'read-link', title: i18n.t('menu.readLink'), contexts: ['link'], targetUrlPatterns: everySite });
  browser.contextMenus.create({ id: 'save', title: i18n.t('menu.save'), contexts: ['action'] });
  browser.contextMenus.create({ id: 'saved-articles', title: i18n.t('menu.savedArticles'), contexts: ['action'] });
  browser.contextMenus.create({ id: 'always-read', title: i18n.t('menu.alwaysRead'), contexts: ['action'], type: 'checkbox' });
}

/** Opens a link in a new tab beside its page; the reader opens there when it is an article. */
async function readLink(tab: Tab, url: string | undefined): Promise<void> {
  if (/^https?:/.test(url ?? '')) await createTab(url as string, tab, { openOnce: true });
}

const menus: Record<string, (tab: Tab, info: Browser.contextMenus.OnClickData) => Promise<void>> = {
  'read-page': tabActs.read,
  'save-page': tabActs.save,
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

/** Makes "always read" tell of the tab in front. */
export async function refreshMenu(tab: Tab): Promise<void> {
  if (!tab.active) return;
  const host = siteHost(tab.url ?? '');
  const title = host === null ? i18n.t('menu.alwaysRead') : i18n.t('menu.alwaysReadSite', [host]);
  const checked = host !== null && (await isAlwaysRead(host));
  await browser.contextMenus.update('always-read', { title, checked, enabled: host !== null });
}
