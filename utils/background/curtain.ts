import { browser } from 'wxt/browser';
import { type ReaderSettings, readerSettings } from '../settings/reader-settings';
import { listSites, sitePatterns } from '../settings/site-rules';

const id = 'curtain';

/** What tells the curtain its colour; nothing where it is the system's. */
const papers: Partial<Record<ReaderSettings['theme'], string>> = {
  light: '/curtain-day.js',
  sepia: '/curtain-day.js',
  dark: '/curtain-night.js',
  black: '/curtain-night.js',
};

let last: Promise<void> = Promise.resolve();

/** Has the curtain stand before the pages of the switched-on sites, and of no others, and the detector look at them from the start. Settles when the browser knows. */
export function refreshCurtain(): Promise<void> {
  last = last.then(register, register);
  return last;
}

async function register(): Promise<void> {
  const matches = (await listSites()).flatMap(({ host }) => sitePatterns(host));
  const known = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const paper = papers[(await readerSettings.read()).theme];
  const script = { id, matches, js: [...(paper ? [paper] : []), '/curtain.js', '/detector.js'], runAt: 'document_start' as const };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
