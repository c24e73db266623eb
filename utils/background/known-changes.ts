import { i18n } from '#i18n';
import { changesInWords, dayInWords } from '../changes/in-words';
import type { MetaRecord } from '../library/records';
import type { TabState } from './tab-states';

/** Since when a tab's page is no longer as it was saved, and what of it, in words; null where nothing is known to have changed. */
export function knownChanges({ changes }: Pick<TabState, 'changes'>, saved: MetaRecord | null): [since: string, what: string] | null {
  // What was found of an earlier text says nothing of the one that is saved by now.
  if (!changes || !saved?.text || changes.rev !== saved.text.rev) return null;
  const locale = i18n.t('language');
  return [dayInWords(changes.savedAt, locale), changesInWords(changes.summary, i18n.t, locale)];
}
