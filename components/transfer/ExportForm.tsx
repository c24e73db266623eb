import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type ExportFormat, exportFormats } from '../../utils/export/export-formats';
import { counted } from '../numbers';

interface Props {
  /** How many articles are to go out. */
  count: number;
  /** What came of the last try; null before it. */
  told: { text: string; isProblem: boolean } | null;
  isWriting: boolean;
  onExport(format: ExportFormat): void;
}

/** Asks for a format, and says what the file will be. */
export function ExportForm({ count, told, isWriting, onExport }: Props) {
  const [format, setFormat] = useState<ExportFormat>('epub');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWriting) onExport(format);
      }}
    >
      <fieldset class="format-list">
        <legend class="visually-hidden">{i18n.t('transfer.formatName')}</legend>
        {exportFormats.map((one) => (
          <label key={one}>
            <input type="radio" name="format" value={one} checked={one === format} onChange={() => setFormat(one)} />
            <span>{i18n.t(`transfer.format.${one}`)}</span>
            <span class="format-hint">{count > 1 ? i18n.t(`transfer.many.${one}`) : i18n.t(`transfer.one.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <p class={told?.isProblem ? 'problem' : 'transfer-told'} role="status">
        {told?.text}
      </p>
      <div class="transfer-acts">
        <button type="submit" class="button primary" aria-disabled={isWriting}>
          {i18n.t('transfer.exportCount', ...counted(count))}
        </button>
      </div>
    </form>
  );
}
