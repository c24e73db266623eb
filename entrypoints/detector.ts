import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Detector, watchPage } from '../utils/detector/watch-page';

declare global {
  // A `var`, since only those become members of globalThis.
  var cleanCopyDetector: Detector | undefined;
}

// On every page, at document_start. A later one takes the place of an earlier one: after an update of the extension there are two.
export default defineUnlistedScript(() => {
  globalThis.cleanCopyDetector?.stop();
  if (/^(text\/html|application\/xhtml\+xml)$/.test(document.contentType)) globalThis.cleanCopyDetector = watchPage();
});
