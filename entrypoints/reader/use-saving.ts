import { useEffect, useRef, useState } from 'preact/hooks';
import type { SavingState } from '../../components/reader/reader-props';
import { i18n } from '../../components/reader/words';
import type { Article } from '../../utils/article/article';
import type { Outcome } from '../../utils/messages';
import { type Asked, ask } from './ask';

interface Options {
  article: Article;
  /** An article as it is to be saved. */
  toSave(article: Article): Article;
  savedId: string | null;
  /** Where it is said what a save leaves behind. */
  isPrivate: boolean;
  gone: boolean;
  inform(text: string): void;
  warn(text: string): void;
}

function whyNot(asked: Asked<Outcome<unknown>>): string {
  if (!asked.ok) return i18n.t(asked.gone ? 'reader.extensionUpdated' : 'reader.saveFailed');
  if (!asked.value.ok && asked.value.reason === 'storage-full') return i18n.t('reader.saveFailedFull');
  if (!asked.value.ok && asked.value.reason === 'too-large') return i18n.t('reader.saveFailedLarge');
  if (!asked.value.ok && asked.value.reason === 'versions-full') return i18n.t('failure.versions_full');
  return i18n.t('reader.saveFailed');
}

/** Whether the article is saved, and the act that changes it. "Saved" is said only once the background says so. */
export function useSaving({ article, toSave, savedId: given, isPrivate, gone, inform, warn }: Options) {
  const [savedId, setSavedId] = useState(given);
  const [busy, setBusy] = useState(false);
  const [off, setOff] = useState(gone);
  const told = i18n.t(isPrivate ? 'reader.savedPrivately' : 'reader.savedNow');
  const knewPrivate = useRef(isPrivate);
  useEffect(() => {
    // Saved by a key or the popup just now: in a private window that must not pass unnoticed.
    if (knewPrivate.current && given !== null && given !== savedId && !busy) inform(told);
    knewPrivate.current = isPrivate;
    setSavedId(given);
  }, [given, isPrivate]);
  useEffect(() => {
    if (!gone) return;
    setOff(true);
    warn(i18n.t('reader.extensionUpdated'));
  }, [gone, warn]);

  const save = async (now: Article, done: string, keepEarlier = false): Promise<boolean> => {
    const asked = await ask('page-bg:save-article', { article: toSave(now), keepEarlier });
    if (asked.ok && asked.value.ok) {
      setSavedId(asked.value.value.id);
      inform(done);
      return true;
    }
    if (!asked.ok && asked.gone) setOff(true);
    warn(whyNot(asked));
    return false;
  };
  const remove = async (id: string) => {
    const asked = await ask('page-bg:remove-article', { id });
    if (asked.ok && asked.value.ok) {
      setSavedId(null);
      return inform(i18n.t('reader.removedNow'));
    }
    if (!asked.ok && asked.gone) setOff(true);
    warn(i18n.t(!asked.ok && asked.gone ? 'reader.extensionUpdated' : 'reader.removeFailed'));
  };
  const toggleSaved = async () => {
    setBusy(true);
    await (savedId === null ? save(article, told) : remove(savedId));
    setBusy(false);
  };

  /** What is saved follows what is shown: an article that grew is saved anew. */
  const updateSaved = async (now: Article) => {
    if (savedId === null) return;
    setBusy(true);
    await save(now, i18n.t('reader.savedAnew'));
    setBusy(false);
  };
  /** Saves the article with the text that was saved before behind it. */
  const keepVersion = () => save(article, i18n.t('changes.kept'), true);

  const saving: SavingState = off ? 'off' : busy ? 'saving' : savedId === null ? 'unsaved' : 'saved';
  return { saving, toggleSaved, updateSaved, keepVersion };
}
