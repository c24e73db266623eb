import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { actOf } from '../acts';
import { type KeysFirst, useKeysFirst } from '../keys-first';

/** Steps from change to change, by buttons and by the keys that lead from section to section. */
export interface ChangeSteps {
  /** How many there are, and the one that was stepped to last; -1 before the first step. */
  count: number;
  current: number;
  step(direction: 1 | -1): void;
}

/** @param view what holds the changes, as elements of the class `change` */
export function useChangeSteps(view: RefObject<HTMLElement | null>, keysFirst: KeysFirst, shown: unknown): ChangeSteps {
  const [current, setCurrent] = useState(-1);
  const [count, setCount] = useState(0);
  const changes = () => [...(view.current?.querySelectorAll<HTMLElement>('.change') ?? [])];
  useEffect(() => {
    setCount(changes().length);
    setCurrent(-1);
  }, [shown]);
  const step = (direction: 1 | -1) => {
    const all = changes();
    const next = Math.min(all.length - 1, Math.max(0, current + direction));
    setCurrent(next);
    all[next]?.focus({ preventScroll: true });
    all[next]?.scrollIntoView({ block: 'center' });
  };
  useKeysFirst(keysFirst, (event) => {
    const act = event.ctrlKey || event.metaKey ? null : actOf(event);
    if (act !== 'next-section' && act !== 'previous-section') return false;
    event.preventDefault();
    step(act === 'next-section' ? 1 : -1);
    return true;
  });
  return { count, current, step };
}
