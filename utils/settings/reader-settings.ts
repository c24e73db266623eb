import { defineSetting } from './setting';

/** How the reader looks. For all sites. */
export interface ReaderSettings {
  theme: 'system' | 'light' | 'sepia' | 'dark';
  /** Text size in CSS pixels, 14 to 32. */
  textSize: number;
  /** Measure in `ch`-like units of the text face: 45 to 90. */
  textWidth: number;
  font: 'serif' | 'sans' | 'mono';
}

export const defaultReaderSettings: ReaderSettings = { theme: 'system', textSize: 20, textWidth: 66, font: 'serif' };

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], fallback: T): T =>
  allowed.includes(value as T) ? (value as T) : fallback;

const within = (value: unknown, least: number, most: number, fallback: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : fallback;

/** Keeps each good field of what storage held and replaces each bad one by its default. */
export function parseReaderSettings(value: unknown): ReaderSettings {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<keyof ReaderSettings, unknown>;
  const d = defaultReaderSettings;
  return {
    theme: oneOf(raw.theme, ['system', 'light', 'sepia', 'dark'], d.theme),
    textSize: within(raw.textSize, 14, 32, d.textSize),
    textWidth: within(raw.textWidth, 45, 90, d.textWidth),
    font: oneOf(raw.font, ['serif', 'sans', 'mono'], d.font),
  };
}

export const readerSettings = defineSetting('reader-settings:1', parseReaderSettings);
