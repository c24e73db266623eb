import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { stepSetting } from '../../utils/settings/reader-settings';
import { Icon } from '../Icon';
import { interfaceLanguage } from '../interface-language';
import { ArticleBody } from './ArticleBody';
import { ArticleHead } from './ArticleHead';
import { Outline } from './Outline';
import { ReaderToolbar } from './ReaderToolbar';
import type { ReaderStatus, ReaderViewProps } from './reader-props';
import { scrollingKeys, shortcutOf } from './shortcuts';
import { themes } from './TypographyPanel';
import { trusted } from './trusted';
import { useMedia } from './use-media';
import { useQuiet } from './use-quiet';
import { useSections } from './use-sections';
import { i18n } from './words';

/** Milliseconds a message stays on screen: long enough to read twice. */
const statusStays = { info: 4000, problem: 10_000 };

/** The view's own messages (by key: theme, size) and the caller's, each until the next or for a moment. */
function useStatus(given: ReaderStatus | null) {
  const [shown, setShown] = useState(given);
  useEffect(() => setShown(given), [given]);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), statusStays[shown.tone]);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown, (text: string) => setShown({ text, tone: 'info' })] as const;
}

/** A line above the title; the button leaves the reader for the page, which has the whole. */
function Note({ text, onShowPage }: { text: string; onShowPage: (() => void) | null }) {
  return (
    <div class="note" {...interfaceLanguage()}>
      <Icon name="warning" />
      <p>{text}</p>
      {onShowPage && (
        <button type="button" class="text-button" onClick={trusted(onShowPage)}>
          {i18n.t('reader.showPage')}
        </button>
      )}
    </div>
  );
}

/**
 * The reader view: an article as a well-set page, its outline, and the controls, which step back while one reads. It fills its
 * container and scrolls inside itself. Its styles are listed in `styles/reader-css.ts`.
 */
export function ReaderView(props: ReaderViewProps) {
  const { article, mode, settings, onSettings } = props;
  const view = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const roomBeside = useMedia('(min-width: 1240px)');
  const sections = useSections(scroller, text, article.headings);
  const { quiet, wake } = useQuiet(scroller);
  const [status, say] = useStatus(props.status);

  // So that arrows and space scroll the text from the first moment.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);

  const resize = (direction: 1 | -1) => {
    const next = stepSetting(settings, 'textSize', direction);
    onSettings(next);
    say(i18n.t('reader.sizeNow', [String(next.textSize)]));
  };
  const nextTheme = () => {
    const next = themes[(themes.findIndex(({ value }) => value === settings.theme) + 1) % themes.length] ?? themes[0];
    onSettings({ ...settings, theme: next.value });
    say(i18n.t('reader.themeNow', [next.label()]));
  };
  const shortcuts = {
    close: () => {
      // An open panel goes first: the browser closes it by the same key.
      if (!view.current?.querySelector(':popover-open')) props.onClose();
    },
    'next-section': () => sections.step(1),
    'previous-section': () => sections.step(-1),
    larger: () => resize(1),
    smaller: () => resize(-1),
    save: () => {
      if (props.saving === 'saved' || props.saving === 'unsaved') props.onToggleSaved();
    },
    theme: nextTheme,
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (scrollingKeys.has(event.key)) return sections.release();
    wake();
    const shortcut = shortcutOf(event);
    if (shortcut) shortcuts[shortcut]();
  };
  const latestOnKey = useRef(onKey);
  latestOnKey.current = onKey;
  useEffect(() => props.listenForKeys((event) => latestOnKey.current(event)), [props.listenForKeys]);

  const outline = { headings: article.headings, current: sections.current, onGoTo: sections.goTo, lang: article.lang, dir: article.dir };
  return (
    <div
      class="reader"
      ref={view}
      data-theme={settings.theme}
      data-font={settings.font}
      data-mode={mode}
      data-quiet={quiet}
      {...interfaceLanguage()}
      style={{ '--text-size': `${settings.textSize}px`, '--measure': settings.textWidth }}
    >
      <ReaderToolbar {...props} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard */}
      <main class="scroller" ref={scroller} tabIndex={0} aria-labelledby={titleId}>
        <div class="sheet" dir={article.dir}>
          {roomBeside && <Outline place="beside" {...outline} />}
          <article class="article" lang={article.lang ?? undefined} dir={article.dir}>
            {props.notice && <Note text={props.notice} onShowPage={mode === 'page' ? props.onClose : null} />}
            <ArticleHead article={article} titleId={titleId} newTab={mode === 'library'} />
            {article.completeness.state === 'partial' && (
              <Note text={i18n.t('reader.partial')} onShowPage={mode === 'page' ? props.onClose : null} />
            )}
            {!roomBeside && <Outline place="folded" {...outline} />}
            <ArticleBody body={props.body} linksOpenTab={mode === 'library'} container={text} />
          </article>
        </div>
      </main>
      <div class="status" role="status">
        {status && <p data-tone={status.tone}>{status.text}</p>}
      </div>
    </div>
  );
}
