import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type PageView, unavailableReason } from '../../components/popup/page-view';
import { send, type TabStatus } from '../../utils/messages';

/** What the popup shows of a tab's state. */
export function viewOfTab(status: TabStatus, isOwn: boolean): PageView {
  if (status.page === 'unavailable') return { kind: 'unavailable', why: unavailableReason(status.url, isOwn) };
  const { reading, selected, title, siteName, host, wordCount, lang, changes, alwaysRead, isPrivate, siteAccess } = status;
  return {
    kind: 'page',
    isArticle: status.page === 'article',
    reading,
    selected,
    title,
    siteName,
    host,
    wordCount,
    lang,
    saved: status.savedId !== null,
    alwaysRead,
    changes,
    isPrivate,
    siteAccess,
  };
}

export interface TabPage {
  /** Null until the browser has said which tab the popup stands over. */
  tabId: number | null;
  savedId: string | null;
  page: PageView;
  refresh(): void;
}

/** The tab the popup was opened over. */
export function useTabPage(): TabPage {
  const [tabId, setTabId] = useState<number | null>(null);
  const [{ page, savedId }, setState] = useState<{ page: PageView; savedId: string | null }>({ page: { kind: 'loading' }, savedId: null });

  const refresh = useCallback(async () => {
    try {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.id === undefined) throw new Error('Expected an active tab in the window of the popup, but there is none');
      const status = await send('ui-bg:tab-status', { tabId: tab.id });
      setTabId(tab.id);
      const isOwn = browser.extension.getViews({ tabId: tab.id }).length > 0;
      setState({ page: viewOfTab(status, isOwn), savedId: status.savedId });
    } catch (error) {
      console.error(error);
      setState({ page: { kind: 'unknown' }, savedId: null });
    }
  }, []);

  useEffect(() => {
    refresh();
    // What is known of tabs stands there: of a page that is still loading, or is first looked at as the popup opens, it comes later.
    browser.storage.session.onChanged.addListener(refresh);
    return () => browser.storage.session.onChanged.removeListener(refresh);
  }, [refresh]);
  return { tabId, savedId, page, refresh };
}
