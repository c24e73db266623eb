/** A page's own handlers for these would act on keys meant for the reader, or forbid selecting and copying its text. */
const guarded = [
  'keypress',
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
 * A page that put its own listener at the window before us still sees them: nothing secret is ever typed in the reader.
 */
export function guardEvents(view: Window): EventGuard {
  const handlers = new Set<(event: KeyboardEvent) => void>();
  const down = new Set<string>();
  let stopped = false;

  const swallow = (event: Event) => event.stopImmediatePropagation();
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopImmediatePropagation();
    down.add(event.code);
    for (const handle of [...handlers]) handle(event);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (down.delete(event.code) || !stopped) event.stopImmediatePropagation();
    if (stopped && down.size === 0) view.removeEventListener('keyup', onKeyUp, true);
  };
  for (const name of guarded) view.addEventListener(name, swallow, true);
  view.addEventListener('keydown', onKeyDown, true);
  view.addEventListener('keyup', onKeyUp, true);

  return {
    listen(handle) {
      handlers.add(handle);
      return () => handlers.delete(handle);
    },
    stop() {
      stopped = true;
      for (const name of guarded) view.removeEventListener(name, swallow, true);
      view.removeEventListener('keydown', onKeyDown, true);
      // The key that closed the reader is still down: its release is not the page's either.
      if (down.size === 0) view.removeEventListener('keyup', onKeyUp, true);
    },
  };
}
