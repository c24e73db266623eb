import type { Article } from '../../utils/article/article';
import type { ReadingPosition } from '../../utils/article/reading-position';
import type { ArticleChanges } from '../../utils/changes/compare-articles';
import type { ReaderSettings } from '../../utils/settings/reader-settings';
import type { ListenProps } from './listen/use-listening';
import type { MissingPicturesProps } from './MissingPictures';

/** `off`: saving cannot work now (private window, extension updated meanwhile); the control is shown disabled. */
export type SavingState = 'unsaved' | 'saving' | 'saved' | 'off';

/** A short message at the foot of the view, also read out. A new object is a new message, even with the same words. */
export interface ReaderStatus {
  text: string;
  tone: 'info' | 'problem';
}

/** Further pages of an article: offered, on their way, or stopped at a fault that can be told. */
export interface FurtherPages {
  /** How many are not here yet, as far as is known. */
  missing: number;
  /** The page that is on its way; null while none is. */
  loading: { number: number; count: number } | null;
  /** Why the last attempt ended early. */
  problem: string | null;
  /** Whether they are fetched without being asked for. */
  always: boolean;
  onFetch(): void;
  onCancel(): void;
  onAlways(on: boolean): void;
}

/** Two versions of the article, and what differs between them. */
export interface ReaderChanges {
  /** The line under the byline. */
  words: string;
  /** Null where the versions that were chosen are the same one. */
  changes: ArticleChanges | null;
  /** The names of the two. */
  before: string;
  after: string;
  /** Offered where the newer version is not saved. */
  keep: { busy: boolean; onKeep(): void } | null;
  /** In the library: all versions, the newest first; which is shown, and which are compared. Null in a page. */
  versions: {
    list: readonly { rev: string; name: string }[];
    shown: string;
    onShown(rev: string): void;
    compared: { from: string; to: string };
    onCompare(compared: { from: string; to: string }): void;
    /** Takes the version that is shown out of the library; null where it is the only one. */
    onRemove: (() => void) | null;
    /** Puts back the one that was taken out last. */
    onUndo: (() => void) | null;
  } | null;
}

/** What can be said of a block of the text. */
export type BlockWord = 'leave-out' | 'heading' | 'no-heading';

/** One block that is not in the text. */
export interface LeftOutBlock {
  id: number;
  /** Name of the rule that took it out. */
  rule: string;
  /** The start of its text. */
  text: string;
  /** Whether it stood in the article's own column. */
  inColumn: boolean;
  /** Where it stands among the text's top-level blocks since it was put back; -1 while it is out. */
  place: number;
  /** Whether its like can be told on other pages of the site. */
  isClear: boolean;
  /** Not what the page itself does not show: that may stand behind a gate. */
  canComeBack: boolean;
}

/** What was left out of the text, what the user changed, and the acts that change it. `place`: which top-level block of the text. */
export interface ReaderCorrections {
  leftOut: readonly LeftOutBlock[];
  made: readonly { words: string; sample: string; always: boolean; onUndo(): void }[];
  onPutBack(id: number, always: boolean): void;
  /** `isClear`: its like can be told on other pages of the site. `isRead`: it was read as part of the text, not put back. */
  blockAt(place: number): { isClear: boolean; isRead: boolean };
  onBlock(place: number, word: BlockWord, always: boolean, sample: string): void;
}

/** The parts of a listing that mean something, in order and without gaps; `kind` names the colour, '' for none. Null: an unknown language. */
export type ColourCode = (code: string, language: string) => readonly { kind: string; text: string }[] | null;

/** Calls `handle` for every key pressed while the view is shown; returns what stops it. */
export type ListenForKeys = (handle: (event: KeyboardEvent) => void) => () => void;

/** What the reader view shows, and what it asks for: in a page (over it) and in the library (a saved article). */
export interface ReaderViewProps {
  article: Article;
  /**
   * The article's text, from `sanitiseToFragment(article.contentHtml, article.url)`. Its nodes are moved on screen: make a new fragment
   * for a new article, and keep the same object while the article stays the same.
   */
  body: DocumentFragment;
  /**
   * `page`: lies over the article's own page; the first control is Close.
   * `library`: a page of ours; the first control is Back, links open a new tab, pictures are the caller's business.
   */
  mode: 'page' | 'library';
  settings: ReaderSettings;
  /** The whole new value. Called often while a button is held: wait a moment before storing it. */
  onSettings(settings: ReaderSettings): void;
  /** The switch "Only on <host>": whether these settings are the site's own. Null where there is no site to tell. */
  onlyHere: { host: string; on: boolean; onSwitch(on: boolean): void } | null;
  /** The families that the page's own text is set in, asked for when they are needed; null where there is no page. */
  siteFace: (() => string | null) | null;
  /** The typefaces are shown to choose from: have them ready. */
  onSpecimens?(): void;
  /** How the article is read aloud, and by what. */
  listen: ListenProps;
  saving: SavingState;
  /** Saves what is not saved, removes what is. */
  onToggleSaved(): void;
  /** The switch "Always read <host>"; null where there is none. */
  alwaysRead: { host: string; on: boolean } | null;
  onAlwaysRead(on: boolean): void;
  /** Opens the list of saved articles; null hides the control. */
  onOpenLibrary: (() => void) | null;
  /** Asks in which format the article is to go out; without it there is no such control. */
  onExport?: () => void;
  onClose(): void;
  /** Null where the article is all on one page, or its other pages are out of reach. */
  furtherPages: FurtherPages | null;
  /** Null where the article is as it was saved, or has one version only. */
  changes: ReaderChanges | null;
  /** Null where only the page itself could tell: in the library. */
  corrections: ReaderCorrections | null;
  /** Where the article was left: the page offers to go on there, the library does at once. Null where that is not known (yet). */
  position: ReadingPosition | null;
  /** Reading came to rest here. */
  onPosition(position: ReadingPosition): void;
  /** Only a part of the text is shown, the rest is `hidden`; null where all of it is. */
  part: { onShowWhole(): void } | null;
  /** Null where no picture is missing, and over a page, which has them. */
  missingPictures: MissingPicturesProps | null;
  /** The id that a heading with these words has on the article's own page, where that is open. */
  idOnPage?: (heading: string) => string | null;
  /** Opens a page in a reader of its own. */
  onReadLink(url: string): void;
  /** What the browser's menu asked for; each a new object. */
  asked?: { panel: 'point' } | null;
  /** Fetches what colours code; asked for only where there is some. Null where it cannot come. */
  loadCodeColours(): Promise<ColourCode | null>;
  status: ReaderStatus | null;
  /** A lasting line above the title, e.g. that the page has moved on since. */
  notice: string | null;
  /** In our pages: a `keydown` listener on the window. In a page: the guard that keeps keys from the page. */
  listenForKeys: ListenForKeys;
}
