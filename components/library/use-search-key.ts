import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { isTyping } from './is-typing';

/** "/" puts the caret in the search box, as on most sites with a list, unless the user is typing somewhere. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>): void {
  // Before the first frame: what is seen can be searched.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !input.current) return;
      event.preventDefault();
      input.current.focus();
      input.current.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
