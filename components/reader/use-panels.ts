import type { RefObject } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';

/** What can open over the reader, one at a time. */
export type PanelName = 'left-out' | 'point' | 'looks' | 'more' | 'keys' | 'changes';

export interface Panels {
  open: PanelName | null;
  toggle(name: PanelName): void;
  show(name: PanelName): void;
  close(): void;
  /** For `Panel`: gives the focus back to where it was when the first panel opened. */
  giveFocusBack(): void;
}

/**
 * Which panel is open. Opening one closes the other.
 *
 * @param view what they open over
 */
export function usePanels(view: RefObject<HTMLElement | null>): Panels {
  const [open, setOpen] = useState<PanelName | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const change = useCallback(
    (choose: (now: PanelName | null) => PanelName | null) =>
      setOpen((now) => {
        const origin = (view.current?.getRootNode() as ShadowRoot | Document | undefined)?.activeElement;
        if (now === null && origin instanceof HTMLElement) before.current = origin;
        return choose(now);
      }),
    [view],
  );
  const toggle = useCallback((name: PanelName) => change((now) => (now === name ? null : name)), [change]);
  const show = useCallback((name: PanelName) => change(() => name), [change]);
  const close = useCallback(() => setOpen(null), []);
  const giveFocusBack = useCallback(() => {
    if (before.current?.isConnected) before.current.focus({ preventScroll: true });
  }, []);
  return useMemo(() => ({ open, toggle, show, close, giveFocusBack }), [open, toggle, show, close, giveFocusBack]);
}
