import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { claimGlobals } from '../utils/claim-globals';
import { gatedEvents } from '../utils/reader/key-gate';

// Before the page's own scripts run: of the listeners at a window, the first one put there hears a key first.
export default defineUnlistedScript(() => {
  claimGlobals();
  for (const name of gatedEvents) window.addEventListener(name, (event) => globalThis.cleanCopyKeyGate?.(event), true);
});
