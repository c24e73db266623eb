import { browser } from 'wxt/browser';
import { type Answer, type DetectionLevel, type MessageName, type Sent, send } from '../messages';
import { detectArticle } from '../pipeline/detect/is-article';
import { isFrontPage } from '../settings/front-page';
import { curtainWait } from './curtain';
import { onMovedOn } from './navigation';
import { staysAsItIs } from './stays-as-it-is';

/** When to look at a page, in milliseconds after its content was there; later looks only where something changed. */
const looks = [0, 1000, 2500, 6000, 12_000];
/** The same on a site that is always read, where someone waits behind the curtain. */
const eagerLooks = [0, 200, 450, 750, 1100, 1600, 2100, curtainWait - 100];
/** After in-page navigation, until the page has drawn its new content. Milliseconds. */
const settling = 250;
/** The longest to wait for the reader's first paint, which does not come at all in a tab in the background. Milliseconds. */
const paintWait = 300;

/** The detector of one page. */
export interface Detector {
  /** Whether it still watches, and can speak to the background. */
  isAlive(): boolean;
  stop(): void;
}

const pause = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
const painted = () =>
  Promise.race([pause(paintWait), new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))]);

const contentLoaded = () =>
  new Promise<void>((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
const shown = () =>
  new Promise<void>((resolve) => {
    if (!(document as { prerendering?: boolean }).prerendering) resolve();
    else document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });

const isArticle = (level: DetectionLevel): boolean => level === 'article' || level === 'automatic';
const isReading = (): boolean => globalThis.cleanCopyReader?.isOpen() ?? false;

/** Judges the page as it loads and as it moves on, tells the background, and asks it to open the reader where the user wants that. */
export function watchPage(): Detector {
  const life = new AbortController();
  let visit = new AbortController();

  /** Undefined where the background gave no answer; an update of the extension ends this detector. */
  async function tell<N extends MessageName>(name: N, sent: Sent<N>): Promise<Answer<N> | undefined> {
    if (!browser.runtime?.id) life.abort();
    if (life.signal.aborted) return undefined;
    try {
      return await send(name, sent);
    } catch (error) {
      console.debug('The background did not answer', error);
      return undefined;
    }
  }

  /** Looks until the page is found to be an article or the time is up; tells each change. */
  async function judge(eager: boolean, current: AbortSignal): Promise<DetectionLevel> {
    let level: DetectionLevel = 'none';
    let changed = true;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    observer.observe(document, { childList: true, subtree: true });
    try {
      let waited = 0;
      for (const look of eager ? eagerLooks : looks) {
        await pause(look - waited);
        waited = look;
        if (!eager) await idle();
        if (current.aborted) break;
        const quiet = !changed;
        changed = false;
        if (!quiet) {
          const { level: found } = detectArticle(document, location.href);
          if (found !== level) void tell('page-bg:page-detected', { url: location.href, level: found });
          level = found;
          if (isArticle(level)) break;
        }
        if (eager && staysAsItIs(document, look, quiet)) globalThis.cleanCopyCurtain?.lift();
      }
    } finally {
      observer.disconnect();
    }
    return level;
  }

  /**
   * @param asItWas the page came back from the browser's cache: the reader is open or not, as the user left it
   * @param late the page had loaded before this detector came
   */
  async function look(current: AbortSignal, delay: number, asItWas: boolean, late: boolean): Promise<void> {
    try {
      const answer = await tell('page-bg:page-started', { url: location.href, reading: isReading(), late });
      const eager = !asItWas && (answer?.openAutomatically ?? false);
      if (!eager) globalThis.cleanCopyCurtain?.lift();
      await contentLoaded();
      await pause(delay);
      const level = await judge(eager, current);
      if (!eager || !isArticle(level) || current.aborted) return;
      globalThis.cleanCopyCurtain?.hold();
      const outcome = await tell('page-bg:open-automatically', { url: location.href });
      if (outcome?.ok) await painted();
    } finally {
      // Not where the page moved on meanwhile: the curtain is the next visit's then.
      if (!current.aborted || life.signal.aborted) globalThis.cleanCopyCurtain?.lift();
    }
  }

  function start(delay: number, { asItWas = false, late = false } = {}): void {
    visit.abort();
    visit = new AbortController();
    look(visit.signal, delay, asItWas, late).catch((error: unknown) => console.debug('This page could not be judged', error));
  }

  const late = document.readyState === 'complete';
  void shown().then(() => {
    if (life.signal.aborted) return;
    start(0, { late });
    onMovedOn(() => {
      if (!isReading() && !isFrontPage(location.href)) globalThis.cleanCopyCurtain?.raise();
      start(settling);
    }, life.signal);
  });
  addEventListener('pageshow', ({ persisted }) => persisted && start(0, { asItWas: true }), { signal: life.signal });
  life.signal.addEventListener('abort', () => visit.abort());
  return {
    isAlive: () => !life.signal.aborted && browser.runtime?.id !== undefined,
    stop: () => life.abort(),
  };
}
