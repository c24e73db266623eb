import { i18n } from '#i18n';
import { type ExportFormat, exportFormats } from '../../utils/export/export-formats';

/** The formats an article can leave in. */
export function FormatChoice({ chosen, onChoose }: { chosen: ExportFormat; onChoose(format: ExportFormat): void }) {
  return (
    <label class="format-choice">
      <span class="visually-hidden">{i18n.t('transfer.formatName')}</span>
      <select
        class="text-field"
        value={chosen}
        onChange={({ currentTarget: { value } }) => onChoose(exportFormats.find((format) => format === value) ?? chosen)}
      >
        {exportFormats.map((format) => (
          <option key={format} value={format}>
            {i18n.t(`transfer.format.${format}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
