import type { SiteCorrection } from '../article/site-correction';
import type { Outcome } from '../messages';
import { addCorrection, parseCorrection, removeCorrection } from '../settings/site-corrections';
import { siteHost } from '../settings/site-rules';

/** Keeps or forgets a correction of a site; nothing is kept in private windows. Checks what it is sent: a page may have made it up. */
export async function correctSite(act: 'add' | 'remove', host: unknown, sent: SiteCorrection, isPrivate: boolean): Promise<Outcome> {
  const correction = parseCorrection(sent);
  if (typeof host !== 'string' || siteHost(`https://${host}/`) !== host || !correction) return { ok: false, reason: 'failed' };
  if (isPrivate) return { ok: false, reason: 'private-window' };
  await (act === 'add' ? addCorrection(host, correction) : removeCorrection(host, correction));
  return { ok: true, value: null };
}
