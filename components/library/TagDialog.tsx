import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';
import { counted } from '../numbers';
import { Dialog } from './Dialog';

export interface TagDialogProps {
  /** Of how many articles. */
  count: number;
  /** Tags they have, and how many of them. */
  tags: readonly (readonly [tag: string, count: number])[];
  /** Every tag of the library, the most used first: what is offered while typing. */
  known: readonly string[];
  onChange(change: { addTags?: string[]; removeTags?: string[] }): void;
  onClose(): void;
}

/** Tags offered at a time. */
const mostOffered = 6;

const startsLike = (tag: string, typed: string) => tag.toLowerCase().startsWith(typed);

/** Gives tags to articles and takes them away, with what the library knows offered while typing. */
export function TagDialog({ count, tags, known, onChange, onClose }: TagDialogProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const wanted = typed.trim().toLowerCase();
  const free = known.filter((tag) => !tags.some(([has, many]) => has.toLowerCase() === tag.toLowerCase() && many === count));
  const fitting = free.filter((tag) => tag.toLowerCase().includes(wanted));
  const offered = [...fitting.filter((tag) => startsLike(tag, wanted)), ...fitting.filter((tag) => !startsLike(tag, wanted))].slice(
    0,
    mostOffered,
  );

  const add = (tag: string) => {
    const names = tag.split(',').filter((name) => name.trim());
    if (names.length > 0) onChange({ addTags: names });
    setTyped('');
    setChosen(-1);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length > 0) setChosen((last) => (last + step + offered.length + 1) % (offered.length + 1));
    else if (event.key === 'Enter') add(offered[chosen] ?? typed);
    else if (event.key === 'Tab' && !event.shiftKey && wanted && offered[0]) setTyped(offered[Math.max(0, chosen)] ?? typed);
    else if (event.key === 'Backspace' && typed === '' && tags.length > 0) onChange({ removeTags: [tags.at(-1)?.[0] ?? ''] });
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={i18n.t('library.tagTitle', ...counted(count))} onClose={onClose}>
      <ul class="tag-chips">
        {tags.map(([tag, many]) => (
          <li key={tag} class="tag-chip">
            <bdi>{tag}</bdi>
            {many < count && (
              <button type="button" class="icon-button" aria-label={i18n.t('library.tagOnAll', [tag])} onClick={() => add(tag)}>
                <Icon name="plus" size={14} />
              </button>
            )}
            <button
              type="button"
              class="icon-button"
              aria-label={i18n.t('library.tagOff', [tag])}
              onClick={() => onChange({ removeTags: [tag] })}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        class="text-field"
        type="text"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen >= 0 && chosen < offered.length ? `${listId}-${chosen}` : undefined}
        aria-autocomplete="list"
        aria-label={i18n.t('library.tagAdd')}
        placeholder={i18n.t('library.tagAddHint')}
        autocomplete="off"
        autofocus
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} class="tag-offers" role="listbox" aria-label={i18n.t('library.tagKnown')}>
        {offered.map((tag, index) => (
          <button
            key={tag}
            type="button"
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => add(tag)}
          >
            <bdi>{tag}</bdi>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
