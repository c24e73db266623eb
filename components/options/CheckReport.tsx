import { i18n } from '#i18n';
import { counted } from '../numbers';

/** What a check found, in the words of the interface. */
export interface CheckedLibrary {
  articles: number;
  damaged: readonly { id: string; title: string; fault: string }[];
  /** Sentences about what belongs to no article. */
  notes: readonly string[];
}

interface Props {
  report: CheckedLibrary;
  hrefOf(id: string): string;
  /** Missing where there is nothing to mend. */
  onMend?: (() => void) | undefined;
  onClose(): void;
}

/** What a check found, and the offer to mend it. */
export function CheckReport({ report: { articles, damaged, notes }, hrefOf, onMend, onClose }: Props) {
  const isFine = damaged.length === 0 && notes.length === 0;
  return (
    <div class="transfer-card">
      <p class="transfer-count">{i18n.t('options.checked', ...counted(articles))}</p>
      <p>{isFine ? i18n.t('options.checkedFine') : damaged.length > 0 && i18n.t('options.checkedDamaged', ...counted(damaged.length))}</p>
      {damaged.length > 0 && (
        <ul class="transfer-facts check-faults">
          {damaged.map(({ id, title, fault }) => (
            <li key={id}>
              <a href={hrefOf(id)}>
                <bdi>{title}</bdi>
              </a>
              <p>{fault}</p>
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul class="transfer-facts">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {onMend && <p class="transfer-told">{i18n.t('options.repairHint')}</p>}
      <div class="transfer-acts">
        {onMend && (
          <button type="button" class="button primary" onClick={onMend}>
            {i18n.t('options.repair')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {i18n.t('transfer.close')}
        </button>
      </div>
    </div>
  );
}
