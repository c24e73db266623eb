import { useEffect, useMemo, useState } from 'preact/hooks';
import { createPlayer, type Player, silence } from './player';
import type { Synthesiser } from './synthesiser';

/** A player that falls silent when its view goes, or the page does. */
export function usePlayer(synthesiser: Synthesiser): [Player, ReturnType<Player['state']>] {
  const [state, setState] = useState(silence);
  const player = useMemo(() => createPlayer(synthesiser, setState), [synthesiser]);
  useEffect(() => {
    window.addEventListener('pagehide', player.pause);
    return () => {
      window.removeEventListener('pagehide', player.pause);
      player.pause();
    };
  }, [player]);
  return [player, state];
}
