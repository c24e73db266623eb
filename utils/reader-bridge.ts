import type { Article } from './article/article';
import type { Outcome } from './messages';

/**
 * The style of the element that carries the reader; by it a new version of the extension finds what an old one left. Nothing the page's
 * styles say reaches it; what they say of custom properties ends at the dialog in it, which defines its own.
 */
export const hostStyle = 'all: initial !important; position: fixed !important; inline-size: 0 !important; block-size: 0 !important';

/**
 * What the reader script leaves in the isolated world of a tab, for `scripting.executeScript` calls of the background to use:
 * first `files: ['/reader.js']` (which keeps an instance that is already there), then a `func` that calls one of these.
 */
export interface ReaderBridge {
  /**
   * Opens the reader view over the page. With `asked` and `anyway` a failure is also shown in the page (`asked` offers "read this page
   * anyway"); `automatic` fails without a word. `selection` shows only what is selected on the page. `anyway` tries harder: whatever text there is. Opening an open reader does nothing.
   */
  open(how: 'asked' | 'anyway' | 'automatic' | 'selection'): Promise<Outcome>;
  close(): void;
  isOpen(): boolean;
  /** Has an open reader ask what the block is that the browser's menu was opened over. */
  point(): void;
  /** What is saved or set has changed outside: an open reader asks anew. */
  refresh(): void;
  /**
   * Compares the page with what is saved of it, in its idle time, and tells the background what changed. An open reader does so by itself.
   */
  compare(): Promise<Outcome>;
  /** For saving: the article of the open reader, else that of this page, without opening anything. */
  extract(): Promise<Outcome<Article>>;
}

declare global {
  // A `var`, since only those become members of globalThis.
  var cleanCopyReader: ReaderBridge | undefined;
}
