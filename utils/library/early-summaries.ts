import type { ArticleSummary } from '../article/article';
import { type LibraryChange, showSummaries, watchSummaries } from './saved-articles';

type Show = (summaries: ArticleSummary[], count: number) => void;

/**
 * Begins to read the list, and to hear of changes, before there is anything to show it in: a page needs as long to start as the reading takes.
 *
 * @returns `read` and `watch` as `showSummaries` and `watchSummaries`; what came before the first call of each is handed on with it
 */
export function readSummariesEarly(): { read(show: Show): Promise<void>; watch(changed: (change: LibraryChange) => void): () => void } {
  let shown: Parameters<Show> | null = null;
  let show: Show = (...list) => {
    shown = list;
  };
  let early: Promise<void> | null = showSummaries((...list) => show(...list));
  early.catch(() => undefined); // whoever calls `read` hears of it

  let changes: LibraryChange[] | null = [];
  const stop = watchSummaries((change) => changes?.push(change));
  return {
    read(next) {
      if (!early) return showSummaries(next);
      const reading = early;
      early = null;
      show = next;
      if (shown) next(...(shown as Parameters<Show>));
      return reading;
    },
    watch(changed) {
      for (const change of changes ?? []) changed(change);
      if (changes) stop();
      changes = null;
      return watchSummaries(changed);
    },
  };
}
