import { parseChangeSummary } from '../changes/summary';
import { isSamePage } from '../library/article-address';
import { readSavedText } from '../library/saved-text';
import { localArea } from '../library/storage-area';
import { savedIdOf } from '../library/write-articles';
import type { Handlers } from '../messages';
import { hasPageAccess } from '../settings/site-rules';
import { compareInTab } from './reader-in-tab';
import { senderPage, senderTab } from './sender';
import { readTab, updateTab } from './tab-states';
import { refreshButton } from './toolbar-button';

/**
 * Has a page that is saved compared with its saved text, once a load; it tells what it found by `page-bg:article-changes`. Not in private
 * windows, where nothing runs that was not asked for, nor where the site is withheld: there the reader compares when it is opened.
 */
export async function compareWhereSaved({ id, incognito }: { id: number; incognito: boolean }): Promise<void> {
  const { url, level } = await readTab(id);
  if (incognito || level === 'none') return;
  if ((await savedIdOf(localArea(), url)) === null || !(await hasPageAccess(url))) return;
  let isFirst = false;
  await updateTab(id, ({ compared }) => {
    isFirst = !compared;
    return { compared: true };
  });
  if (isFirst) await compareInTab(id);
}

/** What pages ask and tell of what changed in them since they were saved. */
export const changeHandlers = {
  'page-bg:saved-text': ({ url }, sender) => readSavedText(senderPage(url, sender)),
  'page-bg:article-changes': async ({ url, rev, savedAt, changes }, sender) => {
    const { id } = senderTab(sender);
    const summary = parseChangeSummary(changes);
    const isTold = summary !== null && typeof rev === 'string' && typeof savedAt === 'number';
    await updateTab(id, (state) =>
      isSamePage(senderPage(url, sender), state.url) ? { changes: isTold ? { rev, savedAt, summary } : null } : {},
    );
    await refreshButton(id, true);
    return null;
  },
} satisfies Handlers;
