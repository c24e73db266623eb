import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type ReaderSettings, readerRanges, stepSetting } from '../../utils/settings/reader-settings';
import { Icon, type IconName } from '../Icon';
import { trusted } from './trusted';
import { i18n } from './words';

interface Props {
  settings: ReaderSettings;
  onSettings(settings: ReaderSettings): void;
}

export const themes = [
  { value: 'system', icon: 'system', label: () => i18n.t('reader.themeSystem') },
  { value: 'light', icon: 'sun', label: () => i18n.t('reader.themeLight') },
  { value: 'sepia', icon: 'cup', label: () => i18n.t('reader.themeSepia') },
  { value: 'dark', icon: 'moon', label: () => i18n.t('reader.themeDark') },
] as const satisfies readonly { value: ReaderSettings['theme']; icon: IconName; label: () => string }[];

const faces = [
  { value: 'serif', label: () => i18n.t('reader.fontSerif') },
  { value: 'sans', label: () => i18n.t('reader.fontSans') },
  { value: 'mono', label: () => i18n.t('reader.fontMono') },
] as const satisfies readonly { value: ReaderSettings['font']; label: () => string }[];

function Stepper(props: Props & { measure: keyof typeof readerRanges; label: string; less: [IconName, string]; more: [IconName, string] }) {
  const { settings, onSettings, measure, label, less, more } = props;
  const value = settings[measure];
  const { least, most } = readerRanges[measure];
  const button = (direction: 1 | -1, [icon, name]: [IconName, string]) => (
    <button
      type="button"
      class="icon-button"
      title={name}
      aria-label={name}
      // Not `disabled`: the focus would be lost at the end of the range.
      aria-disabled={value === (direction === 1 ? most : least)}
      onClick={trusted(() => onSettings(stepSetting(settings, measure, direction)))}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="panel-row">
      <span>{label}</span>
      <div class="stepper">
        {button(-1, less)}
        <output>{value}</output>
        {button(1, more)}
      </div>
    </div>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  options: readonly { value: Value; label: () => string }[];
  chosen: Value;
  onChoose(value: Value): void;
  specimen(value: Value): ComponentChildren;
}) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      <div class="choices">
        {props.options.map(({ value, label }) => (
          <label key={value} data-value={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.chosen}
              onChange={trusted(() => props.onChoose(value))}
            />
            {props.specimen(value)}
            <span>{label()}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How the article is set: size, line length, face, colours. Each change shows at once. */
export function TypographyPanel({ settings, onSettings }: Props) {
  const step = { settings, onSettings };
  return (
    <>
      <Choice
        label={i18n.t('reader.theme')}
        options={themes}
        chosen={settings.theme}
        onChoose={(theme) => onSettings({ ...settings, theme })}
        specimen={(theme) => (
          <span class="swatch" data-theme={theme}>
            <Icon name={themes.find(({ value }) => value === theme)?.icon ?? 'system'} />
          </span>
        )}
      />
      <Choice
        label={i18n.t('reader.font')}
        options={faces}
        chosen={settings.font}
        onChoose={(font) => onSettings({ ...settings, font })}
        specimen={(font) => (
          <span class="specimen" data-font={font} aria-hidden="true">
            Aa
          </span>
        )}
      />
      <Stepper
        {...step}
        measure="textSize"
        label={i18n.t('reader.textSize')}
        less={['minus', i18n.t('reader.smaller')]}
        more={['plus', i18n.t('reader.larger')]}
      />
      <Stepper
        {...step}
        measure="textWidth"
        label={i18n.t('reader.textWidth')}
        less={['narrow', i18n.t('reader.narrower')]}
        more={['wide', i18n.t('reader.wider')]}
      />
    </>
  );
}
