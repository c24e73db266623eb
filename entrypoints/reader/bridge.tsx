import { render, type VNode } from 'preact';
import { LargePage } from '../../components/reader/LargePage';
import { ReaderMessage } from '../../components/reader/ReaderMessage';
import { i18n } from '../../components/reader/words';
import stageCss from '../../components/styles/stage.css?inline';
import tokensCss from '../../components/styles/tokens.css?inline';
import type { Article } from '../../utils/article/article';
import type { FailureReason, Outcome } from '../../utils/messages';
import { applyChanges } from '../../utils/pipeline/correct/apply-changes';
import { changesBy } from '../../utils/pipeline/correct/site-corrections';
import type { Reading } from '../../utils/pipeline/reading';
import { createPageFonts } from '../../utils/reader/page-fonts';
import { canHold, createStage, leaveOrphan } from '../../utils/reader/stage';
import { addressOf } from '../../utils/reader/watch-address';
import type { ReaderBridge } from '../../utils/reader-bridge';
import { ask } from './ask';
import { compareInIdle } from './compare-in-idle';
import { askContext, type OpenReader, openReader } from './open-reader';
import { readPage } from './read-page';
import { readSelection } from './read-selection';
import { withLeftOut } from './with-left-out';

type How = Parameters<ReaderBridge['open']>[0];
type Failure = Extract<Reading, { ok: false }>['reason'];

const outcomeOf: Record<Failure | 'stopped', FailureReason> = {
  'not-html': 'not-html',
  'no-body-found': 'no-article',
  'too-large': 'too-large',
  stopped: 'stopped',
};

const stopped = { ok: false, reason: 'stopped' } as const;

const shadow: ShadowRootMode = import.meta.env.MODE === 'testing' ? 'open' : 'closed';

function wordsFor(reason: Failure, how: How): { title: string; hint: string } {
  if (reason === 'not-html') return { title: i18n.t('reader.notHtml'), hint: i18n.t('reader.notHtmlHint') };
  if (reason === 'too-large') return { title: i18n.t('reader.tooLarge'), hint: i18n.t('reader.tooLargeHint') };
  if (how === 'anyway') return { title: i18n.t('reader.noText'), hint: i18n.t('reader.noTextHint') };
  return { title: i18n.t('reader.noArticle'), hint: i18n.t('reader.noArticleHint') };
}

/** What the background calls in this tab; see `ReaderBridge`. */
export function createBridge(page: Document): ReaderBridge {
  let reader: OpenReader | null = null;
  let dismissMessage: (() => void) | null = null;

  /** Files of typefaces on their way, by their paths; upright and slanted ones. */
  let early: Promise<Record<string, string>>[] = [];
  const fonts = createPageFonts(page, async (path, style) => {
    const given = (await early[style === 'normal' ? 0 : 1])?.[path];
    if (given) return given;
    const file = await ask('page-bg:font-file', { path });
    return file.ok ? file.value : null;
  });
  /** Has the letters fetched while the page is read. Once: what has come is kept. */
  const fetchEarly = () => {
    if (early.length) return;
    const sent = { url: addressOf(page), text: `Aa ${page.title}` };
    early = (['normal', 'italic'] as const).map(async (style) => {
      const files = await ask('page-bg:text-files', { ...sent, style });
      return files.ok ? files.value : {};
    });
  };

  /** Shows something in a dialog over the page; `label` names it. */
  function showDialog(label: string, content: VNode, close: () => void): () => void {
    const stage = createStage(page, {
      styles: [tokensCss, stageCss],
      kind: 'stage-message',
      theme: 'system',
      label,
      shadow,
      onCancel: close,
      onLost: close,
    });
    render(content, stage.dialog);
    return () => {
      render(null, stage.dialog);
      stage.remove();
    };
  }

  /** Null where whoever waits for it stopped that. */
  function read(how: How | 'save' | 'compare', waiting = new AbortController()): Reading | Promise<Reading | null> {
    const stop = () => waiting.abort();
    const isSilent = how === 'save' || how === 'compare' || !canHold(page);
    return readPage(page, addressOf(page), {
      anyway: how === 'anyway' || how === 'selection',
      isUnasked: how === 'automatic' || how === 'compare',
      tell: isSilent ? null : () => showDialog(i18n.t('reader.largePage'), <LargePage onStop={stop} />, stop),
      signal: waiting.signal,
    });
  }

  /** The article as the site's corrections make it. */
  async function readCorrected(how: 'save' | 'compare') {
    const reading = (await read(how)) ?? stopped;
    if (!reading.ok) return { reading, article: null };
    const context = await ask('page-bg:reader-context', { url: addressOf(page) });
    const changes = context.ok ? changesBy(context.value.corrections, reading) : [];
    return { reading, article: applyChanges(reading.article, reading.removals, changes).article };
  }

  function showMessage(reason: Failure, how: How): void {
    const words = wordsFor(reason, how);
    const close = () => dismissMessage?.();
    const onAnyway = how === 'asked' && reason === 'no-body-found' ? () => void open('anyway') : null;
    const takeAway = showDialog(words.title, <ReaderMessage {...words} onAnyway={onAnyway} onClose={close} />, close);
    dismissMessage = () => {
      dismissMessage = null;
      takeAway();
    };
  }

  async function readAndShow(how: How, waiting: AbortController): Promise<Outcome> {
    dismissMessage?.();
    const url = addressOf(page);
    const asked = askContext(url); // answered while the page is read
    fetchEarly();
    const begun = read(how, waiting);
    const whole = begun instanceof Promise ? await begun : begun;
    if (!whole) return stopped;
    const { reading, part } = how === 'selection' ? readSelection(page, url, whole) : { reading: whole, part: null };
    if (!reading.ok) {
      if (how === 'automatic') return { ok: false, reason: outcomeOf[reading.reason] };
      if (!canHold(page)) return { ok: false, reason: 'unavailable' }; // it has to be said elsewhere
      showMessage(reading.reason, how);
      return { ok: false, reason: outcomeOf[reading.reason] };
    }
    await leaveOrphan(page);
    reader = openReader(page, reading, asked, part, fonts, shadow, () => {
      reader = null;
    });
    await reader.shown;
    return { ok: true, value: null };
  }

  /** A large page is being read: whoever asks once more waits for the same. */
  let opening: { outcome: Promise<Outcome>; waiting: AbortController } | null = null;
  function open(how: How): Promise<Outcome> {
    if (reader) return Promise.resolve({ ok: true, value: null });
    if (opening) return opening.outcome;
    const waiting = new AbortController();
    const outcome = readAndShow(how, waiting).finally(() => {
      opening = null;
    });
    opening = { outcome, waiting };
    return outcome;
  }

  return {
    open,
    close() {
      opening?.waiting.abort();
      reader?.close();
    },
    isOpen: () => reader !== null,
    point: () => reader?.point(),
    refresh: () => reader?.refresh(),
    async extract(): Promise<Outcome<Article>> {
      if (reader) return { ok: true, value: reader.article() }; // what is being read is what is saved
      const { reading, article } = await readCorrected('save');
      return article
        ? { ok: true, value: withLeftOut(article, reading.article, reading) }
        : { ok: false, reason: outcomeOf[reading.reason] };
    },
    async compare(): Promise<Outcome> {
      await compareInIdle(
        page,
        () => reader !== null,
        async () => (await readCorrected('compare')).article,
      );
      return { ok: true, value: null };
    },
  };
}
