import type { Article } from '../../utils/article/article';
import { addressOf } from '../../utils/reader/watch-address';
import { ask } from './ask';
import { loadComparison } from './load-parts';

/** What seems to have changed is looked at again after so many milliseconds: a page may still be drawing its text. */
const secondLook = 2000;

const pause = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));

/** Once the page has loaded and has nothing else to do. */
async function quiet(page: Document): Promise<void> {
  const view = page.defaultView ?? window;
  if (page.readyState !== 'complete') await new Promise<void>((resolve) => view.addEventListener('load', () => resolve(), { once: true }));
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in view) view.requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 200);
  });
}

/**
 * Compares a page that nobody reads with us yet with what is saved of it, and tells the background. A change is told only where two looks
 * agree on it.
 *
 * @param isReading whether a reader is open by now: it compares by itself
 * @param read reads the page
 */
export async function compareInIdle(page: Document, isReading: () => boolean, read: () => Promise<Article | null>): Promise<void> {
  const url = addressOf(page);
  await quiet(page);
  const saved = await ask('page-bg:saved-text', { url });
  if (!saved.ok || !saved.value) return;
  const compare = await loadComparison();
  if (!compare) return;
  const look = async () => {
    if (isReading() || addressOf(page) !== url || !saved.value) return null;
    const article = await read();
    return article && compare(saved.value, article, page, false);
  };
  const first = await look();
  let changes = first?.summary ?? null;
  if (changes) {
    await pause(secondLook);
    await quiet(page);
    const second = await look();
    if (!second) return; // read or left meanwhile
    if (JSON.stringify(second.summary) !== JSON.stringify(changes)) changes = null;
  }
  const { rev, savedAt } = saved.value;
  if (!isReading() && addressOf(page) === url) await ask('page-bg:article-changes', { url, rev, savedAt, changes });
}
