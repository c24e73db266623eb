import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The place of what goes from step to step: `step` names the one that `children` shows. */
export function Steps({ step, children }: { step: string; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  // What was pressed goes with its step: the keyboard, and who listens, go on where the next one stands.
  useEffect(() => {
    if (before.current !== step) place.current?.focus({ preventScroll: true });
    before.current = step;
  }, [step]);
  return (
    <div ref={place} tabIndex={-1} class="transfer">
      {children}
    </div>
  );
}
