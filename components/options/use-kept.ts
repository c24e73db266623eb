import { useCallback, useState } from 'preact/hooks';
import type { Kept } from './Section';

/** The word of a section that its last change was kept, and the way to set it. */
export function useKept(): [Kept | null, (ok: boolean) => void] {
  const [kept, setKept] = useState<Kept | null>(null);
  const tell = useCallback((ok: boolean) => setKept((last) => ({ ok, at: (last?.at ?? 0) + 1 })), []);
  return [kept, tell];
}
