import { useCallback, useState } from 'preact/hooks';
import type { Notice } from './Toast';

/** The notice on show; a new one takes the place of the last. */
export function useNotice() {
  const [notice, setNotice] = useState<Notice | null>(null);
  const show = useCallback((next: Omit<Notice, 'id'>) => setNotice((last) => ({ ...next, id: (last?.id ?? 0) + 1 })), []);
  const dismiss = useCallback(() => setNotice(null), []);
  return { notice, show, dismiss };
}
