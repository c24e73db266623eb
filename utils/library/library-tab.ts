import { browser } from 'wxt/browser';

/** The address of the list of saved articles within the extension, or of one article. */
export const libraryPath = (id: string | null): `/library.html${string}` =>
  id === null ? '/library.html' : `/library.html?id=${encodeURIComponent(id)}`;

/** Shows the library in its tab where one is open in this window, else in a new tab. */
export async function openLibrary(id: string | null): Promise<void> {
  const root = browser.runtime.getURL('/library.html');
  // Our own pages' addresses are visible to us without the "tabs" permission.
  const tabs = await browser.tabs.query({ currentWindow: true });
  const open = tabs.find((tab) => tab.url === root || tab.url?.startsWith(`${root}?`));
  const url = browser.runtime.getURL(libraryPath(id));
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true, ...(open.url === url ? {} : { url }) });
}
