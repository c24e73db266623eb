/** What the system shows of what is read, on its own controls. */
export interface Heard {
  title: string;
  byline: string | null;
  site: string | null;
}

/** What the keys for media, the buttons of headphones and the system's own controls ask for. */
export interface MediaActs {
  play(): void;
  pause(): void;
  stop(): void;
  next(): void;
  previous(): void;
}

/** The keys for media, for as long as something is read. */
export interface MediaKeys {
  /** Takes them, or says that it now plays or pauses. Best called while the user presses something: a browser may refuse sound before. */
  hold(heard: Heard, acts: MediaActs, isPlaying: boolean): void;
  /** Gives them back. */
  release(): void;
}

/** A tone of this length counts as something to be controlled: Chromium asks for more than five seconds, Firefox for three. */
const seconds = 6;
/** Samples a second: as few as Chromium plays. */
const sampleRate = 3000;

/**
 * A WAV file that nobody hears: its samples are off by one part in 32,768, every second one, since browsers take perfect silence for a player
 * that makes no sound.
 */
function whisper(): Blob {
  const samples = seconds * sampleRate;
  const view = new DataView(new ArrayBuffer(44 + 2 * samples));
  const write = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++) view.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + 2 * samples, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // plain samples
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * sampleRate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, 2 * samples, true);
  for (let at = 0; at < samples; at += 2) view.setInt16(44 + 2 * at, 1, true);
  return new Blob([view.buffer], { type: 'audio/wav' });
}

const actsOf = ({ play, pause, stop, next, previous }: MediaActs): Partial<Record<MediaSessionAction, () => void>> => ({
  play,
  pause,
  stop,
  nexttrack: next,
  previoustrack: previous,
});

/**
 * The keys for media of a page. Browsers hand them to what plays, and do not count speech as playing: so an inaudible tone plays along, for as
 * long as something is read. A page whose policy forbids every sound forbids this one, too, and keeps the keys. What a page had set for them
 * it has to set again: it cannot be asked for.
 */
export function mediaKeysOf(view: Window & typeof globalThis): MediaKeys {
  const session = view.navigator.mediaSession as MediaSession | undefined;
  let tone: HTMLAudioElement | null = null;
  let before: MediaMetadata | null = null;

  function begin(): HTMLAudioElement {
    const audio = new view.Audio();
    audio.loop = true;
    audio.src = URL.createObjectURL(whisper());
    before = session?.metadata ?? null;
    return audio;
  }

  return {
    hold(heard, acts, isPlaying) {
      if (!session) return;
      tone ??= begin();
      session.metadata = new view.MediaMetadata({ title: heard.title, artist: heard.byline ?? '', album: heard.site ?? '' });
      for (const [name, act] of Object.entries(actsOf(acts))) session.setActionHandler(name as MediaSessionAction, act);
      session.playbackState = isPlaying ? 'playing' : 'paused';
      if (!isPlaying) tone.pause();
      else tone.play().catch((error: unknown) => console.debug('The keys for media stay with the page', error));
    },
    release() {
      if (!tone || !session) return;
      for (const name of ['play', 'pause', 'stop', 'nexttrack', 'previoustrack'] as const) session.setActionHandler(name, null);
      session.metadata = before;
      session.playbackState = 'none';
      tone.pause();
      URL.revokeObjectURL(tone.src);
      tone.removeAttribute('src');
      tone.load();
      tone = null;
    },
  };
}
