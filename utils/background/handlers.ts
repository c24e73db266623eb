import { browser } from 'wxt/browser';
import { articleAddress, articleId, isArticleId, isSamePage } from '../library/article-address';
import { deleteArticles } from '../library/change-articles';
import { openLibrary } from '../library/library-tab';
import { readPosition } from '../library/positions';
import { localArea } from '../library/storage-area';
import { savedIdOf } from '../library/write-articles';
import { libraryWriter } from '../library/writer';
import type { DetectionLevel, Handlers, Outcome, Sender } from '../messages';
import { appSettings } from '../settings/app-settings';
import { listenSettings, parseListenSettings } from '../settings/listen-settings';
import { parseReaderSettings, readerSettings } from '../settings/reader-settings';
import { readCorrections } from '../settings/site-corrections';
import { readSiteLooks } from '../settings/site-looks';
import { hasPageAccess, isAlwaysRead, siteHost } from '../settings/site-rules';
import { keepArticle, saveTab, tabActs } from './acts';
import { changeHandlers, compareWhereSaved } from './article-changes';
import { opensAutomatically } from './automatic';
import { readLink, refreshMenu } from './context-menus';
import { correctSite } from './corrections';
import { readFontFile, readTextFiles } from './font-files';
import { libraryHandlers } from './library-handlers';
import { lookOfSite } from './looks';
import { quietFrames } from './quiet-frames';
import { closeReader, loadCodeColours, loadComparison, openReader } from './reader-in-tab';
import { keepReadingPosition } from './reading-positions';
import { senderPage, senderTab, trustedAddress } from './sender';
import { switchSite, wishSite } from './switch-site';
import { readTab, updateTab } from './tab-states';
import { tabStatus } from './tab-status';
import { refreshButton } from './toolbar-button';

const levels: readonly DetectionLevel[] = ['none', 'offer', 'article', 'automatic'];
const failed: Outcome<never> = { ok: false, reason: 'failed' };
const notFound: Outcome<never> = { ok: false, reason: 'not-found' };

/** Whether the tab shows that page now; a page that was left may still have words on the way. */
const isShown = (page: string, sender: Sender): boolean => isSamePage(page, sender.tab?.url ?? '');

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

async function isPrivate(sender: Sender): Promise<boolean> {
  if (sender.tab) return sender.tab.incognito;
  // A popup has no tab of its own: it belongs to the window in front.
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.incognito ?? false;
}

/** What the background answers. Each checks what it is sent: a page may have taken over its content script's process. */
export const handlers: Handlers = {
  'page-bg:page-started': async ({ url, reading, late }, sender) => {
    const tab = senderTab(sender);
    const page = senderPage(url, sender);
    const state = await updateTab(tab.id, (before) => ({
      url: page,
      level: 'none',
      reading: reading === true,
      compared: false,
      changes: isSamePage(before.url, page) && reading === true ? before.changes : null, // an open reader has compared
      openOnce: before.openOnce && (before.url === '' || isSamePage(before.url, page)), // what the link led to, not what comes after
    }));
    await Promise.all([refreshButton(tab.id), refreshMenu(tab)]);
    if (late === true && !import.meta.env.FIREFOX && !(await hasPageAccess(page))) await tabActs.firstClick(tab);
    return { openAutomatically: await opensAutomatically(state) };
  },
  'page-bg:page-detected': async ({ url, level }, sender) => {
    const tab = senderTab(sender);
    if (!levels.includes(level)) return null;
    const page = senderPage(url, sender);
    await updateTab(tab.id, (state) => {
      if (isSamePage(page, state.url)) return { level };
      return isShown(page, sender) ? { url: page, level, compared: false, changes: null } : {};
    });
    await refreshButton(tab.id, true);
    compareWhereSaved(tab).catch((error: unknown) => console.warn('The page was not compared with what is saved', error));
    return null;
  },
  'page-bg:open-automatically': async ({ url }, sender) => {
    const { id } = senderTab(sender);
    const state = await readTab(id);
    if (!isSamePage(senderPage(url, sender), state.url) || !(await opensAutomatically(state))) return failed;
    const outcome = await openReader(id, 'automatic');
    // The reader itself says that it is open; by now it may be closed again.
    if (outcome.ok) await updateTab(id, () => ({ openOnce: false }));
    return outcome;
  },
  'page-bg:reader-state': async ({ url, open, left }, sender) => {
    const { id } = senderTab(sender);
    const page = senderPage(url, sender);
    const address = articleAddress(page);
    await updateTab(id, (state) => {
      const others = state.left.filter((page) => page !== address);
      const pages = address && left === true ? [...others, address] : open === true ? others : state.left;
      // Late word from a page that was left says nothing of what the tab shows; a reader kept open over in-page navigation may still close.
      const isLate = open === true && !isSamePage(page, state.url) && !isShown(page, sender);
      return isLate ? { left: pages } : { reading: open === true, left: pages };
    });
    await Promise.all([refreshButton(id), quietFrames(id, open === true), refreshMenu(senderTab(sender))]);
    return null;
  },
  'page-bg:reader-context': async ({ url }, sender) => {
    const page = senderPage(url, sender);
    const host = siteHost(page);
    const [settings, listening, siteLooks, savedId, app, corrections] = await Promise.all([
      readerSettings.read(),
      listenSettings.read(),
      host === null ? null : readSiteLooks(host),
      savedIdOf(localArea(), page),
      appSettings.read(),
      host === null ? [] : readCorrections(host),
    ]);
    const id = await articleId(page);
    const position = id === null ? null : await readPosition(id);
    return {
      settings,
      siteLooks,
      listenSettings: listening,
      savedId,
      host,
      alwaysRead: host !== null && (await isAlwaysRead(host)),
      isPrivate: senderTab(sender).incognito,
      fetchPages: app.furtherPages === 'fetch',
      corrections,
      position,
    };
  },
  'page-bg:keep-position': async ({ url, position }, sender) => {
    const id = await articleId(senderPage(url, sender));
    if (!senderTab(sender).incognito) await keepReadingPosition(id, position);
    return null;
  },
  'page-bg:save-article': async ({ article, keepEarlier }, sender) => {
    const url = trustedAddress(article?.url, sender.url);
    if (url === null) return failed;
    return keepArticle(article, url, { isPrivate: senderTab(sender).incognito, keepEarlier: keepEarlier === true });
  },
  ...changeHandlers,
  'page-bg:remove-article': async ({ id }, sender) => {
    // A page's script may remove what it saved itself: the article of its own address.
    const { url } = await readTab(senderTab(sender).id);
    const own = [await articleId(sender.url ?? ''), await articleId(url)];
    if (!isArticleId(id) || !own.includes(id)) return notFound;
    const { left } = await deleteArticles(libraryWriter(), [id]);
    // One that is gone already is what was asked for: the answer to the first asking may have been lost with a stopped background.
    return left[0] && left[0].reason !== 'not-found' ? { ok: false, reason: left[0].reason } : { ok: true, value: null };
  },
  'page-bg:load-code-colours': (_, sender) => loadCodeColours(senderTab(sender).id),
  'page-bg:load-comparison': (_, sender) => loadComparison(senderTab(sender).id),
  'page-bg:set-reader-settings': async (settings) => {
    // Over what is kept: the reader of an earlier version does not know every field.
    if (isRecord(settings)) await readerSettings.write(parseReaderSettings({ ...(await readerSettings.read()), ...settings }));
    return null;
  },
  'page-bg:set-site-looks': ({ looks }, sender) => lookOfSite(siteHost(sender.url ?? ''), looks, senderTab(sender).incognito),
  'page-bg:font-file': ({ path }) => readFontFile(path),
  'page-bg:text-files': ({ url, text, style }, sender) => readTextFiles(senderPage(url, sender), text, style),
  'page-bg:set-listen-settings': async (settings) => {
    // Over what is kept: the reader of an earlier version does not know every field.
    if (isRecord(settings)) await listenSettings.write(parseListenSettings({ ...(await listenSettings.read()), ...settings }));
    return null;
  },
  'page-bg:add-correction': (correction, sender) => correctSite('add', siteHost(sender.url ?? ''), correction, senderTab(sender).incognito),
  'page-bg:remove-correction': (correction, sender) =>
    correctSite('remove', siteHost(sender.url ?? ''), correction, senderTab(sender).incognito),
  'page-bg:set-fetch-pages': async ({ on }) => {
    await appSettings.write({ ...(await appSettings.read()), furtherPages: on === true ? 'fetch' : 'offer' });
    return null;
  },
  'page-bg:set-always-read': async ({ on }, sender) => {
    const { id, incognito } = senderTab(sender);
    return switchSite(siteHost(sender.url ?? ''), on, incognito, id);
  },
  'page-bg:read-link': async ({ url }, sender) => {
    await readLink(senderTab(sender), url);
    return null;
  },
  'page-bg:open-library': async ({ id }) => {
    await openLibrary(isArticleId(id) ? id : null);
    return null;
  },

  'ui-bg:add-correction': async ({ host, correction }, sender) => correctSite('add', host, correction, await isPrivate(sender)),
  'ui-bg:remove-correction': async ({ host, correction }, sender) => correctSite('remove', host, correction, await isPrivate(sender)),
  'ui-bg:keep-position': async ({ id, position }, sender) => {
    if (!(await isPrivate(sender))) await keepReadingPosition(id, position);
    return null;
  },
  'ui-bg:read-link': async ({ url }, sender) => {
    await readLink(sender.tab ?? {}, url);
    return null;
  },
  'ui-bg:tab-status': ({ tabId }) => tabStatus(tabId),
  'ui-bg:read-selection': ({ tabId }) => openReader(tabId, 'selection'),
  'ui-bg:open-reader': ({ tabId, anyway }) => openReader(tabId, anyway ? 'anyway' : 'asked'),
  'ui-bg:close-reader': ({ tabId }) => closeReader(tabId),
  'ui-bg:save-tab': ({ tabId }) => saveTab(tabId),
  ...libraryHandlers,
  'ui-bg:wish-site': async ({ host, tabId }, sender) => {
    await wishSite(host, tabId, await isPrivate(sender));
    return null;
  },
  'ui-bg:set-always-read': async ({ host, on, tabId }, sender) => switchSite(host, on, await isPrivate(sender), tabId),
};
