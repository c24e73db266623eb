import type { BulkAct } from '../../components/library/SelectionBar';
import type { ArticleSummary } from '../../utils/article/article';
import type { OpenDialog } from './ListDialogs';
import type { ListActs } from './use-list-acts';

interface Target {
  found: readonly ArticleSummary[];
  selected: ReadonlySet<string>;
  acts: ListActs;
  select(index: number, isRange: boolean): void;
  onDialog(dialog: OpenDialog): void;
}

/** What the buttons over a selection and the keys do: with those that are chosen, or, where none is, with the current one. */
export function actsFor({ found, selected, acts, select, onDialog }: Target) {
  const run = (act: BulkAct, ids: readonly string[]) => {
    const wanted = new Set(ids);
    switch (act) {
      case 'archive':
        return acts.change(ids, { state: 'archived' }, 'archived');
      case 'unarchive':
        return acts.change(ids, { state: 'unread' }, 'unarchived');
      case 'favourite':
        return acts.change(ids, { favourite: true }, 'favourite');
      case 'unfavourite':
        return acts.change(ids, { favourite: false }, 'unfavourite');
      case 'delete':
        return acts.remove(found.filter(({ id }) => wanted.has(id)));
      case 'tag':
        return onDialog({ kind: 'tags', ids });
      case 'export':
        return onDialog({ kind: 'export', ids });
    }
  };

  const key = (pressed: string, index: number): boolean => {
    const current = found[index];
    const chosen = selected.size > 0 ? found.filter(({ id }) => selected.has(id)) : current ? [current] : [];
    const ids = chosen.map(({ id }) => id);
    const meanings: Readonly<Record<string, () => void>> = {
      e: () => run(chosen.every(({ state }) => state === 'archived') ? 'unarchive' : 'archive', ids),
      f: () => run(chosen.every(({ favourite }) => favourite) ? 'unfavourite' : 'favourite', ids),
      t: () => run('tag', ids),
      '#': () => run('delete', ids),
      x: () => select(index, false),
      ' ': () => select(index, false),
      X: () => select(index, true),
      '?': () => onDialog({ kind: 'keys' }),
    };
    if (!Object.hasOwn(meanings, pressed) || (pressed !== '?' && ids.length === 0)) return false;
    meanings[pressed]?.();
    return true;
  };
  return { act: (act: BulkAct) => run(act, [...selected]), key };
}
