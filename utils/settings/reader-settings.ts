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

/** Least, most and step of the two measures: their controls and the parser keep to these. */
export const readerRanges = {
  textSize: { least: 14, most: 32, step: 1 },
  textWidth: { least: 45, most: 90, step: 5 },
} as const;

/** One step up or down, within the range. */
export function stepSetting(settings: ReaderSettings, measure: keyof typeof readerRanges, direction: 1 | -1): ReaderSettings {
  const { least, most, step } = readerRanges[measure];
  return { ...settings, [measure]: Math.min(most, Math.max(least, settings[measure] + direction * step)) };
}

export const defaultReaderSettings: ReaderSettings = { theme: 'system', textSize: 20, textWidth: 65, font: 'serif' };

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], fallback: T): T =>
  allowed.includes(value as T) ? (value as T) : fallback;

const within = (value: unknown, { least, most }: { least: number; most: number }, fallback: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : fallback;

/** Keeps each good field of what storage held and replaces each bad one by its default. */
export function parseReaderSettings(value: unknown): ReaderSettings {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<keyof ReaderSettings, unknown>;
  const d = defaultReaderSettings;
  return {
    theme: oneOf(raw.theme, ['system', 'light', 'sepia', 'dark'], d.theme),
    textSize: within(raw.textSize, readerRanges.textSize, d.textSize),
    textWidth: within(raw.textWidth, readerRanges.textWidth, d.textWidth),
    font: oneOf(raw.font, ['serif', 'sans', 'mono'], d.font),
  };
}

export const readerSettings = defineSetting('reader-settings:1', parseReaderSettings);
