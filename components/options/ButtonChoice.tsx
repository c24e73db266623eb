import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AppSettings } from '../../utils/settings/app-settings';

export interface ButtonChoiceProps {
  chosen: AppSettings['buttonOnArticle'];
  onChoose(choice: AppSettings['buttonOnArticle']): void;
}

/** What the toolbar button does on an article. */
export function ButtonChoice({ chosen, onChoose }: ButtonChoiceProps) {
  const name = useId();
  const options = [
    { value: 'open-reader', label: i18n.t('options.buttonReader'), hint: i18n.t('options.buttonReaderHint') },
    { value: 'open-popup', label: i18n.t('options.buttonPopup'), hint: i18n.t('options.buttonPopupHint') },
  ] as const;
  return (
    <fieldset class="radio-cards">
      <legend class="visually-hidden">{i18n.t('options.button')}</legend>
      {options.map(({ value, label, hint }) => (
        <label key={value} class="radio-card">
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span class="radio-label">{label}</span>
          <span class="radio-hint">{hint}</span>
        </label>
      ))}
    </fieldset>
  );
}
