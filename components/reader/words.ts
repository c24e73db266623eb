import { i18n as browserWords } from '#i18n';

/**
 * The interface's words for the reader. When the extension is updated under an open reader, the browser answers no question any more,
 * not even for words; what was asked before is then answered from memory, since the text must stay readable and the keys must work.
 */
const ask = browserWords.t as (key: string, ...rest: unknown[]) => string;
const remembered = new Map<string, string>();
const nameOf = (...asked: unknown[]) => JSON.stringify(asked);

/** Stands in a remembered sentence for the one value that is put in it. */
const blank = '\u0001';

function lastingWords(key: string, ...rest: unknown[]): string {
  try {
    const words = ask(key, ...rest);
    remembered.set(nameOf(key, ...rest), words);
    return words;
  } catch (error) {
    const same = remembered.get(nameOf(key, ...rest));
    if (same !== undefined) return same;
    const sentence = remembered.get(nameOf(key, [blank]));
    if (sentence === undefined) throw error;
    const [values] = rest;
    return sentence.replace(blank, () => String(Array.isArray(values) ? values[0] : ''));
  }
}

export const i18n = { t: lastingWords as typeof browserWords.t };

/** Asks while there is an answer for what an open reader may have to say later. */
export function rememberWords(): void {
  i18n.t('reader.extensionUpdated');
  i18n.t('reader.saving');
  i18n.t('reader.settingsFailed');
  i18n.t('reader.pageMovedOn');
  i18n.t('reader.showPage');
  i18n.t('reader.outline');
  i18n.t('reader.themeNow', [blank]);
  i18n.t('reader.sizeNow', [blank]);
}
