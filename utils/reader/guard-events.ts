import { gatedEvents } from './key-gate';

/** A page's own handlers for these would act on keys meant for the reader, or forbid selecting and copying its text. */
const guarded = [
  'mousedown',
  'mouseup',
  'dblclick',
  'auxclick',
  'contextmenu',
  'selectstart',
  'dragstart',
  'copy',
  'cut',
  'paste',
] as const;

export interface EventGuard {
  /** Calls `handle` for each `keydown`; returns what stops it. */
  listen(handle: (event: KeyboardEvent) => void): () => void;
  stop(): void;
}

/**
 * Keeps events from the page by taking them first, at the window. Their default actions (scrolling, activating a button, copying) stay.
 * Keys come by the gate that stands at the window from the page's start; where it does not, a page that put its own listener there before us
 * still sees them: nothing secret is ever typed in the reader.
 */
export function guardEvents(view: Window): EventGuard {
  const handlers = new Set<(event: KeyboardEvent) => void>();
  const down = new Set<string>();
  let stopped = false;

  const swallow = (event: Event) => event.stopImmediatePropagation();
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return; // made up by the page, for itself
    if (event.type === 'keyup') {
      if (down.delete(event.code) || !stopped) event.stopImmediatePropagation();
      if (stopped && down.size === 0) letKeysGo();
    } else if (!stopped) {
      event.stopImmediatePropagation();
      if (event.type === 'keypress') return;
      down.add(event.code);
      for (const handle of [...handlers]) handle(event);
    }
  };
  const letKeysGo = () => {
    for (const name of gatedEvents) view.removeEventListener(name, onKey, true);
    if (globalThis.cleanCopyKeyGate === onKey) globalThis.cleanCopyKeyGate = undefined;
  };
  for (const name of guarded) view.addEventListener(name, swallow, true);
  for (const name of gatedEvents) view.addEventListener(name, onKey, true);
  globalThis.cleanCopyKeyGate = onKey;

  return {
    listen(handle) {
      handlers.add(handle);
      return () => handlers.delete(handle);
    },
    stop() {
      stopped = true;
      for (const name of guarded) view.removeEventListener(name, swallow, true);
      // The key that closed the reader is still down: its release is not the page's either.
      if (down.size === 0) letKeysGo();
    },
  };
}
