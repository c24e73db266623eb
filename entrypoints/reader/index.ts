import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { claimGlobals } from '../../utils/claim-globals';
import { createBridge } from './bridge';

// Injected again on every use: what is there stays, since a reader may be open in it.
export default defineUnlistedScript(() => {
  claimGlobals();
  globalThis.cleanCopyReader ??= createBridge(document);
});
