import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isHtml } from '../utils/article/is-html';
import { claimGlobals } from '../utils/claim-globals';
import { type Detector, watchPage } from '../utils/detector/watch-page';

declare global {
  // A `var`, since only those become members of globalThis.
  var cleanCopyDetector: Detector | undefined;
}

// On every page once it is parsed, and at document_start on the sites that are always read: there it runs twice, and the first goes on.
// After an update of the extension the first is dead, and the new one takes its place.
export default defineUnlistedScript(() => {
  claimGlobals();
  if (globalThis.cleanCopyDetector?.isAlive()) return;
  globalThis.cleanCopyDetector?.stop();
  if (isHtml(document.contentType)) globalThis.cleanCopyDetector = watchPage();
});
