import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface ListToolsProps {
  /** The words of each order, by its name. */
  sorts: readonly (readonly [name: string, words: string])[];
  sort: string;
  isCompact: boolean;
  onSort(name: string): void;
  onCompact(isCompact: boolean): void;
}

/** The order of the list, and how much of each article it shows. */
export function ListTools({ sorts, sort, isCompact, onSort, onCompact }: ListToolsProps) {
  return (
    <div class="list-tools">
      <select class="sort" aria-label={i18n.t('library.sort')} value={sort} onChange={(event) => onSort(event.currentTarget.value)}>
        {sorts.map(([name, words]) => (
          <option key={name} value={name} selected={name === sort}>
            {words}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button"
        aria-pressed={isCompact}
        aria-label={i18n.t('library.compact')}
        title={i18n.t('library.compact')}
        onClick={() => onCompact(!isCompact)}
      >
        <Icon name={isCompact ? 'rows' : 'lines'} />
      </button>
    </div>
  );
}
