import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { focusList, SavedList } from '../../components/library/SavedList';
import { SearchBox } from '../../components/library/SearchBox';
import { type ArticleSource, useArticles } from '../../components/library/use-articles';
import { type Act, useRemoval } from '../../components/library/use-removal';
import { useSearch } from '../../components/library/use-search';
import { useSearchKey } from '../../components/library/use-search-key';
import { useSnippets } from '../../components/library/use-snippets';
import { numberText } from '../../components/numbers';
import { PageCard } from '../../components/popup/PageCard';
import { Toast } from '../../components/Toast';
import { useNotice } from '../../components/use-notice';
import { failureText, problemOf, problemOfBulk } from '../../utils/i18n/failure-text';
import { readSummariesEarly } from '../../utils/library/early-summaries';
import { hitMarks, librarySearch } from '../../utils/library/library-search';
import { libraryPath, openLibrary } from '../../utils/library/library-tab';
import { firstRoute } from '../../utils/library/list-route';
import { chooseArticles } from '../../utils/library/list-view';
import { send } from '../../utils/messages';
import { hasWords, parseQuery } from '../../utils/search/query';
import { sitePatterns } from '../../utils/settings/site-rules';
import { useTabPage } from './use-tab-page';

/** Two lines of text, one of facts, and the space around them, in CSS pixels. */
const rowHeight = 83;
const shelfSource: ArticleSource = readSummariesEarly();
const removeArticle: Act = (id) => problemOfBulk(send('ui-bg:delete-articles', { ids: [id] }));
const restoreArticle: Act = (id) => problemOfBulk(send('ui-bg:restore-articles', { ids: [id] }));

/** Answers with the sentence to show where it failed. */
async function switchSite(host: string, on: boolean, access: boolean, tabId: number): Promise<string | null> {
  // Where access to the site is withheld; the browser asks the user, and only at once after a click. Firefox closes the popup meanwhile.
  if (on && !access) {
    void send('ui-bg:wish-site', { host, tabId });
    if (!(await browser.permissions.request({ origins: sitePatterns(host) }))) return failureText('site-access');
  }
  return problemOf(send('ui-bg:set-always-read', { host, on, tabId }));
}

async function show(id: string | null) {
  await openLibrary(id);
  window.close();
}

export function Popup() {
  const { tabId, savedId, page, refresh } = useTabPage();
  const { shelf, readAgain } = useArticles(shelfSource);
  const [query, setQuery] = useState('');
  const [busy, setBusy] = useState<'reading' | 'saving' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { notice, show: notify, dismiss } = useNotice();
  const remove = useRemoval(removeArticle, restoreArticle, notify);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useSearchKey(search);

  const articles = shelf.state === 'ready' ? shelf.articles : [];
  const asked = useMemo(() => parseQuery(query), [query]);
  const asksWords = hasWords(asked);
  const { hits } = useSearch(librarySearch, shelf, asksWords ? query : '');
  const found = useMemo(
    () => (query ? chooseArticles(articles, firstRoute, asked, asksWords ? (hits?.ids ?? null) : null) : articles),
    [articles, query, asked, asksWords, hits],
  );
  const source = useMemo(() => (asksWords && hits ? hitMarks(asked, hits.variants) : null), [asked, asksWords, hits]);
  const { onVisible, hitOf } = useSnippets(source);

  // What is saved decides whether this page is.
  useEffect(() => {
    refresh();
  }, [shelf, refresh]);

  /** Runs an act on the tab; the popup closes after those that change what the page shows. */
  const act = async (kind: 'reading' | 'saving' | null, doIt: (tabId: number) => Promise<string | null>, thenClose: boolean) => {
    if (tabId === null) return;
    setBusy(kind);
    setProblem(null);
    const failed = await doIt(tabId);
    setBusy(null);
    setProblem(failed);
    if (!failed && thenClose) window.close();
    else refresh();
  };

  return (
    <>
      <main class="popup-page">
        <PageCard
          page={page}
          busy={busy}
          problem={problem}
          onReadSelection={() => act('reading', (tab) => problemOf(send('ui-bg:read-selection', { tabId: tab })), true)}
          onRead={(anyway) => act('reading', (tab) => problemOf(send('ui-bg:open-reader', { tabId: tab, anyway })), true)}
          onClose={() => act(null, (tab) => problemOf(send('ui-bg:close-reader', { tabId: tab })), true)}
          onSave={() => act('saving', (tab) => problemOf(send('ui-bg:save-tab', { tabId: tab })), false)}
          onUnsave={() => savedId && page.kind === 'page' && remove({ id: savedId, title: page.title })}
          onAlwaysRead={(on) =>
            page.kind === 'page' && page.host && act(null, (tab) => switchSite(page.host ?? '', on, page.siteAccess, tab), false)
          }
        />
      </main>
      <section class="popup-saved" aria-label={i18n.t('list.name')}>
        {(shelf.state === 'loading' || articles.length > 0) && (
          <SearchBox
            query={query}
            inputRef={search}
            found={query ? found.length : null}
            onQuery={setQuery}
            onLeave={() => focusList(list)}
          />
        )}
        <div class="popup-scroller" ref={scroller}>
          <SavedList
            shelf={shelf}
            found={found}
            query={query}
            listRef={list}
            scroller={scroller}
            rowHeight={rowHeight}
            hrefOf={libraryPath}
            onOpen={show}
            onRemove={remove}
            onReadAgain={readAgain}
            hitOf={hitOf}
            onVisible={onVisible}
            empty={<EmptyState icon="library" title={i18n.t('popup.empty')} hint={i18n.t('popup.emptyHint')} />}
          />
        </div>
      </section>
      <Toast notice={notice} onDismiss={dismiss} />
      <nav class="popup-foot">
        <button type="button" class="button" onClick={() => show(null)}>
          <Icon name="library" size={18} />
          {i18n.t('popup.all')}
          {articles.length > 0 && <span class="count">{numberText(shelf.state === 'ready' ? shelf.count : 0)}</span>}
        </button>
        <button
          type="button"
          class="button"
          onClick={async () => {
            await browser.runtime.openOptionsPage();
            window.close();
          }}
        >
          <Icon name="settings" size={18} />
          {i18n.t('popup.settings')}
        </button>
      </nav>
    </>
  );
}
