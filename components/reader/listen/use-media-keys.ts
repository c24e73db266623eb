import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Article } from '../../../utils/article/article';
import { type MediaActs, mediaKeysOf } from './media-keys';

/** Holds the keys for media while the article is read, or could go on being read. */
export function useMediaKeys(
  isHeld: boolean,
  isPlaying: boolean,
  { title, byline, siteName }: Pick<Article, 'title' | 'byline' | 'siteName'>,
  acts: MediaActs,
): void {
  const keys = useMemo(() => mediaKeysOf(window), []);
  const latest = useRef(acts);
  latest.current = acts;
  useLayoutEffect(() => {
    if (!isHeld) return keys.release();
    const now: MediaActs = {
      play: () => latest.current.play(),
      pause: () => latest.current.pause(),
      stop: () => latest.current.stop(),
      next: () => latest.current.next(),
      previous: () => latest.current.previous(),
    };
    keys.hold({ title, byline, site: siteName }, now, isPlaying);
  }, [keys, isHeld, isPlaying, title, byline, siteName]);
  useLayoutEffect(() => keys.release, [keys]);
}
