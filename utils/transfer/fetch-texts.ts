import type { ArticleSummary } from '../article/article';
import type { FetchAnswer, FetchFault } from '../messages';

/** Between two pages of one site. Milliseconds: no faster than someone who reads. */
const sitePause = 3000;
/** Sites that are asked at the same time. */
const atOnce = 3;

/** Why a link still has no text. */
export type TextFault = FetchFault | 'no-article' | 'not-kept' | 'no-access';

/** How far it is, and in the end what came of it. */
export interface FetchProgress {
  total: number;
  fetched: number;
  faults: { url: string; fault: TextFault }[];
}

/** What fetching needs of the world. */
export interface FetchActs {
  fetchPage(url: string): Promise<FetchAnswer>;
  /** Makes an article of a page and keeps it; null when it did. */
  keep(link: ArticleSummary, html: string): Promise<TextFault | null>;
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Waits, but no longer than until `signal`. */
export const pause: FetchActs['pause'] = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });

const siteOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';

/** The links of one site, one after the other. A site that asks to be left alone is. */
async function fetchSite(
  links: readonly ArticleSummary[],
  acts: FetchActs,
  signal: AbortSignal,
  tell: (url: string, fault: TextFault | null) => void,
) {
  let isBusy = false;
  for (const [at, link] of links.entries()) {
    if (at > 0 && !isBusy) await acts.pause(sitePause, signal);
    if (signal.aborted) return;
    const answer: FetchAnswer = isBusy ? { ok: false, reason: 'busy' } : await acts.fetchPage(link.url);
    if (!answer.ok) isBusy ||= answer.reason === 'busy';
    tell(link.url, answer.ok ? await acts.keep(link, answer.html) : answer.reason);
  }
}

/**
 * Fetches the texts of links: one page at a time of each site, with pauses, a few sites side by side. What was fetched is kept at once, so
 * that whatever ends this, the next time goes on from there.
 */
export async function fetchTexts(
  links: readonly ArticleSummary[],
  acts: FetchActs,
  { signal, onProgress }: { signal: AbortSignal; onProgress(progress: FetchProgress): void },
): Promise<FetchProgress> {
  const progress: FetchProgress = { total: links.length, fetched: 0, faults: [] };
  const sites = [...Map.groupBy(links, ({ url }) => siteOf(url)).values()];
  const tell = (url: string, fault: TextFault | null) => {
    if (fault) progress.faults.push({ url, fault });
    else progress.fetched++;
    onProgress({ ...progress, faults: [...progress.faults] });
  };
  const work = async () => {
    for (let site = sites.shift(); site && !signal.aborted; site = sites.shift()) await fetchSite(site, acts, signal, tell);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return progress;
}
