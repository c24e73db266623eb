import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { ReaderView } from '../../components/reader/ReaderView';
import type { ListenForKeys, ReaderStatus } from '../../components/reader/reader-props';
import { i18n } from '../../components/reader/words';
import type { Article } from '../../utils/article/article';
import type { ReadingPosition } from '../../utils/article/reading-position';
import { idOfHeading } from '../../utils/article/section-address';
import type { Reading } from '../../utils/pipeline/reading';
import { sanitiseToFragment } from '../../utils/pipeline/sanitise/sanitise';
import { hideOutside, type Part } from '../../utils/reader/find-part';
import type { PageFonts } from '../../utils/reader/page-fonts';
import { readSiteFace } from '../../utils/reader/site-face';
import { watchAddress } from '../../utils/reader/watch-address';
import type { ReaderSettings } from '../../utils/settings/reader-settings';
import { ask } from './ask';
import { loadCodeColours } from './load-parts';
import type { ReaderContext } from './open-reader';
import { useChanges } from './use-changes';
import { useCorrections } from './use-corrections';
import { useFurtherPages } from './use-further-pages';
import { useListenSettings } from './use-listen-settings';
import { useLooks } from './use-looks';
import { useSaving } from './use-saving';
import { withLeftOut } from './with-left-out';

interface Props {
  page: Document;
  reading: Extract<Reading, { ok: true }>;
  /** The article without the user's changes: what was read, and the further pages that have come. */
  base: Article;
  context: ReaderContext;
  /** The extension was updated meanwhile. */
  gone: boolean;
  /** The page was still loading when it was read. */
  isEarly: boolean;
  /** What of the article was selected; null where all of it is meant. */
  selected: Part | null;
  /** What the browser's menu asked for. */
  menuAsks: { panel: 'point' } | null;
  fonts: PageFonts;
  listenForKeys: ListenForKeys;
  /** Further pages have come. */
  onBase(article: Article): void;
  /** What is on screen now: what would be saved. Must stay the same function. */
  onShown(article: Article): void;
  onTheme(theme: ReaderSettings['theme']): void;
  onClose(): void;
}

/** Characters of an article's markup that may be seen in its first frame. */
const seenFirst = 10_000;

/** Every letter that the reader shows of an article. */
const lettersOf = ({ title, standfirst, byline, siteName, contentHtml }: Article): string =>
  [title, standfirst, byline, siteName, contentHtml].join(' ');

/** The same, of what is seen first. */
export const firstLettersOf = (article: Article): string =>
  lettersOf({ ...article, contentHtml: article.contentHtml.slice(0, seenFirst) as Article['contentHtml'] });

const taken = new WeakSet<DocumentFragment>();
/** The text as nodes: those that were read, the first time; they are on screen afterwards. */
function takeBody({ article, body }: Props['reading']): DocumentFragment {
  if (taken.has(body)) return sanitiseToFragment(article.contentHtml, article.url);
  taken.add(body);
  return body;
}

/** The reader view over a page: what it shows comes from the background, what it asks for goes there. */
export function PageReader({
  page,
  reading,
  base,
  context,
  gone,
  isEarly,
  selected,
  menuAsks,
  fonts,
  listenForKeys,
  onBase,
  onShown,
  onTheme,
  onClose,
}: Props) {
  const [status, setStatus] = useState<ReaderStatus | null>(null);
  const inform = useCallback((text: string) => setStatus({ text, tone: 'info' }), []);
  const warn = useCallback((text: string) => setStatus({ text, tone: 'problem' }), []);
  const { settings, change: changeSettings, onlyHere } = useLooks({ context, inform, warn });
  const settingsLost = useCallback((gone: boolean) => warn(i18n.t(gone ? 'reader.extensionUpdated' : 'reader.settingsFailed')), [warn]);
  const listen = useListenSettings(context.listenSettings, settingsLost);
  const { article, corrections } = useCorrections({ reading, base, kept: context.corrections, inform, warn });
  const [part, setPart] = useState(selected);
  const body = useMemo(
    () => (article === reading.article ? takeBody(reading) : sanitiseToFragment(article.contentHtml, article.url)),
    [article, reading],
  );
  const blocks = useMemo(() => [...body.children], [body]);
  // What is saved and corrected stays the whole article.
  const seen = useMemo(() => hideOutside(part, article, blocks), [part, article, blocks]);
  useLayoutEffect(() => onShown(article), [article, onShown]);
  const toSave = (now: Article) => withLeftOut(now, base, reading);
  const { savedId, isPrivate } = context;
  const { saving, toggleSaved, updateSaved, keepVersion } = useSaving({ article, toSave, savedId, isPrivate, gone, inform, warn });
  const { changes, differs } = useChanges({ page, article, base, savedId, isEarly, onKeep: keepVersion });
  const furtherPages = useFurtherPages({
    page,
    article: base,
    pages: reading.pages,
    always: context.fetchPages,
    onArticle: onBase,
    // Where the saved text differs by more than the further pages, it is for the user to say what becomes of it.
    onWhole: async (now) => {
      if (!(await differs(now))) await updateSaved(now);
    },
    inform,
    warn,
  });
  const [alwaysRead, setAlwaysRead] = useState(context.alwaysRead);
  const [moved, setMoved] = useState(false);

  useEffect(() => setAlwaysRead(context.alwaysRead), [context.alwaysRead]);
  useEffect(() => watchAddress(page, () => setMoved(true)), [page]);
  useEffect(() => onTheme(settings.theme), [settings.theme, onTheme]);
  useEffect(() => void fonts.load(settings.font, lettersOf(article)), [fonts, settings.font, article]);
  const siteFace = useCallback(() => readSiteFace(page), [page]);
  const onSpecimens = useCallback(() => void fonts.loadSpecimens(), [fonts]);

  const { host } = context;
  const switchSite = async (on: boolean) => {
    if (host === null) return;
    setAlwaysRead(on);
    const asked = await ask('page-bg:set-always-read', { on });
    if (asked.ok && asked.value.ok) {
      inform(on ? i18n.t('reader.alwaysReadOn', [host]) : i18n.t('reader.alwaysReadOff', [host]));
      return;
    }
    setAlwaysRead(!on);
    const isWithheld = asked.ok && !asked.value.ok && asked.value.reason === 'site-access';
    if (isWithheld) return warn(i18n.t('reader.alwaysReadWithheld', [host])); // only a page of ours may have the browser ask
    warn(i18n.t(!asked.ok && asked.gone ? 'reader.extensionUpdated' : 'reader.alwaysReadFailed'));
  };
  const openLibrary = async () => {
    const asked = await ask('page-bg:open-library', { id: null });
    if (!asked.ok) warn(i18n.t(asked.gone ? 'reader.extensionUpdated' : 'reader.libraryFailed'));
  };

  const keepPosition = (position: ReadingPosition) => {
    if (!part) void ask('page-bg:keep-position', { url: base.url, position }); // it may be lost
  };
  const idOnPage = (heading: string) => idOfHeading(page, heading);
  const readLink = async (url: string) => {
    const asked = await ask('page-bg:read-link', { url });
    if (!asked.ok) warn(i18n.t(asked.gone ? 'reader.extensionUpdated' : 'reader.linkFailed'));
  };

  return (
    <ReaderView
      article={seen}
      body={body}
      mode="page"
      settings={settings}
      onSettings={changeSettings}
      onlyHere={onlyHere}
      siteFace={siteFace}
      onSpecimens={onSpecimens}
      listen={listen}
      saving={saving}
      onToggleSaved={toggleSaved}
      alwaysRead={host === null ? null : { host, on: alwaysRead }}
      onAlwaysRead={switchSite}
      onOpenLibrary={openLibrary}
      onClose={onClose}
      furtherPages={furtherPages}
      changes={changes}
      corrections={corrections}
      position={part ? null : context.position}
      onPosition={keepPosition}
      part={part && { onShowWhole: () => setPart(null) }}
      missingPictures={null}
      idOnPage={idOnPage}
      onReadLink={readLink}
      asked={menuAsks}
      loadCodeColours={loadCodeColours}
      status={status}
      notice={moved ? i18n.t('reader.pageMovedOn') : null}
      listenForKeys={listenForKeys}
    />
  );
}
