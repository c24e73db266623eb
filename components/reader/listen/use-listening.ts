import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../../utils/article/article';
import { type ListenSettings, stepRate } from '../../../utils/settings/listen-settings';
import { interfaceLanguage } from '../../interface-language';
import type { Doings } from '../acts';
import { i18n } from '../words';
import { rateText } from './ListenBar';
import type { Unit } from './player';
import { readText, type Sentence } from './read-text';
import { startPlace } from './start-place';
import type { Synthesiser } from './synthesiser';
import { useClickedSentence } from './use-clicked-sentence';
import { useMediaKeys } from './use-media-keys';
import { usePlayer } from './use-player';
import { useSpokenPlace } from './use-spoken-place';
import { useVoices } from './use-voices';
import { baseOf, voiceFor, voicesOf } from './voices';

/** What reading aloud needs of the caller. */
export interface ListenProps {
  /** Must stay the same object. */
  synthesiser: Synthesiser;
  settings: ListenSettings;
  onSettings(settings: ListenSettings): void;
}

interface Options {
  scroller: RefObject<HTMLElement | null>;
  text: RefObject<HTMLElement | null>;
  /** What the text was set from, once it stands to its end. */
  whole: DocumentFragment | null;
  article: Pick<Article, 'lang' | 'title' | 'byline' | 'siteName'>;
  listen: ListenProps;
  /** Called before the text is scrolled to what is said. */
  onFollow(): void;
  say(words: string): void;
}

/** Pixels at the top of the view that the controls cover: text there is not taken for what one reads. */
const covered = 72;

/** Reading aloud: what the bar shows, what is marked in the text, and what the keys do. */
export function useListening({ scroller, text, whole, article, listen, onFollow, say }: Options) {
  const { synthesiser, settings, onSettings } = listen;
  const lang = article.lang ?? interfaceLanguage().lang;
  const [isOpen, setOpen] = useState(false);
  const [player, state] = usePlayer(synthesiser);
  const sentences = useRef<readonly Sentence[]>([]);
  /** Reading begins as soon as there is a voice. */
  const waits = useRef(false);
  const voices = useVoices(synthesiser, isOpen);
  // Some systems offer ten thousand.
  const fitting = useMemo(() => voices && voicesOf(lang, voices), [lang, voices]);
  const voice = voiceFor(lang, fitting ?? [], settings.voices);
  const { rate } = settings;

  const isMarked = isOpen && voice !== null && !state.isOver;
  const sentence = isMarked ? (sentences.current[state.at] ?? null) : null;
  const { boxes, follow, bringUp } = useSpokenPlace({ scroller, text, sentence, onFollow });

  const latest = useRef({ voices, settings });
  latest.current = { voices, settings };
  // By what is heard alone: the same settings and voices are told again and again, and each time the sentence would begin anew.
  useLayoutEffect(() => {
    const idFor = (wanted: string) => voiceFor(wanted, latest.current.voices ?? [], latest.current.settings.voices)?.id ?? null;
    player.setManner({ rate, voiceFor: (own) => idFor(own) ?? idFor(lang) });
  }, [player, rate, voice?.id, lang]);
  useLayoutEffect(() => {
    if (!waits.current || voice === null) return;
    waits.current = false;
    player.play();
  }, [player, voice]);

  const readAnew = () => {
    const sheet = text.current?.closest('.article');
    const roots = sheet ? [...sheet.querySelectorAll('.head h1, .head .standfirst'), ...(text.current ? [text.current] : [])] : [];
    sentences.current = readText(roots, lang);
    player.setLines(sentences.current);
  };
  useLayoutEffect(() => {
    if (isOpen && whole) readAnew();
  }, [whole]);

  const playAt = (at?: number) => {
    follow();
    if (voice) player.play(at);
    else {
      if (at !== undefined) player.goTo(at);
      waits.current = true;
    }
  };
  const startHere = () => {
    if (!text.current || !scroller.current) return;
    if (!isOpen) readAnew();
    setOpen(true);
    playAt(startPlace(sentences.current, text.current, scroller.current, covered));
  };
  const onToggle = () => {
    if (!isOpen) startHere();
    else if (state.isPlaying) player.pause();
    else {
      playAt();
      bringUp();
    }
  };
  const onStep = (unit: Unit, direction: 1 | -1) => {
    follow(unit === 'section');
    player.step(unit, direction);
  };
  const onClose = () => {
    waits.current = false;
    player.pause();
    setOpen(false);
    const root = scroller.current?.getRootNode() as Document | ShadowRoot | undefined;
    // The bar goes with the button that had the focus.
    if (root?.activeElement?.closest('.listen-bar')) scroller.current?.focus({ preventScroll: true });
  };
  const onRate = (next: number) => onSettings({ ...settings, rate: next });
  const onVoice = (id: string) => onSettings({ ...settings, voices: { ...settings.voices, [baseOf(lang)]: id } });
  useClickedSentence(text, isOpen ? sentences : null, playAt);

  useMediaKeys(isOpen && voice !== null, state.isPlaying, article, {
    play: () => playAt(),
    pause: player.pause,
    stop: onClose,
    next: () => onStep('sentence', 1),
    previous: () => onStep('sentence', -1),
  });

  const stepRateBy = (direction: 1 | -1) => () => {
    const next = stepRate(rate, direction);
    onRate(next);
    say(i18n.t('listen.speedNow', [rateText(next)]));
  };
  const step = (unit: Unit, direction: 1 | -1) => ({ run: () => onStep(unit, direction), off: !isOpen });
  const doings: Doings = {
    listen: { run: onToggle, on: state.isPlaying },
    'listen-here': { run: startHere },
    'next-sentence': step('sentence', 1),
    'previous-sentence': step('sentence', -1),
    'next-paragraph': step('paragraph', 1),
    'previous-paragraph': step('paragraph', -1),
    faster: { run: stepRateBy(1), off: !isOpen },
    slower: { run: stepRateBy(-1), off: !isOpen },
    ...(isOpen && { 'next-section': step('section', 1), 'previous-section': step('section', -1), close: { run: onClose } }),
  };
  return {
    isOpen,
    isPlaying: state.isPlaying,
    trouble: state.trouble,
    lang,
    /** Those of the article's language; null while the browser looks for them. */
    voices: fitting,
    voice,
    rate,
    boxes,
    onToggle,
    onStep,
    onRate,
    onVoice,
    onClose,
    doings,
  };
}

export type Listening = ReturnType<typeof useListening>;
