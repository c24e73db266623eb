import { useEffect, useRef, useState } from 'preact/hooks';
import type { FurtherPages } from '../../components/reader/reader-props';
import { i18n } from '../../components/reader/words';
import type { Article } from '../../utils/article/article';
import { copyPage } from '../../utils/pipeline/copy/copy-page';
import { readArticle } from '../../utils/pipeline/read-article';
import type { ArticlePages } from '../../utils/pipeline/reading';
import { finish } from '../../utils/pipeline/steps';
import { fetchPage } from '../../utils/reader/fetch-page';
import { countMissing, type GatheringEnd, gatherPages, startGathering } from '../../utils/reader/gather-pages';
import { ask } from './ask';

interface Options {
  page: Document;
  article: Article;
  pages: ArticlePages;
  /** Whether to fetch them without being asked. */
  always: boolean;
  onArticle(article: Article): void;
  /** All pages that can be had are in the article. */
  onWhole(article: Article): void;
  inform(text: string): void;
  warn(text: string): void;
}

const endings: Record<GatheringEnd, () => string> = {
  all: () => i18n.t('reader.pages.done'),
  'other-article': () => i18n.t('reader.pages.otherArticle'),
  repeat: () => i18n.t('reader.pages.repeat'),
  'sign-in': () => i18n.t('reader.pages.signIn'),
  unreachable: () => i18n.t('reader.pages.unreachable'),
  limit: () => i18n.t('reader.pages.limit'),
  cancelled: () => i18n.t('reader.pages.cancelled'),
};

/** The article's further pages, and the act that fetches them: nothing is asked of the site before the user says so. */
export function useFurtherPages({ page, article, pages, always, onArticle, onWhole, inform, warn }: Options): FurtherPages | null {
  const [gathering, setGathering] = useState(() => startGathering(article, pages));
  const [loading, setLoading] = useState<FurtherPages['loading']>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [alwaysNow, setAlways] = useState(always);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => setAlways(always), [always]);
  useEffect(() => () => stopping.current?.abort(), []);

  const fetchAll = async () => {
    if (stopping.current) return;
    const stop = new AbortController();
    stopping.current = stop;
    setProblem(null);
    const furtherPageOf = finish(copyPage(page)); // how the site's style sheet makes this page look is how it would make the others look
    const { gathering: after, end } = await gatherPages(
      { ...gathering, article },
      {
        fetchPage,
        read: (document, url) => readArticle(document, url, { furtherPageOf }),
        signal: stop.signal,
        onStart: (number, count) => setLoading({ number, count }),
        onPage(now) {
          setGathering(now);
          onArticle(now.article);
        },
      },
    );
    stopping.current = null;
    setLoading(null);
    setGathering(after);
    if (after.article !== article) onArticle(after.article);
    if (countMissing(after) === 0) {
      inform(endings[end]());
      return onWhole(after.article);
    }
    setProblem(endings[end]());
  };

  const wanted = always && countMissing(gathering) > 0;
  useEffect(() => {
    if (wanted && gathering.there.length === 1) void fetchAll();
  }, [wanted]);

  const switchAlways = async (on: boolean) => {
    setAlways(on);
    const asked = await ask('page-bg:set-fetch-pages', { on });
    if (asked.ok) return;
    setAlways(!on);
    warn(i18n.t(asked.gone ? 'reader.extensionUpdated' : 'reader.settingsFailed'));
  };

  if (countMissing(gathering) <= 0) return null;
  return {
    missing: countMissing(gathering),
    loading,
    problem,
    always: alwaysNow,
    onFetch: () => void fetchAll(),
    onCancel: () => stopping.current?.abort(),
    onAlways: (on) => void switchAlways(on),
  };
}
