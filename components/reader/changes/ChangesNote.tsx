import { Icon } from '../../Icon';
import { interfaceLanguage } from '../../interface-language';
import { hintOf } from '../acts';
import type { ReaderChanges } from '../reader-props';
import { trusted } from '../trusted';
import { i18n } from '../words';

/** Under the byline: that the article is no longer as it was saved, or how many versions of it are; and the ways to them. */
export function ChangesNote({ words, keep, versions, onShow }: ReaderChanges & { onShow(): void }) {
  return (
    <div class="note changes-note" {...interfaceLanguage()}>
      <Icon name="versions" />
      <p>{words}</p>
      {versions && versions.list.length > 1 && (
        <label class="version-choice">
          <span class="visually-hidden">{i18n.t('changes.shown')}</span>
          <select value={versions.shown} onChange={({ currentTarget }) => versions.onShown(currentTarget.value)}>
            {versions.list.map(({ rev, name }) => (
              <option key={rev} value={rev}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {(!versions || versions.list.length > 1) && (
        <button type="button" class="text-button" title={hintOf('changes')} onClick={trusted(onShow)}>
          {i18n.t('changes.show')}
        </button>
      )}
      {keep && (
        <button type="button" class="text-button" aria-disabled={keep.busy} onClick={trusted(() => keep.busy || keep.onKeep())}>
          {i18n.t('changes.keep')}
        </button>
      )}
      {versions?.onRemove && (
        <button type="button" class="text-button" onClick={trusted(versions.onRemove)}>
          {i18n.t('changes.remove')}
        </button>
      )}
      {versions?.onUndo && (
        <button type="button" class="text-button" onClick={trusted(versions.onUndo)}>
          {i18n.t('changes.undo')}
        </button>
      )}
    </div>
  );
}
