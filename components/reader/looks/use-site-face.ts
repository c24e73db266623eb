import { useEffect, useMemo } from 'preact/hooks';
import type { ReaderViewProps } from '../reader-props';

/**
 * The page's own typeface, where it is shown: as the text's face, or among those to choose from. Tells the caller, too, when there is
 * something to choose.
 */
export function useSiteFace({ settings, siteFace, onSpecimens }: ReaderViewProps, isChoosing: boolean): string | null {
  useEffect(() => {
    if (isChoosing) onSpecimens?.();
  }, [isChoosing, onSpecimens]);
  const isShown = isChoosing || settings.font === 'site';
  return useMemo(() => (isShown && siteFace ? siteFace() : null), [isShown, siteFace]);
}
