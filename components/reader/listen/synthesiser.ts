/** A voice that the browser offers. */
export interface Voice {
  /** What the browser calls it. */
  id: string;
  name: string;
  /** BCP 47. */
  lang: string;
  /** Speaks on this machine. One that does not sends the text to its maker. */
  isLocal: boolean;
  /** The one the system would take. */
  isDefault: boolean;
}

/**
 * Why it fell silent. `blocked`: the browser wants a press of a button first. `network`: an online voice is out of reach. `taken`: the page
 * or another tab hushed it. `text`: this sentence is too much for the voice. `voice`: anything else.
 */
export type Trouble = 'blocked' | 'network' | 'taken' | 'text' | 'voice';

export interface Saying {
  text: string;
  lang: string;
  /** Id of the voice. */
  voice: string;
  rate: number;
}

/** What speaks. Handed in as a value: the player neither knows nor cares whether it is a browser's. */
export interface Synthesiser {
  voices(): Voice[];
  /** Calls back when other voices are there; returns what stops it. */
  onVoices(callback: () => void): () => void;
  /** Says this instead of what is being said. One of the two is told, once, unless it is hushed or replaced before. */
  say(saying: Saying, told: { onEnd(): void; onTrouble(trouble: Trouble): void }): void;
  hush(): void;
}
