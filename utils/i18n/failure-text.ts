import { i18n } from '#i18n';
import type { BulkAnswer, FailureReason, Outcome } from '../messages';
import { keyOf } from './key-of';

/** The sentence that tells the user why something could not be done. */
export const failureText = (reason: FailureReason): string => i18n.t(`failure.${keyOf(reason)}`);

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

/** The same for an act on saved articles of which some may have been left. */
export const problemOfBulk = (act: Promise<BulkAnswer<unknown>>): Promise<string | null> =>
  problemOf(act.then(({ left: [first] }) => (first ? { ok: false, reason: first.reason } : { ok: true, value: null })));
