import { defineSetting } from './setting';

/** How articles are read aloud. For all sites. */
export interface ListenSettings {
  /** One of `rates`: 1 is the voice's own speed. */
  rate: number;
  /** The chosen voice of each language: "en" to what the browser calls the voice. One that is not on this machine is passed over. */
  voices: Readonly<Record<string, string>>;
}

export const rates: readonly number[] = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** One step slower or faster, within the range. */
export const stepRate = (rate: number, direction: 1 | -1): number => rates[rates.indexOf(rate) + direction] ?? rate;

export const defaultListenSettings: ListenSettings = { rate: 1, voices: {} };

/** More languages than anyone listens to, and names longer than any voice has: what a synced item has room for. */
const most = { languages: 40, name: 120 };

/** Keeps each good field of what storage held and replaces each bad one by its default. */
export function parseListenSettings(value: unknown): ListenSettings {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof ListenSettings, unknown>>;
  const voices = Object.entries(typeof raw.voices === 'object' && raw.voices !== null ? raw.voices : {}).filter(
    ([lang, voice]) => /^[a-z]{2,3}$/.test(lang) && typeof voice === 'string' && voice.length <= most.name,
  );
  return {
    rate: rates.find((rate) => rate === raw.rate) ?? defaultListenSettings.rate,
    voices: Object.fromEntries(voices.slice(-most.languages)),
  };
}

export const listenSettings = defineSetting('listen-settings:1', parseListenSettings);
