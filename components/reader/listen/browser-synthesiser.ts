import type { Synthesiser, Trouble, Voice } from './synthesiser';

const troubles: Readonly<Record<string, Trouble>> = {
  'not-allowed': 'blocked',
  network: 'network',
  canceled: 'taken',
  interrupted: 'taken',
  'text-too-long': 'text',
};

/** Milliseconds until a voice that says nothing counts as broken: an online one may take some seconds to begin. */
const patience = 12_000;

const toVoice = ({ voiceURI, name, lang, localService, default: isDefault }: SpeechSynthesisVoice): Voice => ({
  id: voiceURI,
  name,
  lang: lang.replaceAll('_', '-'), // Android
  // Firefox calls the voices of Linux's own speech service remote.
  isLocal: localService || voiceURI.startsWith('urn:moz-tts:speechd:'),
  isDefault,
});

const silent: Synthesiser = {
  voices: () => [],
  onVoices: () => () => undefined,
  say: (_saying, { onTrouble }) => onTrouble('voice'),
  hush: () => undefined,
};

/** The browser's own voices, in a page as in a content script; a synthesiser without voices where it has none. */
export function browserSynthesiser(view: Window & typeof globalThis): Synthesiser {
  const speech: SpeechSynthesis | undefined = view.speechSynthesis;
  if (!speech) return silent;
  /** What is being said. Chrome forgets an utterance that nobody holds, and then never tells of its end. */
  let current: SpeechSynthesisUtterance | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hush(): void {
    clearTimeout(timer);
    if (current === null) return; // what the page itself says is not ours to stop
    current = null;
    speech?.cancel();
  }

  return {
    voices: () => speech.getVoices().map(toVoice),
    onVoices(callback) {
      speech.addEventListener('voiceschanged', callback);
      return () => speech.removeEventListener('voiceschanged', callback);
    },
    say({ text, lang, voice, rate }, { onEnd, onTrouble }) {
      hush();
      const utterance = new view.SpeechSynthesisUtterance(text);
      utterance.lang = lang;
      utterance.rate = rate;
      utterance.voice = speech.getVoices().find(({ voiceURI }) => voiceURI === voice) ?? null;
      const finish = (tell: () => void) => () => {
        if (current !== utterance) return;
        clearTimeout(timer);
        current = null;
        tell();
      };
      const fail = finish(() => {
        speech.cancel();
        onTrouble('voice');
      });
      current = utterance;
      // Without the voice the browser would choose one: perhaps one that sends the text away.
      if (!utterance.voice) return fail();
      utterance.addEventListener('start', () => clearTimeout(timer));
      utterance.addEventListener('end', finish(onEnd));
      utterance.addEventListener('error', ({ error }) => finish(() => onTrouble(troubles[error] ?? 'voice'))());
      timer = setTimeout(fail, patience);
      speech.resume(); // a page may have left it paused
      speech.speak(utterance);
    },
    hush,
  };
}
