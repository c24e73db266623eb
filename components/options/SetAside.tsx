import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { counted } from '../numbers';

interface Props {
  /** Articles of which something is set aside. */
  count: number;
  onSave(): void;
  onRemove(): void;
}

/** What repairs have set aside: to be had as a file, and removed only when that is asked for twice. */
export function SetAside({ count, onSave, onRemove }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (isAsking) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: two buttons that answer one question, not fields
      <div class="confirm" role="group" aria-labelledby="remove-aside">
        <p id="remove-aside">{i18n.t('options.asideAsk')}</p>
        <button type="button" class="button" onClick={onRemove}>
          {i18n.t('options.asideYes')}
        </button>
        <button type="button" class="button" ref={(button) => button?.focus()} onClick={() => setAsking(false)}>
          {i18n.t('options.asideNo')}
        </button>
      </div>
    );
  }
  return (
    <div class="transfer-last">
      {i18n.t('options.aside', ...counted(count))}{' '}
      <button type="button" class="link-button" onClick={onSave}>
        {i18n.t('options.asideSave')}
      </button>
      <button type="button" class="link-button" onClick={() => setAsking(true)}>
        {i18n.t('options.asideRemove')}
      </button>
    </div>
  );
}
