import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isTyping } from '../../components/library/is-typing';
import type { ArticleSummary } from '../../utils/article/article';

/** Which of the articles shown are chosen for an act. What is no longer shown is no longer chosen. */
export function useSelection(shown: readonly ArticleSummary[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef(0);
  const selected = useMemo(
    () => (chosen.size === 0 ? chosen : new Set(shown.flatMap(({ id }) => (chosen.has(id) ? [id] : [])))),
    [chosen, shown],
  );

  const select = (index: number, isRange: boolean) => {
    const next = new Set(selected);
    if (isRange) {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      for (const { id } of shown.slice(from, to + 1)) next.add(id);
    } else {
      const id = shown[index]?.id ?? '';
      if (!next.delete(id)) next.add(id);
      anchor.current = index;
    }
    setChosen(next);
  };
  const selectAll = () => setChosen(new Set(shown.map(({ id }) => id)));
  const clear = () => setChosen(new Set());

  const heard = useRef({ selectAll, clear, isNone: true });
  heard.current = { selectAll, clear, isNone: selected.size === 0 };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (isAll) heard.current.selectAll();
      else if (event.key === 'Escape' && !heard.current.isNone) heard.current.clear();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  return { selected, select, selectAll, clear };
}
