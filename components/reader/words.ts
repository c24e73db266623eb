import { i18n as browserWords } from '#i18n';

/**
 * The interface's words for the reader. When the extension is updated under an open reader, the browser answers no question any more,
 * not even for words; what was asked before is then answered from memory, and the rest from its key, since the text must stay readable and
 * the keys must work.
 */
const ask = browserWords.t as (key: string, ...rest: unknown[]) => string;
const remembered = new Map<string, string>();
const nameOf = (...asked: unknown[]) => JSON.stringify(asked);

/** Stands in a remembered sentence for the one value that is put in it. */
export const blank = '\u0001';

/** "reader.textSize" as "Text size": words that nobody asked for in time. */
const fromName = (key: string): string => {
  const words = (key.split('.').at(-1) ?? '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function lastingWords(key: string, ...rest: unknown[]): string {
  try {
    const words = ask(key, ...rest);
    remembered.set(nameOf(key, ...rest), words);
    return words;
  } catch (error) {
    const same = remembered.get(nameOf(key, ...rest));
    if (same !== undefined) return same;
    const sentence = remembered.get(nameOf(key, [blank]));
    if (sentence === undefined) {
      console.debug('The extension was updated; the name of the words has to do', error);
      return fromName(key);
    }
    const [values] = rest;
    return sentence.replace(blank, () => String(Array.isArray(values) ? values[0] : ''));
  }
}

export const i18n = { t: lastingWords as typeof browserWords.t };
