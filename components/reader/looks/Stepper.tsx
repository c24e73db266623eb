import { type ReaderSettings, readerRanges, stepSetting } from '../../../utils/settings/reader-settings';
import { Icon } from '../../Icon';
import { interfaceLanguage } from '../../interface-language';
import { trusted } from '../trusted';
import { i18n } from '../words';
import type { MeasureChoice } from './look-choices';

interface Props {
  choice: MeasureChoice;
  settings: ReaderSettings;
  onSettings(settings: ReaderSettings): void;
}

const told = (value: number, unit: MeasureChoice['unit']): string =>
  new Intl.NumberFormat(interfaceLanguage().lang, unit === 'percent' ? { style: 'percent' } : {}).format(
    unit === 'plain' ? value : value / 100,
  );

/** A measure with a button for less and one for more; its value is read out as it changes. */
export function Stepper({ choice, settings, onSettings }: Props) {
  const { measure, less, more, unit } = choice;
  const label = choice.label();
  const { least, most } = readerRanges[measure];
  const button = (direction: 1 | -1, { icon, name }: MeasureChoice['less']) => {
    const words = name?.() ?? (direction === 1 ? i18n.t('reader.moreOf', [label]) : i18n.t('reader.lessOf', [label]));
    return (
      <button
        type="button"
        class="icon-button"
        title={words}
        aria-label={words}
        // Not `disabled`: the focus would be lost at the end of the range.
        aria-disabled={settings[measure] === (direction === 1 ? most : least)}
        onClick={trusted(() => onSettings(stepSetting(settings, measure, direction)))}
      >
        <Icon name={icon} />
      </button>
    );
  };
  return (
    <div class="panel-row">
      <span>{label}</span>
      <div class="stepper">
        {button(-1, less)}
        <output>{told(settings[measure], unit)}</output>
        {button(1, more)}
      </div>
    </div>
  );
}
