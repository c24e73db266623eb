import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '../Icon';
import { counted } from '../numbers';

export interface SearchBoxProps {
  query: string;
  inputRef: RefObject<HTMLInputElement | null>;
  /** How many articles the query leaves, said to screen readers; null while there is no query. */
  found: number | null;
  onQuery(query: string): void;
  /** The down arrow: on to the list. */
  onLeave(): void;
}

export function SearchBox({ query, inputRef, found, onQuery, onLeave }: SearchBoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Escape' && query) {
      // Without this the first Escape would close the popup instead of clearing the box.
      event.preventDefault();
      event.stopPropagation();
      onQuery('');
    }
  };
  return (
    <search class="search-box">
      <Icon name="search" />
      <input
        ref={inputRef}
        type="search"
        value={query}
        placeholder={i18n.t('list.searchHint')}
        aria-label={i18n.t('list.search')}
        aria-keyshortcuts="/"
        spellcheck={false}
        autocomplete="off"
        enterkeyhint="search"
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query ? (
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('list.clearSearch')}
          onClick={() => {
            onQuery('');
            inputRef.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      ) : (
        <span class="key" aria-hidden="true">
          /
        </span>
      )}
      <span class="visually-hidden" role="status">
        {found === null ? '' : i18n.t('list.found', ...counted(found))}
      </span>
    </search>
  );
}
