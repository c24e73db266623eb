import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface HostListProps {
  label: string;
  /** What is said where there is none. */
  empty: string;
  hosts: readonly string[];
  onRemove(host: string): void;
}

/** Sites by name, each with a button that takes it from the list. */
export function HostList({ label, empty, hosts, onRemove }: HostListProps) {
  if (hosts.length === 0) return <p class="option-empty">{empty}</p>;
  return (
    <ul class="site-list" aria-label={label}>
      {hosts.map((host) => (
        <li key={host}>
          <bdi>{host}</bdi>
          <button
            type="button"
            class="icon-button"
            title={i18n.t('article.remove')}
            aria-label={i18n.t('options.removeSite', [host])}
            onClick={() => onRemove(host)}
          >
            <Icon name="remove" />
          </button>
        </li>
      ))}
    </ul>
  );
}
