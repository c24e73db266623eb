/** What the popup knows of the tab it was opened over. */
export type PageView =
  | { kind: 'loading' }
  /** The background could not say. */
  | { kind: 'unknown' }
  | { kind: 'unavailable'; why: UnavailableReason }
  | {
      kind: 'page';
      isArticle: boolean;
      reading: boolean;
      /** Whether some of its text is selected. */
      selected: boolean;
      title: string;
      siteName: string | null;
      host: string | null;
      wordCount: number | null;
      lang: string | null;
      saved: boolean;
      /** What is no longer as it was saved, in words. */
      changes: string | null;
      alwaysRead: boolean;
      /** Whether it is in a private window. */
      isPrivate: boolean;
      /** Whether pages of the site are seen as they load. */
      siteAccess: boolean;
    };

export type UnavailableReason = 'browser' | 'store' | 'own' | 'file' | 'other';

/** Hosts where browsers let no extension run: Chromium's `IsScriptableURL`, Firefox's `extensions.webextensions.restrictedDomains`. */
const storeHosts: readonly string[] = [
  'chromewebstore.google.com',
  'chrome.google.com',
  'microsoftedge.microsoft.com',
  'addons.mozilla.org',
  'addons.opera.com',
];

/** Why a page cannot be read, from its address, which older Chromium keeps back even of pages of ours (`isOwn`). */
export function unavailableReason(url: string, isOwn: boolean): UnavailableReason {
  if (isOwn) return 'own';
  if (!URL.canParse(url)) return 'browser';
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return 'file';
  if (storeHosts.includes(hostname)) return 'store';
  return protocol === 'http:' || protocol === 'https:' ? 'other' : 'browser';
}
