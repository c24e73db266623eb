import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { keyOf } from '../i18n/key-of';
import { isSamePage } from '../library/article-address';
import { localArea } from '../library/storage-area';
import { savedUnder } from '../library/write-articles';
import { type AppSettings, appSettings } from '../settings/app-settings';
import { hasAllSites } from '../settings/site-rules';
import { knownChanges } from './known-changes';
import { knownTabs, readTab, type TabState } from './tab-states';

const popupPage = 'popup.html';

/** Names of the icons under `public/icon/`, and of the titles. */
export type ButtonIcon = 'article' | 'no-article' | 'reading' | 'saved' | 'changed';
export interface Button {
  icon: ButtonIcon;
  /** '' where a click is ours to handle: it opens the reader. */
  popup: '' | typeof popupPage;
}

/** What the button shows and does in a tab. */
export function buttonFor(
  state: Pick<TabState, 'level' | 'reading'>,
  saved: boolean | 'changed',
  settings: Pick<AppSettings, 'buttonOnArticle'>,
): Button {
  if (state.reading) return { icon: 'reading', popup: popupPage };
  const isArticle = state.level !== 'none';
  const icon = saved === 'changed' ? 'changed' : saved ? 'saved' : isArticle ? 'article' : 'no-article';
  return { icon, popup: isArticle && settings.buttonOnArticle === 'open-reader' ? '' : popupPage };
}

const failureBadge = '!';
const iconPaths = (icon: ButtonIcon) => ({ 16: `/icon/${icon}-16.png`, 32: `/icon/${icon}-32.png`, 48: `/icon/${icon}-48.png` });

let last: Promise<unknown> = Promise.resolve();
/** One after the other: of two that overlap, the one that read the older state could be the last to write. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const done = last.then(act);
  last = done.catch(() => undefined); // the caller sees the failure through `done`
  return done;
}

/**
 * Makes a tab's button say and do what fits its page.
 *
 * @param isUnasked the page tells of itself: what an act of the user's failed at stays said
 */
export const refreshButton = (tabId: number, isUnasked = false): Promise<void> => inTurn(() => paint(tabId, isUnasked));

/** A tab that is gone is in no window. */
const isPrivate = (tabId: number): Promise<boolean> =>
  browser.tabs.get(tabId).then(
    ({ incognito }) => incognito,
    () => false,
  );

async function titleOf(tabId: number, icon: ButtonIcon, changes: ReturnType<typeof knownChanges>): Promise<string> {
  if (icon === 'changed' && changes) return i18n.t('button.changed', changes);
  if (icon === 'changed' || icon === 'saved') return i18n.t((await isPrivate(tabId)) ? 'button.saved_privately' : 'button.saved');
  return i18n.t(`button.${keyOf(icon)}`);
}

/** Whether the button says that an act failed. A tab that is gone says nothing. */
const saysFailure = (tabId: number): Promise<boolean> =>
  browser.action.getBadgeText({ tabId }).then(
    (text) => text === failureBadge,
    () => false,
  );

async function paint(tabId: number, isUnasked: boolean): Promise<void> {
  const state = await readTab(tabId);
  const saved = await savedUnder(localArea(), state.url);
  const changes = knownChanges(state, saved);
  const { icon, popup } = buttonFor(state, changes ? 'changed' : saved !== null, await appSettings.read());
  const title = await titleOf(tabId, icon, changes);
  const isKept = isUnasked && (await saysFailure(tabId));
  const done = await Promise.allSettled([
    browser.action.setPopup({ tabId, popup }),
    browser.action.setIcon({ tabId, path: iconPaths(icon) }),
    ...(isKept ? [] : [browser.action.setTitle({ tabId, title }), browser.action.setBadgeText({ tabId, text: '' })]),
  ]);
  // A tab may close at any time; its button went with it.
  for (const result of done) if (result.status === 'rejected') console.debug('The button stays as it is', result.reason);
}

/** The same for every tab: after the worker started, or a setting changed. */
export async function refreshButtons(): Promise<void> {
  const known = new Map((await knownTabs()).map(({ tabId, state }) => [tabId, state]));
  for (const { id, url } of await browser.tabs.query({})) {
    const state = id === undefined ? undefined : known.get(id);
    // A tab may have gone where no detector speaks, such as a page of the browser's own; the browser has reset its button then.
    if (id !== undefined && state && isSamePage(state.url, url ?? '')) await refreshButton(id);
  }
}

/**
 * What a click does in a tab nothing is known of. With access to all sites that is no article (the detector would have said so): the popup.
 * Where the user withholds sites, only the click itself gives access to the page: it reads the page, or says that it is no article. In Firefox
 * the popup, too, has that access; Chromium runs the detector for the click, which says so (`firstClick`).
 */
export async function refreshDefaultPopup(): Promise<void> {
  const { buttonOnArticle } = await appSettings.read();
  const always = import.meta.env.FIREFOX && buttonOnArticle === 'open-popup';
  await browser.action.setPopup({ popup: always || (await hasAllSites()) ? popupPage : '' });
}

/** Opens the popup over the tab in front, after a click that could not be answered otherwise. Firefox allows it only at once after a click. */
export async function showPopup(tabId: number): Promise<void> {
  await browser.action.setPopup({ tabId, popup: popupPage });
  await browser.action.openPopup();
}

/** Says on the button that an act without a surface of its own (a key, a menu) failed, until the tab's state changes. */
export const showFailure = (tabId: number, sentence: string): Promise<void> =>
  inTurn(async () => {
    await browser.action.setBadgeText({ tabId, text: failureBadge });
    await browser.action.setTitle({ tabId, title: sentence });
  });
