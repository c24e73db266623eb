import type { Voice } from './synthesiser';

/** "pt" of "pt-BR". */
export const baseOf = (lang: string): string => lang.toLowerCase().split('-')[0] ?? '';

/** The voices of a language, best first: those of its very region, then the system's own choice, then by name. */
export function voicesOf(lang: string, voices: readonly Voice[]): Voice[] {
  const rank = (voice: Voice) => (voice.lang.toLowerCase() === lang.toLowerCase() ? 0 : 2) + (voice.isDefault ? 0 : 1);
  return voices
    .filter((voice) => baseOf(voice.lang) === baseOf(lang))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/**
 * The voice for a language: the one that was chosen for it, else the best of those that speak on this machine. Never by itself one that
 * sends the text away. Null where there is none.
 *
 * @param chosen by base language, ids of voices
 */
export function voiceFor(lang: string, voices: readonly Voice[], chosen: Readonly<Record<string, string>>): Voice | null {
  const fitting = voicesOf(lang, voices);
  return fitting.find(({ id }) => id === chosen[baseOf(lang)]) ?? fitting.find(({ isLocal }) => isLocal) ?? null;
}
