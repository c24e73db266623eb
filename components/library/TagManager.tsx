import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';
import { counted } from '../numbers';
import { Dialog } from './Dialog';

export interface TagManagerProps {
  tags: readonly (readonly [tag: string, count: number])[];
  /** `to`: the new name, which may be another tag's; null takes the tag from every article. */
  onReplace(from: string, to: string | null): void;
  onClose(): void;
}

function TagLine({
  tag,
  count,
  isTaken,
  onReplace,
}: {
  tag: string;
  count: number;
  isTaken(name: string): boolean;
  onReplace(to: string | null): void;
}) {
  const [name, setName] = useState(tag);
  const isNew = name.trim() !== '' && name.trim() !== tag;
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isNew) onReplace(name.trim());
        }}
      >
        <input
          class="text-field"
          type="text"
          value={name}
          aria-label={i18n.t('library.tagName', [tag])}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
        {isNew ? (
          <button type="submit" class="button">
            {isTaken(name.trim()) ? i18n.t('library.tagMerge') : i18n.t('library.tagRename')}
          </button>
        ) : (
          <span class="view-count">{i18n.t('list.count', ...counted(count))}</span>
        )}
        <button type="button" class="icon-button" aria-label={i18n.t('library.tagDelete', [tag])} onClick={() => onReplace(null)}>
          <Icon name="remove" />
        </button>
      </form>
    </li>
  );
}

/** Every tag: renames, merges, removes. */
export function TagManager({ tags, onReplace, onClose }: TagManagerProps) {
  const isTaken = (tag: string) => (name: string) => tags.some(([other]) => other !== tag && other.toLowerCase() === name.toLowerCase());
  return (
    <Dialog title={i18n.t('library.tagManager')} onClose={onClose}>
      <p class="dialog-hint">{tags.length === 0 ? i18n.t('library.tagManagerEmpty') : i18n.t('library.tagManagerHint')}</p>
      <ul class="tag-lines">
        {tags.map(([tag, count]) => (
          <TagLine key={tag} tag={tag} count={count} isTaken={isTaken(tag)} onReplace={(to) => onReplace(tag, to)} />
        ))}
      </ul>
    </Dialog>
  );
}
