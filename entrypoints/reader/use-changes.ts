import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { interfaceLanguage } from '../../components/interface-language';
import type { ReaderChanges } from '../../components/reader/reader-props';
import { i18n } from '../../components/reader/words';
import type { Article } from '../../utils/article/article';
import type { Comparison } from '../../utils/changes/compare-with-saved';
import { changesInWords, dayInWords } from '../../utils/changes/in-words';
import { ask } from './ask';
import { loadComparison } from './load-parts';

interface Options {
  page: Document;
  /** As it is shown, and without the user's changes. */
  article: Article;
  base: Article;
  savedId: string | null;
  /** The page was still loading when it was read. */
  isEarly: boolean;
  /** Saves the article with its earlier text behind it; false where that failed, and the user was told. */
  onKeep(): Promise<boolean>;
}

/** What of the article is no longer as it was saved. */
export function useChanges({ page, article, base, savedId, isEarly, onKeep }: Options) {
  const [found, setFound] = useState<Comparison | null>(null);
  const [keeping, setKeeping] = useState<'offered' | 'busy' | 'kept'>('offered');
  const latest = useRef(article);
  latest.current = article;
  const compare = useCallback(
    async (now: Article): Promise<Comparison | null> => {
      const saved = await ask('page-bg:saved-text', { url: now.url });
      if (!saved.ok || !saved.value) return null;
      const compareWithSaved = await loadComparison();
      return compareWithSaved?.(saved.value, now, page, isEarly) ?? null;
    },
    [page, isEarly],
  );
  // Anew for what was saved or has come; what the user leaves out or puts back is no change of the page.
  useEffect(() => {
    setFound(null);
    if (savedId === null) return;
    let isCurrent = true;
    void compare(latest.current).then((comparison) => {
      if (!isCurrent || !comparison) return;
      const { rev, savedAt, summary } = comparison;
      if (summary) setFound(comparison);
      void ask('page-bg:article-changes', { url: base.url, rev, savedAt, changes: summary });
    });
    return () => {
      isCurrent = false;
    };
  }, [savedId, base, compare]);
  /** Whether the saved text differs by more than what it lacks. */
  const differs = useCallback(async (now: Article) => Boolean((await compare(now))?.summary), [compare]);

  const keep = async () => {
    setKeeping('busy');
    setKeeping((await onKeep()) ? 'kept' : 'offered');
  };
  const { lang } = interfaceLanguage();
  const changes: ReaderChanges | null = found?.summary
    ? {
        words: i18n.t('changes.since', [dayInWords(found.savedAt, lang), changesInWords(found.summary, i18n.t, lang)]),
        changes: found.changes,
        before: i18n.t('changes.saved', [dayInWords(found.savedAt, lang)]),
        after: i18n.t('changes.now'),
        keep: keeping === 'kept' ? null : { busy: keeping === 'busy', onKeep: () => void keep() },
        versions: null,
      }
    : null;
  return { changes, differs };
}
