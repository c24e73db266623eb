import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type {} from '../utils/detector/curtain';

// Registered before the curtain where the user chose such colours: a curtain cannot wait for storage.
export default defineUnlistedScript(() => {
  globalThis.cleanCopyPaper = 'night';
});
