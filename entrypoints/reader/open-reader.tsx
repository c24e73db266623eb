import { render } from 'preact';
import { rememberWords } from '../../components/reader/remember-words';
import { i18n } from '../../components/reader/words';
import { readerCss } from '../../components/styles/reader-css';
import stageCss from '../../components/styles/stage.css?inline';
import type { Article } from '../../utils/article/article';
import { withPageFamilies } from '../../utils/fonts/page-families';
import type { Answer } from '../../utils/messages';
import type { Reading } from '../../utils/pipeline/reading';
import type { Part } from '../../utils/reader/find-part';
import { guardEvents } from '../../utils/reader/guard-events';
import { holdPage } from '../../utils/reader/hold-page';
import type { PageFonts } from '../../utils/reader/page-fonts';
import { createStage } from '../../utils/reader/stage';
import { addressOf } from '../../utils/reader/watch-address';
import { defaultListenSettings } from '../../utils/settings/listen-settings';
import { defaultReaderSettings } from '../../utils/settings/reader-settings';
import { type Asked, ask } from './ask';
import { firstLettersOf, PageReader } from './PageReader';
import { withLeftOut } from './with-left-out';

export type ReaderContext = Answer<'page-bg:reader-context'>;

export interface OpenReader {
  /** As it is shown now, ready to be saved. */
  article(): Article;
  /** Settles when the article is on screen. */
  shown: Promise<void>;
  /** Asks what the block is that the browser's menu was opened over. */
  point(): void;
  /** Asks anew what is saved and set, and shows it. */
  refresh(): void;
  /** Leaves the reader and puts the page back. */
  close(): void;
}

const styles = [stageCss, withPageFamilies(readerCss)];

/** Until the background answers, and where it does not. */
const noContext: ReaderContext = {
  settings: defaultReaderSettings,
  siteLooks: null,
  listenSettings: defaultListenSettings,
  savedId: null,
  host: null,
  alwaysRead: false,
  isPrivate: false,
  fetchPages: false,
  corrections: [],
  position: null,
};

/**
 * Milliseconds the first frame waits for the user's settings: it is asked for before the page is read, and as a rule is there by then. To
 * show other colours first would be a flash, and other sizes a jump.
 */
const contextWait = 300;

/** What the reader starts with. */
export const askContext = (url: string): Promise<Asked<ReaderContext>> => ask('page-bg:reader-context', { url });

/**
 * Milliseconds the first frame waits for the letters of the text's face. They are asked for before the page is read, and are there by then
 * but on a machine that is busy; there the text is set in the next best face until it is opened again.
 */
const lettersWait = 100;

const wait = (milliseconds: number) => new Promise<null>((settle) => setTimeout(settle, milliseconds, null));

/**
 * Opens the reader view over the page.
 *
 * @param asked what the reader starts with, on its way
 * @param part what of the article is shown; null for all of it
 * @param onClosed called once, however it ends
 */
export function openReader(
  page: Document,
  reading: Extract<Reading, { ok: true }>,
  asked: Promise<Asked<ReaderContext>>,
  part: Part | null,
  fonts: PageFonts,
  shadow: ShadowRootMode,
  onClosed: () => void,
): OpenReader {
  const view = page.defaultView ?? window;
  const url = addressOf(page);
  const isEarly = page.readyState !== 'complete';
  const report = (open: boolean, left: boolean) => void ask('page-bg:reader-state', { url, open, left });
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) report(true, false); // back from the browser's cache, with the reader as it was
  };

  const release = holdPage(page);
  const guard = guardEvents(view);
  const stage = createStage(page, {
    styles,
    kind: 'stage-full',
    theme: defaultReaderSettings.theme,
    label: i18n.t('reader.view'),
    shadow,
    onCancel: () => end(true),
    onLost: () => end(false),
  });
  view.addEventListener('pageshow', onPageShow);
  report(true, false);

  let ended = false;
  function end(left: boolean): void {
    if (ended) return;
    ended = true;
    render(null, stage.dialog);
    stage.remove();
    fonts.leave();
    guard.stop();
    view.removeEventListener('pageshow', onPageShow);
    release();
    report(false, left);
    onClosed();
  }

  let base = reading.article;
  let article = base;
  let shown: [context: ReaderContext, gone: boolean] = [noContext, false];
  const onBase = (changed: Article) => {
    base = changed;
    show(...shown);
  };
  const onShown = (now: Article) => {
    article = now;
  };
  let menuAsks: { panel: 'point' } | null = null;
  const point = () => {
    menuAsks = { panel: 'point' };
    show(...shown);
  };
  const show = (context: ReaderContext, gone: boolean) => {
    if (ended) return;
    shown = [context, gone];
    render(
      <PageReader
        page={page}
        reading={reading}
        base={base}
        context={context}
        gone={gone}
        isEarly={isEarly}
        selected={part}
        menuAsks={menuAsks}
        fonts={fonts}
        listenForKeys={guard.listen}
        onBase={onBase}
        onShown={onShown}
        onTheme={(theme) => {
          stage.dialog.dataset.theme = theme;
        }}
        onClose={() => end(true)}
      />,
      stage.dialog,
    );
  };

  const start = async (found: Asked<ReaderContext> | null) => {
    const { settings, siteLooks } = found?.ok ? found.value : noContext;
    const { font } = siteLooks ?? settings;
    await fonts.load(font, firstLettersOf(article), lettersWait);
    show(found?.ok ? found.value : noContext, found?.ok === false && found.gone);
  };
  async function present(): Promise<void> {
    const early = await Promise.race([asked, wait(contextWait)]);
    await start(early);
    setTimeout(rememberWords);
    if (early === null) void asked.then(start);
  }
  async function refresh(): Promise<void> {
    const now = await askContext(url);
    if (now.ok) show(now.value, false);
  }
  return {
    article: () => withLeftOut(article, base, reading),
    shown: present(),
    point,
    refresh: () => void refresh(),
    close: () => end(true),
  };
}
