import { useEffect, useState } from 'preact/hooks';
import type { ReaderStatus } from './reader-props';

/** Milliseconds a message stays on screen: long enough to read twice. */
const statusStays = { info: 4000, problem: 10_000 };

/** The view's own messages (by key: theme, size) and the caller's, each until the next or for a moment. */
export function useStatus(given: ReaderStatus | null) {
  const [shown, setShown] = useState(given);
  useEffect(() => setShown(given), [given]);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), statusStays[shown.tone]);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown, (text: string) => setShown({ text, tone: 'info' })] as const;
}
