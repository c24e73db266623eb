import { sizeOf } from '../../utils/pipeline/copy/page-size';
import { type ReadOptions, readArticle, readInSteps } from '../../utils/pipeline/read-article';
import type { Reading } from '../../utils/pipeline/reading';
import { inSlices } from '../../utils/pipeline/steps';

/** Milliseconds after which whoever waits is told what takes so long. */
const noticeAfter = 1000;

interface How extends ReadOptions {
  /** Nobody waits for it: what is huge is refused. */
  isUnasked: boolean;
  /** Says in the page that it is being read; returns what takes that away. Null where another surface says so. */
  tell: (() => () => void) | null;
  /** Aborted by whoever does not want to wait any longer. */
  signal: AbortSignal;
}

/**
 * Reads a page: at once where it is of ordinary size, else in slices, between which the page goes on. It is copied first: what becomes of it
 * meanwhile is not read.
 *
 * @returns null where the waiting was ended
 */
export function readPage(page: Document, url: string, how: How): Reading | Promise<Reading | null> {
  const size = sizeOf(page);
  if (size === 'ordinary') return readArticle(page, url, how);
  if (size === 'huge' && how.isUnasked) return { ok: false, reason: 'too-large' };
  return readLarge(page, url, how);
}

async function readLarge(page: Document, url: string, how: How): Promise<Reading | null> {
  let takeAway: (() => void) | undefined;
  const timer = setTimeout(() => {
    takeAway = how.tell?.();
  }, noticeAfter);
  try {
    return await inSlices(readInSteps(page, url, how), how.signal);
  } catch (error) {
    if (how.signal.aborted) return null;
    throw error;
  } finally {
    clearTimeout(timer);
    takeAway?.();
  }
}
