import { type ReaderSettings, resetLooks, sameLooks } from '../../../utils/settings/reader-settings';
import { Icon } from '../../Icon';
import type { ReaderViewProps } from '../reader-props';
import { SwitchRow } from '../SwitchRow';
import { trusted } from '../trusted';
import { i18n } from '../words';
import { Choice } from './Choice';
import { faces, type LookChoice, measures, themes } from './look-choices';
import { Stepper } from './Stepper';

interface Props {
  settings: ReaderSettings;
  onSettings(settings: ReaderSettings): void;
  onlyHere: ReaderViewProps['onlyHere'];
  /** Whether the page's own typeface is at hand; null: where the question has no sense. */
  hasSiteFace: boolean | null;
}

/** How the article is set: colours, face, measures. Each change shows at once; what few need is folded away. */
export function TypographyPanel({ settings, onSettings, onlyHere, hasSiteFace }: Props) {
  const shownFaces: LookChoice<ReaderSettings['font']>[] = settings.fontName
    ? [...faces, { value: 'own', label: () => settings.fontName }]
    : [...faces];
  const steppers = (rare: boolean) =>
    measures
      .filter((choice) => choice.rare === rare)
      .map((choice) => <Stepper key={choice.measure} choice={choice} settings={settings} onSettings={onSettings} />);
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
        options={shownFaces}
        chosen={settings.font}
        onChoose={(font) => onSettings({ ...settings, font })}
        specimen={(font) => (
          <span class="specimen" data-font={font} aria-hidden="true">
            Aa
          </span>
        )}
      />
      {settings.font === 'site' && hasSiteFace === false && <p class="panel-hint">{i18n.t('reader.fontSiteHint')}</p>}
      {steppers(false)}
      <details class="panel-fold">
        <summary>
          {i18n.t('reader.rare')}
          <Icon name="chevron" size={18} />
        </summary>
        {steppers(true)}
        <SwitchRow label={i18n.t('reader.justify')} on={settings.justify} onSwitch={(justify) => onSettings({ ...settings, justify })} />
      </details>
      {onlyHere && (
        <SwitchRow
          label={i18n.t('reader.onlyHere', [onlyHere.host])}
          hint={i18n.t('reader.onlyHereHint')}
          on={onlyHere.on}
          onSwitch={onlyHere.onSwitch}
        />
      )}
      <button
        type="button"
        class="text-button panel-reset"
        aria-disabled={sameLooks(settings, resetLooks(settings))}
        onClick={trusted(() => onSettings(resetLooks(settings)))}
      >
        {i18n.t('reader.resetLooks')}
      </button>
    </>
  );
}
