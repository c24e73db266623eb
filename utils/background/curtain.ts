import { browser } from 'wxt/browser';
import { listSites } from '../settings/site-rules';

const id = 'curtain';

/** Match patterns know no ports and no addresses in brackets; such hosts do without the curtain. */
const patterns = (host: string): string[] => (/^[a-z0-9.-]+$/.test(host) ? [`*://${host}/*`, `*://www.${host}/*`] : []);

let last: Promise<void> = Promise.resolve();

/** Has the curtain stand before the pages of the switched-on sites, and of no others. Settles when the browser knows. */
export function refreshCurtain(): Promise<void> {
  last = last.then(register, register);
  return last;
}

async function register(): Promise<void> {
  const matches = (await listSites()).flatMap(({ host }) => patterns(host));
  const known = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = { id, matches, js: ['/curtain.js'], runAt: 'document_start' as const };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
