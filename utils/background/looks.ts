import type { Outcome } from '../messages';
import { parseReaderSettings } from '../settings/reader-settings';
import { setSiteLooks } from '../settings/site-looks';

/**
 * Gives a site looks of its own, or takes them from it. A private window leaves no trace of the sites visited in it.
 *
 * @param looks as a content script sent them
 */
export async function lookOfSite(host: string | null, looks: unknown, isPrivate: boolean): Promise<Outcome> {
  if (host === null) return { ok: false, reason: 'unavailable' };
  if (isPrivate) return { ok: false, reason: 'private-window' };
  if (typeof looks !== 'object' || Array.isArray(looks)) return { ok: false, reason: 'failed' };
  await setSiteLooks(host, looks === null ? null : parseReaderSettings(looks));
  return { ok: true, value: null };
}
