import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { counted, numberText } from '../../components/numbers';
import type { Notice } from '../../components/Toast';
import type { ArticleSummary } from '../../utils/article/article';
import { failureText } from '../../utils/i18n/failure-text';
import { type BulkAnswer, type MarksEdit, send } from '../../utils/messages';

/** What became of articles, as the notice says it. */
type Did = 'archived' | 'unarchived' | 'favourite' | 'unfavourite' | 'tagged' | 'deleted' | 'undone';

export interface ListActs {
  change(ids: readonly string[], change: MarksEdit['change'], did: Did): void;
  remove(articles: readonly ArticleSummary[]): void;
  /** Renames or merges; `to: null` takes the tags from every article. */
  replaceTags(from: string[], to: string | null): void;
}

/** Acts on many articles, each with a notice that says what was done, what was not, and offers to take it back. */
export function useListActs(show: (notice: Omit<Notice, 'id'>) => void): ListActs {
  return useMemo(() => {
    /** `words`: instead of those that count. */
    async function run<Done>(did: Did, act: Promise<BulkAnswer<Done>>, undo?: (done: Done[]) => void, words?: string): Promise<void> {
      try {
        const { done, left } = await act;
        const [fault] = left;
        const what = words && !fault ? words : i18n.t(`library.did.${did}`, ...counted(done.length));
        const text = fault ? i18n.t('library.didInPart', [what, numberText(left.length), failureText(fault.reason)]) : what;
        show({ kind: fault ? 'problem' : 'done', text, ...(undo && done.length > 0 && { undo: () => undo(done) }) });
      } catch (error) {
        console.error(error);
        show({ kind: 'problem', text: failureText('failed') });
      }
    }
    const takeBack = (edits: MarksEdit[]) => void run('undone', send('ui-bg:change-articles', { edits }));
    return {
      change: (ids, change, did) => void run(did, send('ui-bg:change-articles', { edits: ids.map((id) => ({ id, change })) }), takeBack),
      remove: (articles) => {
        const [only] = articles.length === 1 ? articles : [];
        const title = only && (only.title || i18n.t('article.untitled'));
        const restore = (ids: string[]) =>
          void run('undone', send('ui-bg:restore-articles', { ids }), undefined, title && i18n.t('article.restored', [title]));
        const gone = send('ui-bg:delete-articles', { ids: articles.map(({ id }) => id) });
        run('deleted', gone, restore, title && i18n.t('article.removed', [title]));
      },
      replaceTags: (from, to) => void run('tagged', send('ui-bg:replace-tags', { from, to }), takeBack),
    };
  }, [show]);
}
