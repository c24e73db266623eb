import { useEffect, useState } from 'preact/hooks';
import type { Synthesiser, Voice } from './synthesiser';

/** Milliseconds the browser has to come up with its voices: it looks for them when it is first asked. */
const patience = 3000;

/**
 * The browser's voices, once they are wanted.
 *
 * @returns null while it is not known whether there are any
 */
export function useVoices(synthesiser: Synthesiser, wanted: boolean): readonly Voice[] | null {
  const [voices, setVoices] = useState<readonly Voice[] | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const look = () => {
      const now = synthesiser.voices();
      if (now.length) setVoices(now);
    };
    look();
    const stop = synthesiser.onVoices(look);
    const timer = setTimeout(() => setVoices((now) => now ?? []), patience);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [synthesiser, wanted]);
  return voices;
}
