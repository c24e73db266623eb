import type { Synthesiser, Trouble } from './synthesiser';

/** What is said in one go. */
export interface Line {
  text: string;
  /** BCP 47. */
  lang: string;
  /** Which paragraph it belongs to. */
  block: number;
  isHeading: boolean;
}

export interface PlayerState {
  isPlaying: boolean;
  /** Which line is being said, or would be. */
  at: number;
  /** The last line was said. */
  isOver: boolean;
  /** Why it fell silent by itself. */
  trouble: Trouble | null;
}

export interface Manner {
  rate: number;
  /** Id of the voice for a language; null: there is none. */
  voiceFor(lang: string): string | null;
}

export type Unit = 'sentence' | 'paragraph' | 'section';

export const silence: PlayerState = { isPlaying: false, at: 0, isOver: false, trouble: null };

/** Where lines begin that a step can lead to. */
const begins = (unit: Unit, lines: readonly Line[], at: number): boolean => {
  const [line, before] = [lines[at], lines[at - 1]];
  if (unit === 'sentence' || !line || !before) return true;
  return line.block !== before.block && (unit === 'paragraph' || line.isHeading);
};

/**
 * The line that a step leads to: forward to where the next unit begins, back to where this one does, or, from there, to the one before.
 * Where there is no further one it stays.
 */
export function stepFrom(lines: readonly Line[], at: number, unit: Unit, direction: 1 | -1): number {
  for (let next = at + direction; next >= 0 && next < lines.length; next += direction) if (begins(unit, lines, next)) return next;
  return at;
}

/** Where a line is in another text: the nearest one with the same words; else the same number, as far as there is one. */
export function placeIn(lines: readonly Line[], line: Line | undefined, at: number): number {
  let nearest = -1;
  lines.forEach(({ text }, index) => {
    if (text === line?.text && (nearest < 0 || Math.abs(index - at) < Math.abs(nearest - at))) nearest = index;
  });
  return nearest < 0 ? Math.max(0, Math.min(at, lines.length - 1)) : nearest;
}

/**
 * Reads lines aloud, one after the other. A pause is silence and the line from its beginning afterwards: browsers lose their place when they
 * pause by themselves, and Chrome stops in the middle of what is longer than some 15 seconds.
 *
 * @param onState told of every change
 */
export function createPlayer(synthesiser: Synthesiser, onState: (state: PlayerState) => void) {
  let lines: readonly Line[] = [];
  let manner: Manner = { rate: 1, voiceFor: () => null };
  let state = silence;

  const set = (change: Partial<PlayerState>) => {
    state = { ...state, ...change };
    onState(state);
  };

  function speak(): void {
    const line = lines[state.at];
    const voice = line && manner.voiceFor(line.lang);
    if (!line) set({ isPlaying: false, isOver: true });
    else if (voice) synthesiser.say({ text: line.text, lang: line.lang, rate: manner.rate, voice }, { onEnd: goOn, onTrouble });
    else onTrouble('voice');
  }
  function goOn(): void {
    const at = state.at + 1;
    if (at < lines.length) set({ at });
    else set({ isPlaying: false, isOver: true });
    if (state.isPlaying) speak();
  }
  function onTrouble(trouble: Trouble): void {
    if (trouble === 'text') goOn();
    else set({ isPlaying: false, trouble });
  }
  function goTo(at: number): void {
    set({ at: Math.max(0, Math.min(at, lines.length - 1)), isOver: false, trouble: null });
    if (state.isPlaying) speak();
  }
  function play(at?: number): void {
    set({ isPlaying: true });
    goTo(at ?? (state.isOver ? 0 : state.at));
  }
  function pause(): void {
    synthesiser.hush();
    set({ isPlaying: false });
  }

  return {
    state: () => state,
    play,
    pause,
    goTo,
    step: (unit: Unit, direction: 1 | -1) => goTo(stepFrom(lines, state.at, unit, direction)),
    /** Another text, or the same one changed: goes on where the same words stand, without a break. */
    setLines(now: readonly Line[]): void {
      const at = placeIn(now, lines[state.at], state.at);
      lines = now;
      set({ at });
    },
    /** How it is read from now on; the line that is being said begins again. */
    setManner(now: Manner): void {
      manner = now;
      if (state.isPlaying) speak();
    },
  };
}

export type Player = ReturnType<typeof createPlayer>;
