import { i18n } from '#i18n';

/** How something ended, in a sentence. */
export function Note({ text, isProblem = false, onClose }: { text: string; isProblem?: boolean; onClose(): void }) {
  return (
    <div class="transfer-card">
      <p class={isProblem ? 'problem' : 'transfer-count'}>{text}</p>
      <div class="transfer-acts">
        <button type="button" class="button" onClick={onClose}>
          {i18n.t('transfer.close')}
        </button>
      </div>
    </div>
  );
}
