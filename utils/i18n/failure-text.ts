import { i18n } from '#i18n';
import type { FailureReason, Outcome } from '../messages';

/** The sentence that tells the user why something could not be done. */
export const failureText = (reason: FailureReason): string => sentences[reason]();

// Names of messages hold no hyphens: Chromium refuses the whole extension for one.
const sentences: Record<FailureReason, () => string> = {
  'no-article': () => i18n.t('failure.noArticle'),
  unavailable: () => i18n.t('failure.unavailable'),
  'storage-full': () => i18n.t('failure.storageFull'),
  'too-large': () => i18n.t('failure.tooLarge'),
  'not-found': () => i18n.t('failure.notFound'),
  'site-access': () => i18n.t('failure.siteAccess'),
  failed: () => i18n.t('failure.failed'),
};

/**
 * Waits for an act of the background and answers with the sentence to show when it failed, or null when it was done.
 * A lost background (the extension was updated meanwhile) is a failure like any other.
 */
export async function problemOf(act: Promise<Outcome<unknown>>): Promise<string | null> {
  try {
    const outcome = await act;
    return outcome.ok ? null : failureText(outcome.reason);
  } catch (error) {
    console.error(error);
    return failureText('failed');
  }
}
