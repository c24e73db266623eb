import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { sectionAddress } from '../../utils/article/section-address';
import { stepSetting } from '../../utils/settings/reader-settings';
import { interfaceLanguage } from '../interface-language';
import { ArticleBody } from './ArticleBody';
import { ArticleHead } from './ArticleHead';
import type { Doings } from './acts';
import { ChangesNote } from './changes/ChangesNote';
import { ChangesView } from './changes/ChangesView';
import { ComparedVersions } from './changes/ComparedVersions';
import { KeySheet } from './KeySheet';
import type { KeyTaker } from './keys-first';
import { LeftOut } from './left-out/LeftOut';
import { PointAtBlock } from './left-out/PointAtBlock';
import { ListenBar } from './listen/ListenBar';
import { SpokenMark } from './listen/SpokenMark';
import { useListening } from './listen/use-listening';
import { themes } from './looks/look-choices';
import { looksOf } from './looks/looks-of';
import { TypographyPanel } from './looks/TypographyPanel';
import { useSiteFace } from './looks/use-site-face';
import { MissingPictures } from './MissingPictures';
import { MorePages } from './MorePages';
import { CodeColours } from './media/CodeColours';
import { copyText } from './media/copy-text';
import { PictureView } from './media/PictureView';
import { Note } from './Note';
import { NotePopover } from './notes/NotePopover';
import { useNotes } from './notes/use-notes';
import { focusOutline, Outline } from './Outline';
import { Panel } from './Panel';
import { PartNote } from './PartNote';
import { PrintMatter } from './PrintMatter';
import { ReaderToolbar } from './ReaderToolbar';
import { ResumeOffer } from './ResumeOffer';
import type { ReaderViewProps } from './reader-props';
import { useActKeys } from './use-acts';
import { useLinks } from './use-links';
import { useMedia } from './use-media';
import { usePanels } from './use-panels';
import { useProgress } from './use-progress';
import { useQuiet } from './use-quiet';
import { useResume } from './use-resume';
import { useRightPress } from './use-right-press';
import { useSections } from './use-sections';
import { useStatus } from './use-status';
import { useText } from './use-text';
import { i18n } from './words';

/**
 * The reader view: an article as a well-set page, its outline, and the controls, which step back while one reads. It fills its
 * container and scrolls inside itself. Its styles are listed in `styles/reader-css.ts`.
 */
export function ReaderView(props: ReaderViewProps) {
  const { article, mode, settings, onSettings } = props;
  const { missing } = article.completeness;
  const view = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const roomBeside = useMedia('(min-width: 1240px)');
  const opensLinks = mode === 'library';
  const goesOn = opensLinks && props.position ? props.position.block + 1 : 0;
  const { whole, complete } = useText({ text, body: props.body, linksOpenTab: opensLinks, least: goesOn });
  const sections = useSections(scroller, text, article.headings, complete);
  const { quiet, wake } = useQuiet(scroller);
  const { mark, minutesLeft } = useProgress({ scroller, text, whole, ...props });
  const resume = useResume({ scroller, text, whole, ...props, atOnce: mode === 'library' });
  const [status, say] = useStatus(props.status);
  const listening = useListening({ scroller, text, whole, ...props, onFollow: sections.release, say });
  const panels = usePanels(view);
  const siteFace = useSiteFace(props, panels.open === 'looks');
  const readLink = useLinks(text, props.onReadLink);
  const pressed = useRightPress(text);

  useEffect(() => {
    if (props.asked) panels.show(props.asked.panel);
  }, [props.asked, panels.show]);
  const keysFirst = useRef<KeyTaker[]>([]);
  const notes = useNotes(text);

  // So that arrows and space scroll the text from the first moment.
  useLayoutEffect(() => scroller.current?.focus({ preventScroll: true }), []);

  const resize = (direction: 1 | -1) => () => {
    const next = stepSetting(settings, 'textSize', direction);
    onSettings(next);
    say(i18n.t('reader.sizeNow', [String(next.textSize)]));
  };
  const nextTheme = () => {
    const next = themes[(themes.findIndex(({ value }) => value === settings.theme) + 1) % themes.length] ?? themes[0];
    onSettings({ ...settings, theme: next.value });
    say(i18n.t('reader.themeNow', [next.label()]));
  };
  const copyLink = async (index: number) => {
    const heading = article.headings[Math.max(0, index)];
    if (!heading || !view.current) return;
    const address = sectionAddress(article.url, heading.text, props.idOnPage?.(heading.text) ?? null);
    const done = await copyText(address, view.current);
    say(done ? i18n.t('reader.linkCopied', [heading.text]) : i18n.t('reader.linkNotCopied'));
  };
  const togglePictures = () => {
    onSettings({ ...settings, pictures: !settings.pictures });
    say(i18n.t(settings.pictures ? 'picture.hidden' : 'picture.shown'));
  };
  const lastMade = props.corrections?.made.at(-1);
  const doings: Doings = {
    close: { run: props.onClose },
    ...(lastMade && { 'take-back': { run: lastMade.onUndo } }),
    ...(article.headings.length > 1 && {
      'next-section': { run: () => sections.step(1) },
      'previous-section': { run: () => sections.step(-1) },
      outline: { run: () => focusOutline(view.current) },
    }),
    ...(resume?.state === 'offered' && { continue: { run: resume.onGo } }),
    ...(article.headings.length > 0 && { 'copy-link': { run: () => void copyLink(sections.current) } }),
    'read-link': { run: readLink },
    larger: { run: resize(1) },
    smaller: { run: resize(-1) },
    theme: { run: nextTheme },
    pictures: { run: togglePictures, on: !settings.pictures },
    save: { run: props.onToggleSaved, off: props.saving !== 'saved' && props.saving !== 'unsaved' },
    print: { run: () => view.current?.ownerDocument.defaultView?.print() },
    ...(props.onOpenLibrary && { library: { run: props.onOpenLibrary } }),
    ...(props.onExport && { export: { run: props.onExport } }),
    ...(props.changes && { changes: { run: () => panels.toggle('changes') } }),
    ...listening.doings,
  };
  const onScrollKey = () => {
    complete(); // its end may be what is asked for
    sections.release();
  };
  const onKey = () => {
    complete();
    wake();
  };
  useActKeys({ view, listenForKeys: props.listenForKeys, doings, panels, keysFirst, onScrollKey, onKey });

  const outline = {
    headings: article.headings,
    current: sections.current,
    onGoTo: sections.goTo,
    onCopyLink: copyLink,
    listenForKeys: props.listenForKeys,
    lang: article.lang,
    dir: article.dir,
  };
  const onShowPage = mode === 'page' ? props.onClose : null;
  return (
    <div
      class="reader"
      ref={view}
      data-mode={mode}
      data-pictures={settings.pictures ? 'shown' : 'hidden'}
      data-quiet={quiet && panels.open === null}
      {...interfaceLanguage()}
      {...looksOf(settings, siteFace)}
    >
      <ReaderToolbar {...props} mark={mark} minutesLeft={minutesLeft} doings={doings} panels={panels} />
      <Panel name="looks" label={i18n.t('reader.appearance')} kind="popup" panels={panels}>
        <TypographyPanel settings={settings} onSettings={onSettings} onlyHere={props.onlyHere} hasSiteFace={siteFace !== null} />
      </Panel>
      <Panel name="keys" label={i18n.t('keys.title')} kind="popup" panels={panels}>
        <KeySheet doings={doings} />
      </Panel>
      <Panel name="left-out" label={i18n.t('leftOut.title')} kind="drawer" panels={panels}>
        <LeftOut corrections={props.corrections} text={text} />
      </Panel>
      <Panel name="point" label={i18n.t('leftOut.point')} kind="drawer" panels={panels}>
        <PointAtBlock corrections={props.corrections} text={text} body={props.body} start={pressed} listenForKeys={props.listenForKeys} />
      </Panel>
      {props.changes && (
        <Panel name="changes" label={i18n.t('changes.title')} kind="sheet" panels={panels}>
          <ChangesView changes={props.changes.changes} keysFirst={keysFirst} lang={article.lang} dir={article.dir}>
            <ComparedVersions {...props.changes} />
          </ChangesView>
        </Panel>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard */}
      <main class="scroller" ref={scroller} tabIndex={0} aria-labelledby={titleId}>
        <div class="sheet" dir={article.dir}>
          {roomBeside && <Outline place="beside" {...outline} />}
          <article class="article" lang={article.lang ?? undefined} dir={article.dir}>
            {props.notice && <Note text={props.notice} onShowPage={onShowPage} />}
            {props.part && <PartNote {...props.part} />}
            <SpokenMark boxes={listening.boxes} />
            <ArticleHead article={article} titleId={titleId} newTab={mode === 'library'} />
            {props.changes && <ChangesNote {...props.changes} onShow={() => panels.show('changes')} />}
            {missing !== null && !props.furtherPages && <Note text={i18n.t(`reader.missing.${missing}`)} onShowPage={onShowPage} />}
            {props.missingPictures && settings.pictures && <MissingPictures {...props.missingPictures} />}
            {!roomBeside && <Outline place="folded" {...outline} />}
            <ArticleBody container={text} isBusy={whole === null} onReference={(link) => notes.show(link, true)} />
            {whole && props.furtherPages && <MorePages {...props.furtherPages} />}
            <PrintMatter text={text} />
          </article>
        </div>
        <NotePopover notes={notes} text={text} scroller={scroller} keysFirst={keysFirst} lang={article.lang} dir={article.dir} />
      </main>
      {listening.isOpen && <ListenBar {...listening} />}
      {resume && <ResumeOffer {...resume} />}
      <PictureView text={text} keysFirst={keysFirst} dir={article.dir} />
      <CodeColours text={text} whole={whole} load={props.loadCodeColours} />
      <div class="status" role="status">
        {status && <p data-tone={status.tone}>{status.text}</p>}
      </div>
    </div>
  );
}
