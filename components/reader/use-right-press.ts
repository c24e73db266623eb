import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The element of the text that the browser's menu was last opened over. By the pointer: the menu's own event is kept from the page. */
export function useRightPress(text: RefObject<HTMLElement | null>): RefObject<Element | null> {
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    const box = text.current;
    const onPress = (event: PointerEvent) => {
      if (event.isTrusted) pressed.current = event.button === 2 || event.ctrlKey ? (event.target as Element) : null;
    };
    box?.addEventListener('pointerdown', onPress, true);
    return () => box?.removeEventListener('pointerdown', onPress, true);
  }, [text]);
  return pressed;
}
