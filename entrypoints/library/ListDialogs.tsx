import { KeyDialog } from '../../components/library/KeyDialog';
import { TagDialog } from '../../components/library/TagDialog';
import { TagManager } from '../../components/library/TagManager';
import type { ArticleSummary } from '../../utils/article/article';
import { allTags } from '../../utils/library/list-view';
import { ExportDialog } from './ExportDialog';
import type { ListActs } from './use-list-acts';

/** The dialog over the list, where there is one. */
export type OpenDialog = { kind: 'tags' | 'export'; ids: readonly string[] } | { kind: 'tag-manager' | 'keys' } | null;

interface Props {
  dialog: OpenDialog;
  articles: readonly ArticleSummary[];
  acts: ListActs;
  onClose(): void;
}

export function ListDialogs({ dialog, articles, acts, onClose }: Props) {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'keys':
      return <KeyDialog onClose={onClose} />;
    case 'export':
      return <ExportDialog ids={dialog.ids} onClose={onClose} />;
    case 'tag-manager':
      return <TagManager tags={allTags(articles)} onReplace={(from, to) => acts.replaceTags([from], to)} onClose={onClose} />;
    case 'tags': {
      const ids = new Set(dialog.ids);
      const known = [...allTags(articles)].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
      return (
        <TagDialog
          count={ids.size}
          tags={allTags(articles.filter(({ id }) => ids.has(id)))}
          known={known}
          onChange={(change) => acts.change(dialog.ids, change, 'tagged')}
          onClose={onClose}
        />
      );
    }
  }
}
