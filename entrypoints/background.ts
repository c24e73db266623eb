import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { tabActs } from '../utils/background/acts';
import { chooseMenu, createMenus, refreshMenu } from '../utils/background/context-menus';
import { refreshCurtain } from '../utils/background/curtain';
import { handlers } from '../utils/background/handlers';
import { closeLibraryToPages, isFirstStart, sweepIfDue, wakeOpenTabs } from '../utils/background/housekeeping';
import { fetchWishedPictures } from '../utils/background/keep-pictures';
import { refreshKeyGate } from '../utils/background/key-gate';
import { refreshReader } from '../utils/background/reader-in-tab';
import { switchWishedSite } from '../utils/background/switch-site';
import { forgetTab, knownTabs } from '../utils/background/tab-states';
import { refreshButton, refreshButtons, refreshDefaultPopup } from '../utils/background/toolbar-button';
import { articleId } from '../utils/library/article-address';
import { watchSummaries } from '../utils/library/saved-articles';
import { changeShelf } from '../utils/library/shelf-cache';
import { answer } from '../utils/messages';
import { appSettings } from '../utils/settings/app-settings';
import { readerSettings } from '../utils/settings/reader-settings';
import { watchSites } from '../utils/settings/site-rules';

const commands = {
  'toggle-reader': tabActs.toggleReader,
  'save-article': tabActs.save,
  'read-selection': tabActs.readSelection,
  'toggle-site': tabActs.toggleSite,
  'open-library': tabActs.openLibrary,
};

/** Runs what an event asked for; the event itself has nobody who could hear of an error. */
const start = (act: Promise<unknown>): void => {
  act.catch((error: unknown) => console.error(error));
};

async function frontTab() {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

async function refreshSavedIn(ids: readonly string[]): Promise<void> {
  for (const { tabId, state } of await knownTabs()) if (ids.includes((await articleId(state.url)) ?? '')) await refreshButton(tabId);
}

/** Every open reader shows whether its article is saved, and its site switched on: both may be changed elsewhere. */
async function refreshReaders(): Promise<void> {
  const reading = (await knownTabs()).filter(({ state }) => state.reading);
  await Promise.all(reading.map(({ tabId }) => refreshReader(tabId)));
}

// Firefox for Android has neither commands nor menus.
// Every listener is added at once: an event that wakes the worker finds only those that its first turn adds.
export default defineBackground(() => {
  answer(handlers);
  browser.action.onClicked.addListener((tab) => start(tabActs.click(tab)));
  browser.commands?.onCommand.addListener((name, tab) => {
    const act = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined;
    if (act) start(Promise.resolve(tab ?? frontTab()).then((front) => front && act(front)));
  });
  browser.contextMenus?.onClicked.addListener((info, tab) => start(chooseMenu(info, tab)));
  browser.tabs.onActivated.addListener(({ tabId }) => start(browser.tabs.get(tabId).then(refreshMenu)));
  browser.tabs.onRemoved.addListener((tabId) => start(forgetTab(tabId)));
  browser.permissions.onAdded.addListener(() => start(switchWishedSite()));
  for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved])
    changed.addListener(() => {
      start(refreshDefaultPopup());
      start(refreshKeyGate());
    });
  browser.runtime.onInstalled.addListener(() => start(createMenus()));
  browser.runtime.onStartup.addListener(() => start(createMenus()));
  watchSummaries((change) => {
    const { saved, deleted } = change;
    start(changeShelf(change));
    start(refreshSavedIn([...saved.map(({ id }) => id), ...deleted]));
    start(refreshReaders());
  });
  appSettings.watch(() => {
    start(refreshDefaultPopup());
    start(refreshButtons());
  });
  readerSettings.watch(() => start(refreshCurtain()));
  watchSites(() => {
    start(refreshCurtain());
    start(refreshReaders());
  });

  start(closeLibraryToPages());
  start(refreshDefaultPopup());
  start(refreshButtons());
  start(refreshCurtain());
  start(refreshKeyGate());
  start(isFirstStart().then((first) => (first ? wakeOpenTabs() : undefined)));
  start(sweepIfDue());
  start(fetchWishedPictures()); // those that a stopped worker left
});
