/**
 * Words per minute of adults reading silently a connected text, the means of the International Reading Speed Texts:
 * S. Trauzettel-Klosinski, K. Dietz and the IReST Study Group, "Standardized Assessment of Reading Performance: The New International
 * Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012), table 2.
 */
const wordsPerMinute: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 193,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 158,
};

/** Mean of the table, for every other language. */
const otherLanguages = 184;

/** Whole minutes, at least 1. `lang` is BCP 47. */
export function readingMinutes(wordCount: number, lang: string | null): number {
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? '';
  const speed = Object.hasOwn(wordsPerMinute, language) ? wordsPerMinute[language] : undefined;
  return Math.max(1, Math.round(wordCount / (speed ?? otherLanguages)));
}
