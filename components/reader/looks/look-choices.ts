import type { Measure, ReaderSettings } from '../../../utils/settings/reader-settings';
import type { IconName } from '../../Icon';
import { i18n } from '../words';

export interface LookChoice<Value> {
  value: Value;
  label(): string;
}

/** The colours, in the order of the panel and of the key that goes from one to the next. */
export const themes = [
  { value: 'system', icon: 'system', label: () => i18n.t('reader.themeSystem') },
  { value: 'light', icon: 'sun', label: () => i18n.t('reader.themeLight') },
  { value: 'sepia', icon: 'cup', label: () => i18n.t('reader.themeSepia') },
  { value: 'dark', icon: 'moon', label: () => i18n.t('reader.themeDark') },
  { value: 'black', icon: 'night', label: () => i18n.t('reader.themeBlack') },
  { value: 'contrast', icon: 'contrast', label: () => i18n.t('reader.themeContrast') },
] as const satisfies readonly (LookChoice<ReaderSettings['theme']> & { icon: IconName })[];

/** The typefaces, but for the one that is named: that one goes by its own name. */
export const faces = [
  { value: 'serif', label: () => i18n.t('reader.fontSerif') },
  { value: 'sans', label: () => i18n.t('reader.fontSans') },
  { value: 'easy', label: () => i18n.t('reader.fontEasy') },
  { value: 'dyslexic', label: () => i18n.t('reader.fontDyslexic') },
  { value: 'mono', label: () => i18n.t('reader.fontMono') },
  { value: 'site', label: () => i18n.t('reader.fontSite') },
] as const satisfies readonly LookChoice<ReaderSettings['font']>[];

export interface MeasureChoice {
  measure: Measure;
  label(): string;
  /** What the buttons are called where "less" and "more" of it would not be said; and their icons. */
  less: { icon: IconName; name?(): string };
  more: { icon: IconName; name?(): string };
  /** How its value is told. */
  unit: 'plain' | 'hundredths' | 'percent';
  /** Seldom needed: folded away. */
  rare: boolean;
}

const minus = { icon: 'minus' } as const;
const plus = { icon: 'plus' } as const;

/** What can be made more or less, in the order of the panel. */
export const measures: readonly MeasureChoice[] = [
  {
    measure: 'textSize',
    label: () => i18n.t('reader.textSize'),
    less: { ...minus, name: () => i18n.t('reader.smaller') },
    more: { ...plus, name: () => i18n.t('reader.larger') },
    unit: 'plain',
    rare: false,
  },
  {
    measure: 'textWidth',
    label: () => i18n.t('reader.textWidth'),
    less: { icon: 'narrow', name: () => i18n.t('reader.narrower') },
    more: { icon: 'wide', name: () => i18n.t('reader.wider') },
    unit: 'plain',
    rare: false,
  },
  { measure: 'lineHeight', label: () => i18n.t('reader.lineHeight'), less: minus, more: plus, unit: 'hundredths', rare: false },
  { measure: 'paragraphSpacing', label: () => i18n.t('reader.paragraphSpacing'), less: minus, more: plus, unit: 'hundredths', rare: true },
  { measure: 'letterSpacing', label: () => i18n.t('reader.letterSpacing'), less: minus, more: plus, unit: 'percent', rare: true },
  { measure: 'wordSpacing', label: () => i18n.t('reader.wordSpacing'), less: minus, more: plus, unit: 'percent', rare: true },
];
