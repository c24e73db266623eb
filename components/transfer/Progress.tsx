import { i18n } from '#i18n';

interface Props {
  /** What is being done, as a sentence. */
  what: string;
  /** How far it is, in words. */
  far: string;
  /** 0 to 1; null where the end is not known. */
  share: number | null;
  onCancel(): void;
}

/** Something that takes a while, with a way to stop it. */
export function Progress({ what, far, share, onCancel }: Props) {
  return (
    <div class="transfer-card">
      <p class="transfer-count">{what}</p>
      <progress class="transfer-bar" aria-label={what} {...(share !== null && { value: share })} />
      <p class="transfer-far">{far}</p>
      <div class="transfer-acts">
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('transfer.cancel')}
        </button>
      </div>
    </div>
  );
}
