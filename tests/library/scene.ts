import type { UnsafeArticle } from '../../utils/library/article-fields';
import type { Writer } from '../../utils/library/writer';
import { FaultyArea } from './faulty-area';

export const articleOf = (url: string, words = 'The tide comes in.'): UnsafeArticle => ({
  version: 1,
  url,
  title: `Story at ${url}`,
  standfirst: null,
  byline: 'Ada Reed',
  publishedTime: '2024-05-01',
  modifiedTime: null,
  siteName: 'The Harbour',
  lang: 'en',
  dir: 'ltr',
  excerpt: words,
  contentHtml: `<p>${words}</p>`,
  headings: [],
  wordCount: 4,
  completeness: { state: 'whole', share: 1, missing: null },
});

/** A writer as a freshly started worker has it: its own lock and its own view of the same stored items. */
export function startWorker(items = new Map<string, string>(), withGetKeys = true, clock = { now: 1_700_000_000_000 }) {
  const area = new FaultyArea(items, withGetKeys);
  let last: Promise<unknown> = Promise.resolve();
  let made = 0;
  const writer: Writer = {
    area,
    locked(act) {
      const result = last.then(act);
      last = result.catch(() => undefined); // the caller sees the failure through `result`
      return result;
    },
    now: () => clock.now++,
    random: () => `r${++made}x${area.operations}`,
  };
  return { area, writer };
}
