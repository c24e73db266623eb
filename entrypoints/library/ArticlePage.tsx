import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '../../components/EmptyState';
import { DamagedArticle } from '../../components/library/DamagedArticle';
import { ReaderView } from '../../components/reader/ReaderView';
import type { ReaderStatus } from '../../components/reader/reader-props';
import { ShadowFrame } from '../../components/ShadowFrame';
import { readerCss } from '../../components/styles/reader-css';
import type { ReadingPosition } from '../../utils/article/reading-position';
import { problemOfBulk } from '../../utils/i18n/failure-text';
import { getArticle, type SavedArticle } from '../../utils/library/open-article';
import { readPosition } from '../../utils/library/positions';
import { send } from '../../utils/messages';
import type { ReaderSettings } from '../../utils/settings/reader-settings';
import { ExportDialog } from './ExportDialog';
import { FetchText } from './FetchText';
import { putPictures, type SavedPictures } from './saved-pictures';
import { useArticleLooks } from './use-article-looks';
import { useListenSettings } from './use-listen-settings';
import { useMissingPictures } from './use-missing-pictures';
import { useVersions } from './use-versions';

interface Props {
  id: string;
  /** Whether the article is (still) in the library. */
  saved: boolean;
  settings: ReaderSettings;
  onBack(): void;
}

type Whole = SavedArticle & { state: 'whole' };
type Loaded = Exclude<SavedArticle, Whole> | (Whole & { pictures: SavedPictures }) | { state: 'loading' } | { state: 'unreadable' };

const listenForKeys = (handle: (event: KeyboardEvent) => void) => {
  // A dialog over the reader has its keys for itself.
  const heard = (event: KeyboardEvent) => {
    if (!document.querySelector('dialog[open]')) handle(event);
  };
  window.addEventListener('keydown', heard);
  return () => window.removeEventListener('keydown', heard);
};

const loadCodeColours = async () => (await import('../../utils/code-colours/colour-code')).colourCode;

/** @param rev which of its versions; null: the newest */
async function load(id: string, rev: string | null = null): Promise<Loaded> {
  try {
    const article = await getArticle(id, undefined, rev);
    return article.state === 'whole' ? { ...article, pictures: await putPictures(id, article.fragment) } : article;
  } catch (error) {
    console.error(error);
    return { state: 'unreadable' };
  }
}

/** One saved article in the reader view, from this machine alone. */
export function ArticlePage({ id, saved, settings: initialSettings, onBack }: Props) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [status, setStatus] = useState<ReaderStatus | null>(null);
  const [isExporting, setExporting] = useState(false);
  const toggling = useRef(false);
  const tell = useCallback((text: string, tone: ReaderStatus['tone']) => setStatus({ text, tone }), []);
  const looks = useArticleLooks(loaded.state === 'whole' ? loaded.article.url : null, initialSettings, tell);
  const listen = useListenSettings(() => tell(i18n.t('reader.settingsFailed'), 'problem'));

  const [position, setPosition] = useState<ReadingPosition | null>(null);

  const readLink = (url: string) => {
    send('ui-bg:read-link', { url }).catch(() => setStatus({ text: i18n.t('reader.linkFailed'), tone: 'problem' }));
  };
  useEffect(() => {
    Promise.all([load(id), readPosition(id).catch(() => null)]).then(([article, left]) => {
      setPosition(left);
      setLoaded(article);
    });
  }, [id]);
  const show = async (rev: string | null) => setLoaded(await load(id, rev));
  const warn = useCallback((text: string) => tell(text, 'problem'), [tell]);
  const changes = useVersions({ id, loaded, show, onProblem: warn });
  // Where one is in an earlier version says nothing of the newest.
  const isNewest = loaded.state === 'whole' && loaded.version === loaded.versions.at(-1);
  const pictures = loaded.state === 'whole' ? loaded.pictures : null;
  useEffect(() => pictures?.release, [pictures]);
  const missingPictures = useMissingPictures(id, pictures, async () => {
    const article = await load(id);
    setLoaded(article);
    if (article.state === 'whole' && article.pictures.missing === 0) tell(i18n.t('picture.loaded'), 'info');
  });
  const keepPosition = (now: ReadingPosition) => {
    if (!isNewest) return;
    send('ui-bg:keep-position', { id, position: now }).catch(console.warn); // it may be lost
  };
  useEffect(() => {
    if (loaded.state === 'whole') document.title = loaded.article.title;
    if (loaded.state === 'damaged' || loaded.state === 'no-text') document.title = loaded.summary.title;
  }, [loaded]);

  const toggleSaved = async () => {
    if (toggling.current) return;
    toggling.current = true;
    const problem = await problemOfBulk(send(saved ? 'ui-bg:delete-articles' : 'ui-bg:restore-articles', { ids: [id] }));
    toggling.current = false;
    if (problem) setStatus({ text: problem, tone: 'problem' });
    else setStatus({ text: saved ? i18n.t('reader.removedNow') : i18n.t('reader.savedNow'), tone: 'info' });
  };

  const back = (
    <button type="button" class="button" onClick={onBack}>
      {i18n.t('library.back')}
    </button>
  );
  switch (loaded.state) {
    case 'loading':
      return <p class="visually-hidden">{i18n.t('library.loading')}</p>;
    case 'unreadable':
      return (
        <main class="library">
          <EmptyState icon="warning" title={i18n.t('list.unreadable')} hint={i18n.t('list.unreadableHint')}>
            {back}
          </EmptyState>
        </main>
      );
    case 'not-found':
      return (
        <main class="library">
          <EmptyState icon="search" title={i18n.t('library.gone')} hint={i18n.t('library.goneHint')}>
            {back}
          </EmptyState>
        </main>
      );
    case 'no-text':
      return (
        <main class="library">
          <EmptyState icon="read" title={loaded.summary.title} hint={i18n.t('library.noText')}>
            <FetchText link={loaded.summary} onFetched={() => load(id).then(setLoaded)} />
            <a class="button" href={loaded.summary.url} target="_blank" rel="noopener noreferrer">
              {i18n.t('library.original')}
            </a>
            {back}
          </EmptyState>
        </main>
      );
    case 'damaged':
      return (
        <DamagedArticle summary={loaded.summary} text={loaded.text}>
          {back}
        </DamagedArticle>
      );
    case 'whole':
      if (looks === null) return null; // for a moment: whether its site has looks of its own
      return (
        <>
          <ShadowFrame css={readerCss} class="reader-frame">
            <ReaderView
              article={loaded.article}
              body={loaded.fragment}
              mode="library"
              {...looks}
              siteFace={null}
              listen={listen}
              saving={saved ? 'saved' : 'unsaved'}
              onToggleSaved={toggleSaved}
              alwaysRead={null}
              onAlwaysRead={() => undefined}
              onOpenLibrary={null}
              onExport={() => setExporting(true)}
              onClose={onBack}
              furtherPages={null}
              changes={changes}
              corrections={null}
              position={isNewest ? position : null}
              onPosition={keepPosition}
              part={null}
              missingPictures={isNewest ? missingPictures : null}
              onReadLink={readLink}
              loadCodeColours={loadCodeColours}
              status={status}
              notice={null}
              listenForKeys={listenForKeys}
            />
          </ShadowFrame>
          {isExporting && <ExportDialog ids={[id]} onClose={() => setExporting(false)} />}
        </>
      );
  }
}
