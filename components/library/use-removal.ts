import { useCallback } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Notice } from '../Toast';

/** Does it and answers null, or answers with the sentence that says why it could not. */
export type Act = (id: string) => Promise<string | null>;

/** Removing a saved article with a notice that offers to take it back. */
export function useRemoval(remove: Act, restore: Act, show: (notice: Omit<Notice, 'id'>) => void) {
  return useCallback(
    async ({ id, title }: { id: string; title: string }) => {
      const undo = async () => {
        const problem = await restore(id);
        show(problem ? { kind: 'problem', text: problem } : { kind: 'done', text: i18n.t('article.restored', [title]) });
      };
      const problem = await remove(id);
      show(problem ? { kind: 'problem', text: problem } : { kind: 'done', text: i18n.t('article.removed', [title]), undo });
    },
    [remove, restore, show],
  );
}
