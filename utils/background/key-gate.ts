import { browser } from 'wxt/browser';
import { everySite, hasAllSites } from '../settings/site-rules';

const id = 'key-gate';

let last: Promise<void> = Promise.resolve();

/**
 * Has the gate for keys stand on every page from its start. Not where the user withholds sites: Chromium would ask for a reload of the page
 * on each click of the button; there a page that listens at its window from the start hears what keys are pressed in the reader.
 */
export function refreshKeyGate(): Promise<void> {
  last = last.then(register, register);
  return last;
}

async function register(): Promise<void> {
  const isKnown = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  const isWanted = await hasAllSites();
  if (isWanted && !isKnown)
    await browser.scripting.registerContentScripts([{ id, matches: everySite, js: ['/key-gate.js'], runAt: 'document_start' }]);
  if (!isWanted && isKnown) await browser.scripting.unregisterContentScripts({ ids: [id] });
}
