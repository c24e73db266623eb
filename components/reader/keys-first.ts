import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether it took the key: no one else hears of it then. */
export type KeyTaker = (event: KeyboardEvent) => boolean;

/** What lies over the text and has the keys before the reader's acts; the last that came has them first. */
export type KeysFirst = RefObject<KeyTaker[]>;

/** Takes keys for as long as the component is there. */
export function useKeysFirst(keysFirst: KeysFirst, take: KeyTaker): void {
  const latest = useRef(take);
  latest.current = take;
  useLayoutEffect(() => {
    const taker: KeyTaker = (event) => latest.current(event);
    keysFirst.current?.unshift(taker);
    return () => {
      keysFirst.current?.splice(keysFirst.current.indexOf(taker), 1);
    };
  }, [keysFirst]);
}
