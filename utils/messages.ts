import { type Browser, browser } from 'wxt/browser';
import type { Article, ArticleMarks, ArticleVersion, SavedText } from './article/article';
import type { ReadingPosition } from './article/reading-position';
import type { SiteCorrection } from './article/site-correction';
import type { ChangeSummary } from './changes/summary';
import type { ListenSettings } from './settings/listen-settings';
import type { ReaderSettings } from './settings/reader-settings';

/** Level of the detector's answer; see `pipeline/reading.ts`. */
export type DetectionLevel = 'none' | 'offer' | 'article' | 'automatic';

/** What the popup says of a tab. */
export interface TabStatus {
  /** `unavailable`: a page of the browser's own, a store, a file or a type we cannot read. */
  page: 'article' | 'no-article' | 'unavailable';
  reading: boolean;
  /** Whether some of its text is selected. */
  selected: boolean;
  url: string;
  title: string;
  siteName: string | null;
  host: string | null;
  wordCount: number | null;
  lang: string | null;
  /** Id of the saved article with this address. */
  savedId: string | null;
  /** What is no longer as it was saved, in words; null where nothing is known to be. */
  changes: string | null;
  alwaysRead: boolean;
  /** In a private window nothing is kept, but for what is saved on purpose. */
  isPrivate: boolean;
  /** Whether pages of the site are seen as they load; without, a click on the button gives access to the page in front alone. */
  siteAccess: boolean;
}

/** Outcome of an act that may fail for a reason the user can be told. */
export type Outcome<Value = null> = { ok: true; value: Value } | { ok: false; reason: FailureReason };
export type FailureReason =
  | 'no-article'
  /** The tab shows a picture, a feed or another file. */
  | 'not-html'
  | 'unavailable'
  | 'storage-full'
  | 'too-large'
  | 'versions-full'
  | 'not-found'
  | 'newer-version'
  | 'site-access'
  | 'private-window'
  | 'stopped'
  | 'failed';

/** What is to become of one saved article's marks; what is left out stays. */
export interface MarksEdit {
  id: string;
  change: Partial<Omit<ArticleMarks, 'tags'>> & { addTags?: readonly string[]; removeTags?: readonly string[] };
}

/** What an act on many saved articles did; those left out of it, and why. */
export interface BulkAnswer<Done> {
  done: Done[];
  left: { id: string; reason: FailureReason }[];
}

/** A page's markup and the address it came from in the end; or why none came. `busy`: the site asks to be left alone for a while. */
export type FetchAnswer = { ok: true; html: string; url: string } | { ok: false; reason: FetchFault };
export type FetchFault = 'gone' | 'sign-in' | 'busy' | 'not-html' | 'too-large' | 'unreachable' | 'not-public';

/**
 * Every message of the extension. The name begins with its direction: `page-bg` from a content script to the background,
 * `ui-bg` from a page of ours to the background. Towards a tab the background runs functions instead: see `reader-bridge.ts`.
 */
export type Messages = {
  /** The detector's first word of a page: as it starts, after in-page navigation, and when the page comes back from the browser's cache. */
  'page-bg:page-started': {
    /** `late`: the detector came into a page that had loaded. */
    sent: { url: string; reading: boolean; late: boolean };
    answer: { openAutomatically: boolean };
  };
  /** What the detector thinks of the page now. */
  'page-bg:page-detected': { sent: { url: string; level: DetectionLevel }; answer: null };
  /** An automatic opening was found right by the detector: inject the reader into my tab. */
  'page-bg:open-automatically': { sent: { url: string }; answer: Outcome };
  /** The reader view opened or closed. `left`: the user closed it (remembered for this page and tab). */
  'page-bg:reader-state': { sent: { url: string; open: boolean; left: boolean }; answer: null };
  /** What the reader view needs to start with. */
  'page-bg:reader-context': {
    sent: { url: string };
    answer: {
      settings: ReaderSettings;
      /** Where the site has looks of its own. */
      siteLooks: ReaderSettings | null;
      listenSettings: ListenSettings;
      savedId: string | null;
      host: string | null;
      alwaysRead: boolean;
      isPrivate: boolean;
      fetchPages: boolean;
      corrections: SiteCorrection[];
      position: ReadingPosition | null;
    };
  };
  /** Where reading stopped; nothing is kept in private windows. May be lost. */
  'page-bg:keep-position': { sent: { url: string; position: ReadingPosition }; answer: null };
  /** Answered once the article is wholly stored. Saving the same again is harmless: without an answer, try once more. */
  'page-bg:save-article': {
    /** `keepEarlier`: where the article is saved with another text, that one stays as an earlier version. */
    sent: { article: Article; keepEarlier: boolean };
    answer: Outcome<{ id: string }>;
  };
  /** What is saved under the page's address, to compare it with the page. */
  'page-bg:saved-text': { sent: { url: string }; answer: SavedText | null };
  /** What of the page is no longer as it was saved, in the text with this `rev`; null: nothing. */
  'page-bg:article-changes': {
    sent: { url: string; rev: string; savedAt: number; changes: ChangeSummary | null };
    answer: null;
  };
  'page-bg:remove-article': { sent: { id: string }; answer: Outcome };
  /** Puts what colours code into the sender's tab, beside the reader. */
  'page-bg:load-code-colours': { sent: null; answer: Outcome };
  /** The same of what compares a page with what is saved of it. */
  'page-bg:load-comparison': { sent: null; answer: Outcome };
  'page-bg:set-reader-settings': { sent: ReaderSettings; answer: null };
  /** Gives the sender's site looks of its own; null: it looks as all do. */
  'page-bg:set-site-looks': { sent: { looks: ReaderSettings | null }; answer: Outcome };
  /** One of the bundled fonts' files, in Base64: a page has no way of its own to the extension's files. */
  'page-bg:font-file': { sent: { path: string }; answer: string | null };
  /** The files, by their paths, that a text on this page is set with: asked for before it is known what the user's face is. */
  'page-bg:text-files': { sent: { url: string; text: string; style: 'normal' | 'italic' }; answer: Record<string, string> };
  'page-bg:set-listen-settings': { sent: ListenSettings; answer: null };
  'page-bg:set-always-read': { sent: { on: boolean }; answer: Outcome };
  /** Keeps what the user said of one kind of block, for the sender's own site; or forgets it. */
  'page-bg:add-correction': { sent: SiteCorrection; answer: Outcome };
  'page-bg:remove-correction': { sent: SiteCorrection; answer: Outcome };
  /** Whether an article's further pages are fetched without being asked for. */
  'page-bg:set-fetch-pages': { sent: { on: boolean }; answer: null };
  /** Opens a page in a tab beside the sender's, and the reader in it where it is an article. */
  'page-bg:read-link': { sent: { url: string }; answer: null };
  'page-bg:open-library': { sent: { id: string | null }; answer: null };

  'ui-bg:add-correction': { sent: { host: string; correction: SiteCorrection }; answer: Outcome };
  'ui-bg:remove-correction': { sent: { host: string; correction: SiteCorrection }; answer: Outcome };
  'ui-bg:keep-position': { sent: { id: string; position: ReadingPosition }; answer: null };
  'ui-bg:read-link': { sent: { url: string }; answer: null };
  'ui-bg:tab-status': { sent: { tabId: number }; answer: TabStatus };
  'ui-bg:read-selection': { sent: { tabId: number }; answer: Outcome };
  /** Opens the reader in a tab; `anyway`: also where the detector says no. */
  'ui-bg:open-reader': { sent: { tabId: number; anyway: boolean }; answer: Outcome };
  'ui-bg:close-reader': { sent: { tabId: number }; answer: Outcome };
  'ui-bg:save-tab': { sent: { tabId: number }; answer: Outcome<{ id: string }> };
  'ui-bg:delete-articles': { sent: { ids: string[] }; answer: BulkAnswer<string> };
  /** Undo of a delete. */
  'ui-bg:restore-articles': { sent: { ids: string[] }; answer: BulkAnswer<string> };
  /** Changes states, tags and the like; `done` is what to send to take it back. */
  'ui-bg:change-articles': { sent: { edits: MarksEdit[] }; answer: BulkAnswer<MarksEdit> };
  /** Renames a tag, merges several, or (`to: null`) takes them from every article; `done` as above. */
  'ui-bg:replace-tags': { sent: { from: string[]; to: string | null }; answer: BulkAnswer<MarksEdit> };
  /** Takes one of several texts from a saved article, and puts it back. */
  'ui-bg:remove-version': { sent: { id: string; rev: string }; answer: Outcome };
  'ui-bg:restore-version': { sent: { id: string; version: ArticleVersion }; answer: Outcome };
  /** Answered once an article's pictures have come, or not. Only because the user asked for them. */
  'ui-bg:fetch-pictures': { sent: { id: string }; answer: null };
  /** An article was given a text: its pictures follow where they are kept. */
  'ui-bg:text-given': { sent: { id: string }; answer: null };
  'ui-bg:remove-pictures': { sent: null; answer: null };
  /** A page of the web, unread; only because the user asked for it. */
  'ui-bg:fetch-page': { sent: { url: string }; answer: FetchAnswer };
  /** `tabId`: the tab it is switched on from. Where it shows an article of the site, the reader opens. */
  /** What is asked of the user in the browser's own window, and is to be done once he agrees: the popup may be gone by then. */
  'ui-bg:wish-site': { sent: { host: string; tabId: number | null }; answer: null };
  'ui-bg:set-always-read': { sent: { host: string; on: boolean; tabId: number | null }; answer: Outcome };
};

export type MessageName = keyof Messages;
export type Sent<N extends MessageName> = Messages[N]['sent'];
export type Answer<N extends MessageName> = Messages[N]['answer'];
export type Sender = Browser.runtime.MessageSender;
export type Handler<N extends MessageName> = (sent: Sent<N>, sender: Sender) => Promise<Answer<N>> | Answer<N>;
export type Handlers = { [N in MessageName]?: Handler<N> };
/** Kept apart from the answer so that a thrown error reaches the caller as an error. */
export type Reply = { value: unknown } | { error: string };

/**
 * Looks up the handler and calls it; `undefined` means "not for me". Pure but for the handler.
 * `ui-` messages are taken only from pages of ours, `page-` ones only from our content script in a tab's top frame.
 */
export function dispatch(
  handlers: Handlers,
  message: unknown,
  sender: Sender,
  own: { id: string; root: string },
): Promise<Reply> | undefined {
  const { name, sent } = (typeof message === 'object' && message !== null ? message : {}) as { name?: unknown; sent?: unknown };
  if (typeof name !== 'string' || !Object.hasOwn(handlers, name) || sender.id !== own.id) return undefined;
  const fromOwnPage = sender.url?.startsWith(own.root) ?? false;
  if (name.startsWith('ui-') && !fromOwnPage) return undefined;
  if (name.startsWith('page-') && (fromOwnPage || sender.tab?.id === undefined || sender.frameId !== 0)) return undefined;
  // The one cast: TypeScript cannot follow a name to its payload here. Handlers parse what a page could have forged.
  const handler = handlers[name as MessageName] as ((sent: unknown, sender: Sender) => unknown) | undefined;
  if (!handler) return undefined;
  return Promise.resolve()
    .then(() => handler(sent, sender))
    .then(
      (value) => ({ value }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    );
}

/** Answers messages for as long as this context lives. */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const reply = dispatch(handlers, message, sender, { id: browser.runtime.id, root: browser.runtime.getURL('/') });
    if (!reply) return undefined;
    reply.then(respond);
    return true; // the channel stays open until `respond`
  });
}

function unwrap<N extends MessageName>(name: N, reply: Reply | undefined): Answer<N> {
  if (!reply) throw new Error(`No answer to "${name}"`);
  if ('error' in reply) throw new Error(`"${name}" failed: ${reply.error}`);
  return reply.value as Answer<N>;
}

/** Sends to the background. Throws when it failed, gave no answer, or the extension was updated meanwhile. */
export async function send<N extends MessageName>(name: N, sent: Sent<N>): Promise<Answer<N>> {
  return unwrap(name, (await browser.runtime.sendMessage({ name, sent })) as Reply | undefined);
}
