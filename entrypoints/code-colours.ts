import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { colourCode } from '../utils/code-colours/colour-code';

declare global {
  // A `var`, since only those become members of globalThis.
  var cleanCopyColourCode: typeof colourCode | undefined;
}

// A file of its own, which the reader has injected where an article holds code: most do not.
export default defineUnlistedScript(() => {
  globalThis.cleanCopyColourCode = colourCode;
});
