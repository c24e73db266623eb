import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { failureText } from '../i18n/failure-text';
import { isSamePage } from '../library/article-address';
import { openLibrary } from '../library/library-tab';
import { saveArticle } from '../library/write-articles';
import { libraryWriter } from '../library/writer';
import type { FailureReason, Outcome } from '../messages';
import { appSettings } from '../settings/app-settings';
import { isAlwaysRead, siteHost } from '../settings/site-rules';
import { followWithPictures } from './keep-pictures';
import { closeReader, extractArticle, isReaderOpen, openReader } from './reader-in-tab';
import { trustedAddress } from './sender';
import { switchSite } from './switch-site';
import { readTab } from './tab-states';
import { showFailure, showPopup } from './toolbar-button';

type Tab = Browser.tabs.Tab;

/**
 * Saves an article. Answers once its text is wholly stored; its pictures follow, and whatever becomes of them is none of that answer.
 *
 * @param how.isPrivate whether it is saved from a private window: its pictures are not asked for, since that could only be done outside of it
 * @param how.keepEarlier where another text is saved of it, that one stays as an earlier version
 */
export async function keepArticle(
  article: unknown,
  url: string,
  { isPrivate, keepEarlier }: { isPrivate: boolean; keepEarlier: boolean },
): Promise<Outcome<{ id: string }>> {
  const saved = await saveArticle(libraryWriter(), article, url, { keepEarlier });
  if (saved.ok && !isPrivate) void followWithPictures(saved.value.id);
  return saved;
}

/**
 * Extracts the article of a tab and saves it; where it is known to have changed since it was saved, the earlier text is kept, too. Answers
 * once it is wholly stored.
 */
export async function saveTab(tabId: number): Promise<Outcome<{ id: string }>> {
  const extracted = await extractArticle(tabId);
  if (!extracted.ok) return extracted;
  const tab = await browser.tabs.get(tabId);
  const url = trustedAddress(extracted.value.url, tab.url);
  if (url === null) return { ok: false, reason: 'failed' };
  const { url: known, changes } = await readTab(tabId);
  return keepArticle(extracted.value, url, { isPrivate: tab.incognito, keepEarlier: changes !== null && isSamePage(known, url) });
}

/** An act begun from the button, a key or a menu, which have no surface to say that it failed: the button's badge does. */
async function told(tabId: number, act: Promise<Outcome<unknown>>): Promise<void> {
  const outcome = await act;
  if (!outcome.ok && outcome.reason !== 'stopped') await showFailure(tabId, failureText(outcome.reason));
}

/** Why nothing is read, where the page itself says so, or the user said it. */
const saidInPage: readonly FailureReason[] = ['no-article', 'not-html', 'too-large', 'stopped'];

async function read(tabId: number, how: 'asked' | 'selection'): Promise<Outcome> {
  const opened = await openReader(tabId, how);
  return opened.ok || saidInPage.includes(opened.reason) ? { ok: true, value: null } : opened;
}

/** What can be done with a tab from the button, a key or a menu. */
export const tabActs: Record<
  'read' | 'readSelection' | 'click' | 'firstClick' | 'toggleReader' | 'save' | 'toggleSite' | 'openLibrary',
  (tab: Tab) => Promise<void>
> = {
  read: async (tab: Tab) => {
    if (tab.id !== undefined) await told(tab.id, read(tab.id, 'asked'));
  },
  readSelection: async (tab: Tab) => {
    if (tab.id !== undefined) await told(tab.id, read(tab.id, 'selection'));
  },
  /** A click on the button where it shows no popup. */
  click: async (tab: Tab) => {
    if (tab.id === undefined) return;
    const opened = await read(tab.id, 'asked');
    if (opened.ok) return;
    await showPopup(tab.id).catch(() => showFailure(tab.id as number, failureText(opened.reason)));
  },
  toggleReader: async (tab: Tab) => {
    if (tab.id === undefined) return;
    const open = await isReaderOpen(tab.id);
    await told(tab.id, open ? closeReader(tab.id) : read(tab.id, 'asked'));
  },
  /**
   * A click on the button where the user withholds the site, in Chromium, which then runs the detector, which it had held back, and does not tell
   * the button's listener (Firefox does both): a detector that comes late into a page that is not ours to see says that the button was clicked.
   */
  firstClick: async (tab: Tab) => {
    const { buttonOnArticle } = await appSettings.read();
    if (buttonOnArticle === 'open-reader') await tabActs.click(tab);
    else if (tab.id !== undefined) await showPopup(tab.id);
  },
  save: async (tab: Tab) => {
    if (tab.id !== undefined) await told(tab.id, saveTab(tab.id));
  },
  toggleSite: async (tab: Tab) => {
    const host = siteHost(tab.url ?? '');
    if (tab.id === undefined) return;
    if (host === null) await showFailure(tab.id, failureText('unavailable'));
    else await told(tab.id, switchSite(host, !(await isAlwaysRead(host)), tab.incognito, tab.id));
  },
  openLibrary: () => openLibrary(null),
};
