import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { interfaceLanguage } from '../../components/interface-language';
import type { ReaderChanges } from '../../components/reader/reader-props';
import type { ArticleVersion } from '../../utils/article/article';
import { type ArticleChanges, type ArticleText, articleText, compareArticles } from '../../utils/changes/compare-articles';
import { amongLeftOut } from '../../utils/changes/left-out';
import { problemOf } from '../../utils/i18n/failure-text';
import { getArticle, type SavedArticle } from '../../utils/library/open-article';
import { send } from '../../utils/messages';

interface Options {
  id: string;
  loaded: SavedArticle | { state: 'loading' | 'unreadable' };
  /** Shows the version with this name; null: the newest. */
  show(rev: string | null): Promise<void>;
  onProblem(text: string): void;
}

/** A version's text, and whether its page held a block that was left out of it. */
async function versionOf(id: string, rev: string): Promise<{ text: ArticleText; leftOut(text: string): boolean } | null> {
  const opened = await getArticle(id, undefined, rev);
  if (opened.state !== 'whole' || opened.version.rev !== rev) return null;
  const { article, fragment } = opened;
  return { text: articleText(article, fragment), leftOut: amongLeftOut(article.leftOut ?? []) };
}

async function compare(id: string, from: string, to: string): Promise<ArticleChanges | null> {
  const [before, after] = await Promise.all([versionOf(id, from), versionOf(id, to)]);
  if (!before || !after || from === to) return null;
  return compareArticles(before.text, after.text, { wasLeftOut: before.leftOut, isOnPage: after.leftOut });
}

const nameOf = ({ savedAt }: ArticleVersion): string =>
  new Intl.DateTimeFormat(interfaceLanguage().lang, { dateStyle: 'long', timeStyle: 'short' }).format(savedAt);

/** The versions of a saved article: which one is shown, what differs between two of them, and taking one out. Null where there is one only. */
export function useVersions({ id, loaded, show, onProblem }: Options): ReaderChanges | null {
  const [chosen, setChosen] = useState<{ from: string; to: string } | null>(null);
  const [changes, setChanges] = useState<ArticleChanges | null>(null);
  const [removed, setRemoved] = useState<ArticleVersion | null>(null);
  const versions = loaded.state === 'whole' ? loaded.versions.toReversed() : [];
  const [newest, second] = versions;
  const known = (rev: string | undefined) => versions.some((version) => version.rev === rev);
  const from = known(chosen?.from) ? chosen?.from : (second ?? newest)?.rev;
  const to = known(chosen?.to) ? chosen?.to : newest?.rev;
  useEffect(() => {
    let isCurrent = true;
    if (from === undefined || to === undefined) return;
    compare(id, from, to).then(
      (found) => isCurrent && setChanges(found),
      (error: unknown) => {
        console.error(error);
        onProblem(i18n.t('list.unreadable'));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [id, from, to, onProblem]);

  if (loaded.state !== 'whole' || !newest || !from || !to || (!second && !removed)) return null;
  const { version: shown } = loaded;
  const list = versions.map((version) => ({
    rev: version.rev,
    name: version === newest ? i18n.t('changes.newest', [nameOf(version)]) : nameOf(version),
  }));
  const name = (rev: string) => list.find((one) => one.rev === rev)?.name ?? '';
  const remove = async () => {
    const problem = await problemOf(send('ui-bg:remove-version', { id, rev: shown.rev }));
    if (problem) return onProblem(problem);
    setRemoved(shown);
    await show(null);
  };
  const undo = async (version: ArticleVersion) => {
    const problem = await problemOf(send('ui-bg:restore-version', { id, version }));
    if (problem) return onProblem(problem);
    setRemoved(null);
    await show(version.rev);
  };
  return {
    words: removed ? i18n.t('changes.removedVersion', [nameOf(removed)]) : i18n.t('changes.versions', versions.length),
    changes,
    before: name(from),
    after: name(to),
    keep: null,
    versions: {
      list,
      shown: shown.rev,
      onShown: (rev) => void show(rev),
      compared: { from, to },
      onCompare: setChosen,
      onRemove: second ? () => void remove() : null,
      onUndo: removed && (() => void undo(removed)),
    },
  };
}
