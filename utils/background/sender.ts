import type { Browser } from 'wxt/browser';
import { articleAddress } from '../library/article-address';
import type { Sender } from '../messages';

/**
 * The address a page's article is kept by. A page may set any address of its own origin by the history API, so its own word is taken that
 * far and no further: an article read before an in-page navigation keeps its address.
 *
 * @param said by the page; @param seen by the browser
 * @returns null where they do not fit together
 */
export function trustedAddress(said: unknown, seen: string | undefined): string | null {
  const [a, b] = [typeof said === 'string' ? URL.parse(said) : null, URL.parse(seen ?? '')];
  return a && b && a.origin === b.origin && articleAddress(a.href) !== null ? a.href : null;
}

/** The tab a content script speaks for; `dispatch` saw to it that there is one. */
export function senderTab(sender: Sender): Browser.tabs.Tab & { id: number } {
  if (sender.tab?.id === undefined) throw new Error('Only a tab may send this');
  return sender.tab as Browser.tabs.Tab & { id: number };
}

/** The page a content script speaks for: its own word within what the browser saw. */
export const senderPage = (said: unknown, sender: Sender): string => trustedAddress(said, sender.url) ?? sender.url ?? '';
