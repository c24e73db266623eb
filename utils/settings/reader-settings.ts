import { defineSetting } from './setting';

/** How the reader looks. Spaces are in hundredths, so that they are kept, stepped and compared as whole numbers. */
export interface ReaderSettings {
  theme: (typeof themeNames)[number];
  font: (typeof fonts)[number];
  /** Family of the face `own`, as it is called on this machine; '' where none was named. */
  fontName: string;
  /** Text size in CSS pixels. */
  textSize: number;
  /** Measure in characters of the text face. */
  textWidth: number;
  /** Hundredths of the text size, as the next three. */
  lineHeight: number;
  paragraphSpacing: number;
  letterSpacing: number;
  wordSpacing: number;
  /** Both edges even, with words hyphenated. */
  justify: boolean;
  /** Whether pictures are shown. */
  pictures: boolean;
}

/** `contrast` follows the system into light or dark, as `system` does. */
export const themeNames = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'] as const;
/** The first five are bundled (`utils/fonts/`); `site` is the page's own, `own` one that is installed here. */
const fonts = ['serif', 'sans', 'easy', 'dyslexic', 'mono', 'site', 'own'] as const;

/** Least, most and step of the measures: their controls and the parser keep to these. They hold what WCAG 2.2, 1.4.12, asks for. */
export const readerRanges = {
  textSize: { least: 14, most: 40, step: 1 },
  textWidth: { least: 40, most: 100, step: 5 },
  lineHeight: { least: 120, most: 240, step: 10 },
  paragraphSpacing: { least: 0, most: 250, step: 25 },
  letterSpacing: { least: 0, most: 20, step: 2 },
  wordSpacing: { least: 0, most: 50, step: 5 },
} as const;

export type Measure = keyof typeof readerRanges;

/** One step up or down, within the range. */
export function stepSetting(settings: ReaderSettings, measure: Measure, direction: 1 | -1): ReaderSettings {
  const { least, most, step } = readerRanges[measure];
  return { ...settings, [measure]: Math.min(most, Math.max(least, settings[measure] + direction * step)) };
}

export const defaultReaderSettings: ReaderSettings = {
  theme: 'system',
  font: 'serif',
  fontName: '',
  textSize: 20,
  textWidth: 65,
  lineHeight: 160,
  paragraphSpacing: 100,
  letterSpacing: 0,
  wordSpacing: 0,
  justify: false,
  pictures: true,
};

/** Whether two settings look the same. */
export const sameLooks = (one: ReaderSettings, other: ReaderSettings): boolean =>
  (Object.keys(defaultReaderSettings) as (keyof ReaderSettings)[]).every((field) => one[field] === other[field]);

/** The defaults, but for the typeface's name: it is a fact of the machine, and tedious to write again. */
export const resetLooks = ({ fontName }: ReaderSettings): ReaderSettings => ({ ...defaultReaderSettings, fontName });

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], fallback: T): T =>
  allowed.includes(value as T) ? (value as T) : fallback;

const within = (value: unknown, { least, most }: { least: number; most: number }, fallback: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : fallback;

/** A family's name as typed or kept: one line, not endless. */
export const parseFontName = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')
        .trim()
        .slice(0, 80)
        .toWellFormed()
    : '';

/** Set in the typeface of that name, as typed; without one, in the serif where it was set in a named one. */
export function withTypeface(settings: ReaderSettings, typed: string): ReaderSettings {
  const fontName = parseFontName(typed);
  return { ...settings, fontName, font: fontName ? 'own' : settings.font === 'own' ? 'serif' : settings.font };
}

/** Keeps each good field of what storage held and replaces each bad one by its default. */
export function parseReaderSettings(value: unknown): ReaderSettings {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<keyof ReaderSettings, unknown>;
  const d = defaultReaderSettings;
  const measures = Object.keys(readerRanges) as Measure[];
  return {
    theme: oneOf(raw.theme, themeNames, d.theme),
    font: oneOf(raw.font, fonts, d.font),
    fontName: parseFontName(raw.fontName),
    ...(Object.fromEntries(measures.map((measure) => [measure, within(raw[measure], readerRanges[measure], d[measure])])) as Record<
      Measure,
      number
    >),
    justify: raw.justify === true,
    pictures: raw.pictures !== false,
  };
}

export const readerSettings = defineSetting('reader-settings:1', parseReaderSettings);
