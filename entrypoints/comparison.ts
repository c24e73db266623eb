import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { compareWithSaved } from '../utils/changes/compare-with-saved';

declare global {
  // A `var`, since only those become members of globalThis.
  var cleanCopyCompare: typeof compareWithSaved | undefined;
}

// A file of its own, which the reader has injected where an article is saved: most are read without.
export default defineUnlistedScript(() => {
  globalThis.cleanCopyCompare = compareWithSaved;
});
