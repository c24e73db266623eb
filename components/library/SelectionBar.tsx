import { i18n } from '#i18n';
import { Icon, type IconName } from '../Icon';
import { counted } from '../numbers';

export type BulkAct = 'archive' | 'unarchive' | 'favourite' | 'unfavourite' | 'tag' | 'export' | 'delete';

export interface SelectionBarProps {
  count: number;
  /** Whether all of them are: then the button takes it back. */
  areArchived: boolean;
  areFavourites: boolean;
  onAct(act: BulkAct): void;
  onSelectAll(): void;
  onClear(): void;
}

/** What can be done with the articles that are chosen. */
export function SelectionBar({ count, areArchived, areFavourites, onAct, onSelectAll, onClear }: SelectionBarProps) {
  const acts: readonly [act: BulkAct, icon: IconName, name: string][] = [
    areArchived ? ['unarchive', 'undo', i18n.t('library.unarchive')] : ['archive', 'archive', i18n.t('library.archive')],
    areFavourites ? ['unfavourite', 'favourite', i18n.t('library.unfavourite')] : ['favourite', 'favourite', i18n.t('library.favourite')],
    ['tag', 'tag', i18n.t('library.tag')],
    ['export', 'export', i18n.t('library.export')],
    ['delete', 'remove', i18n.t('article.remove')],
  ];
  return (
    <div class="selection-bar" role="toolbar" aria-label={i18n.t('library.selected', ...counted(count))}>
      <button
        type="button"
        class="icon-button"
        aria-label={i18n.t('library.selectNone')}
        title={i18n.t('library.selectNone')}
        onClick={onClear}
      >
        <Icon name="close" />
      </button>
      <p role="status">{i18n.t('library.selected', ...counted(count))}</p>
      <button type="button" class="link-button" onClick={onSelectAll}>
        {i18n.t('library.selectAll')}
      </button>
      <span class="selection-acts">
        {acts.map(([act, icon, name]) => (
          <button key={act} type="button" class="icon-button" aria-label={name} title={name} onClick={() => onAct(act)}>
            <Icon name={icon} />
          </button>
        ))}
      </span>
    </div>
  );
}
