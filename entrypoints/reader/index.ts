import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createBridge } from './bridge';

// Injected again on every use: what is there stays, since a reader may be open in it.
export default defineUnlistedScript(() => {
  globalThis.cleanCopyReader ??= createBridge(document);
});
