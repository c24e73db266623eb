import { oncePerLocale } from './format';
import { interfaceLanguage } from './interface-language';

const numberFormat = oncePerLocale((locale) => new Intl.NumberFormat(locale));

/** A number in the digits, and with the grouping, of the interface's language: "12,345". */
export const numberText = (value: number): string => numberFormat(interfaceLanguage().lang).format(value);

/** What `i18n.t` takes after the key of a counted message: the number that chooses the form, and how it is written. */
export const counted = (count: number): [number, [string]] => [count, [numberText(count)]];
