/** A voice of the fake: `online` ones send the text away. */
export interface FakeVoice {
  name: string;
  lang: string;
  online?: boolean;
}

declare global {
  /** What was said, and how; what is being said now, if anything. */
  var fakeSpeech: { said: { text: string; rate: number; voice: string | undefined }[]; now(): string | null; end(): void } | undefined;
}

/**
 * Puts voices in place of the browser's own: the browsers that tests run have none. It stands at the very edge, where the browser itself would
 * speak, and ends a sentence when it is told to. Runs in the page or in the content script's world, so it takes nothing from around it.
 */
export function installFakeVoices(voices: readonly FakeVoice[]): void {
  const said: { text: string; rate: number; voice: string | undefined }[] = [];
  class Utterance extends EventTarget {
    lang = '';
    rate = 1;
    voice: { name: string } | null = null;
    constructor(readonly text: string) {
      super();
    }
  }
  let current: Utterance | null = null;
  const list = voices.map(({ name, lang, online }, index) => ({
    voiceURI: `urn:${name}`,
    name,
    lang,
    localService: !online,
    default: index === 0,
  }));
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => list,
    speak(utterance: Utterance) {
      current = utterance;
      said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice?.name });
      utterance.dispatchEvent(new Event('start'));
    },
    cancel() {
      const stopped = current;
      current = null;
      stopped?.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' }));
    },
    resume: () => undefined,
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  globalThis.fakeSpeech = {
    said,
    now: () => current?.text ?? null,
    end() {
      const ended = current;
      current = null;
      ended?.dispatchEvent(new Event('end'));
    },
  };
}
