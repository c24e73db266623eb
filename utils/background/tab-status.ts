import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isHtml } from '../article/is-html';
import { isSamePage } from '../library/article-address';
import { localArea } from '../library/storage-area';
import { savedUnder } from '../library/write-articles';
import type { TabStatus } from '../messages';
import { hasPageAccess, isAlwaysRead, siteHost } from '../settings/site-rules';
import { knownChanges } from './known-changes';
import { isWebPage, runInTab } from './reader-in-tab';
import { readTab } from './tab-states';

/** Runs in the page: what only the page can say. An estimate of its words: those of the paragraphs outside menus and the like. */
function describePage() {
  const paragraphs = [...document.querySelectorAll('p')].filter((paragraph) => !paragraph.closest('nav,aside,footer,form,dialog'));
  const text = paragraphs.map((paragraph) => paragraph.textContent).join(' ');
  const lang = document.documentElement.lang || null;
  let wordCount = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) if (isWordLike) wordCount++;
  const siteName = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim() || null;
  return { contentType: document.contentType, siteName, lang, wordCount, selected: Boolean(getSelection()?.toString().trim()) };
}

/** What the popup shows of a tab. */
export async function tabStatus(tabId: number): Promise<TabStatus> {
  const [tab, state, facts] = await Promise.all([browser.tabs.get(tabId), readTab(tabId), runInTab(tabId, describePage, [])]);
  const url = tab.url ?? '';
  const host = siteHost(url);
  const here = isSamePage(state.url, url); // else the tab went where no detector speaks
  const isReadable = isWebPage(url) && facts.ok && isHtml(facts.value.contentType);
  const page = !isReadable ? 'unavailable' : !here || state.level === 'none' ? 'no-article' : 'article';
  const saved = await savedUnder(localArea(), url);
  const changes = here ? knownChanges(state, saved) : null;
  return {
    page,
    reading: here && state.reading,
    selected: facts.ok && facts.value.selected,
    url,
    title: tab.title ?? '',
    siteName: facts.ok ? facts.value.siteName : null,
    host,
    wordCount: facts.ok ? facts.value.wordCount : null,
    lang: facts.ok ? facts.value.lang : null,
    savedId: saved?.id ?? null,
    changes: changes && i18n.t('changes.since', changes),
    isPrivate: tab.incognito,
    alwaysRead: host !== null && (await isAlwaysRead(host)),
    siteAccess: host !== null && (await hasPageAccess(url)),
  };
}
