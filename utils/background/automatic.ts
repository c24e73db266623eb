import { articleAddress } from '../library/article-address';
import { isFrontPage } from '../settings/front-page';
import { isAlwaysRead, siteHost } from '../settings/site-rules';
import type { TabState } from './tab-states';

/** Whether the page of a tab opens in the reader by itself, provided that it is an article. */
export async function opensAutomatically(state: TabState): Promise<boolean> {
  const address = articleAddress(state.url);
  const host = siteHost(state.url);
  if (!address || !host || state.left.includes(address)) return false;
  return state.openOnce || (!isFrontPage(state.url) && (await isAlwaysRead(host)));
}
