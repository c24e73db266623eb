import { i18n } from '#i18n';
import { Icon } from '../Icon';

/** The filters that are on, each to be taken off. */
export function FilterChips({ filters, onOff }: { filters: readonly (readonly [key: string, name: string])[]; onOff(key: string): void }) {
  if (filters.length === 0) return null;
  return (
    <ul class="tag-chips">
      {filters.map(([key, name]) => (
        <li key={key} class="tag-chip">
          <bdi>{name}</bdi>
          <button type="button" class="icon-button" aria-label={i18n.t('library.filterOff', [name])} onClick={() => onOff(key)}>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
