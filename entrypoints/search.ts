import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ToSearch } from '../utils/search/search-messages';
import { SearchWorker } from '../utils/search/search-worker';

/** Runs as a worker of a page of ours: searching and indexing never hold up what the page shows. */
export default defineUnlistedScript(() => {
  const worker = new SearchWorker((message) => self.postMessage(message));
  self.addEventListener('message', ({ data }: MessageEvent<ToSearch>) => {
    worker.hear(data).catch(console.error);
  });
});
