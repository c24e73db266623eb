import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AppSettings } from '../../utils/settings/app-settings';

const cares: readonly AppSettings['backups'][] = ['remind', 'weekly', 'none'];

interface Props {
  chosen: AppSettings['backups'];
  onChoose(care: AppSettings['backups']): void;
}

/** What is done about backups between those the user makes. */
export function BackupChoice({ chosen, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset class="backup-choice" aria-describedby={`${name}-hint`}>
      <legend class="visually-hidden">{i18n.t('transfer.backups')}</legend>
      {cares.map((care) => (
        <label key={care}>
          <input type="radio" name={name} value={care} checked={care === chosen} onChange={() => onChoose(care)} />
          {i18n.t(`transfer.care.${care}`)}
        </label>
      ))}
      <p id={`${name}-hint`} class="transfer-far">
        {i18n.t('transfer.careHint')}
      </p>
    </fieldset>
  );
}
