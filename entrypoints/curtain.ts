import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCurtain } from '../utils/detector/curtain';
import { isFrontPage } from '../utils/settings/front-page';

// Registered by the background for the sites that are always read, at document_start: before anything is painted.
export default defineUnlistedScript(() => {
  globalThis.cleanCopyCurtain = createCurtain(document);
  if (!isFrontPage(location.href)) globalThis.cleanCopyCurtain.raise();
});
