import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Act, type ActId, actOf, acts, type Doing, type Doings, scrollingKeys } from './acts';
import type { KeysFirst } from './keys-first';
import type { ListenForKeys } from './reader-props';
import type { Panels } from './use-panels';

/** What the act does: its own doing, or the opening of its panel. */
export function doingOf(act: Act, doings: Doings, panels: Panels): Doing | undefined {
  const { panel } = act;
  return panel ? { run: () => panels.toggle(panel) } : doings[act.id as ActId];
}

/** Whether keys write or choose in this element, rather than ask the reader for something. */
function takesKeys(element: Element | null | undefined): boolean {
  if (element instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'range'].includes(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element as HTMLElement | null)?.isContentEditable === true
  );
}

interface Options {
  view: RefObject<HTMLElement | null>;
  listenForKeys: ListenForKeys;
  doings: Doings;
  panels: Panels;
  keysFirst: KeysFirst;
  /** A key that scrolls. */
  onScrollKey(): void;
  /** Any other key. */
  onKey(): void;
}

/** Does what the keys ask for. Never while one writes; and Esc closes an open panel before it closes the reader. */
export function useActKeys(options: Options): void {
  const latest = useRef(options);
  latest.current = options;
  // Before the first frame: a key pressed as soon as the text is seen is heard.
  useLayoutEffect(
    () =>
      options.listenForKeys((event) => {
        const { view, doings, panels, keysFirst, onScrollKey, onKey } = latest.current;
        if (!event.isTrusted || keysFirst.current?.some((take) => take(event))) return;
        // Asked of the root, since what a key event tells outside of it is only the host.
        const root = view.current?.getRootNode() as ShadowRoot | Document | undefined;
        if (event.key === 'Escape' && panels.open) {
          event.preventDefault(); // else the browser closes the dialog that the reader stands in
          panels.close();
          return;
        }
        if (takesKeys(root?.activeElement)) return;
        if (scrollingKeys.has(event.key)) return onScrollKey();
        onKey();
        const id = actOf(event);
        const act = acts.find((one) => one.id === id);
        const doing = act && doingOf(act, doings, panels);
        if (!doing || doing.off || event.defaultPrevented) return;
        event.preventDefault();
        doing.run();
      }),
    [options.listenForKeys],
  );
}
