import { Icon } from '../Icon';
import { hintOf } from './acts';
import type { ReaderViewProps } from './reader-props';
import { trusted } from './trusted';
import { i18n } from './words';

/** Saves the article, or says that it is saved and takes it out again. */
export function SaveButton({ saving, onToggleSaved }: Pick<ReaderViewProps, 'saving' | 'onToggleSaved'>) {
  const saved = saving === 'saved';
  const words = {
    unsaved: i18n.t('reader.save'),
    off: i18n.t('reader.save'),
    saving: i18n.t('reader.saving'),
    saved: i18n.t('reader.saved'),
  };
  return (
    <button
      type="button"
      class="save-button"
      data-saved={saved}
      // Not `disabled`: the focus stays while it is being saved, and the reason can be read.
      aria-disabled={saving === 'off' || saving === 'saving'}
      title={hintOf('save', saved ? i18n.t('reader.removeHint') : i18n.t('reader.saveHint'))}
      onClick={trusted(() => {
        if (saving === 'saved' || saving === 'unsaved') onToggleSaved();
      })}
    >
      <Icon name={saved ? 'saved' : 'save'} />
      <span>{words[saving]}</span>
    </button>
  );
}
