import { LETTER } from '../letters';
import { findMonth } from './month-names';

/** Nothing on the web was published before it, and a date after tomorrow is an event's. */
const firstYear = 1990;
const dayLength = 86_400_000;

const pad = (number: number): string => String(number).padStart(2, '0');

/** A day that there was, `YYYY-MM-DD`, or null. */
export function makeDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || year < firstYear || date.getTime() > Date.now() + dayLength) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** Digits of other scripts as 0 to 9. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९０-９]/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    const zero = [0x660, 0x6f0, 0x966, 0xff10].find((start) => code >= start && code < start + 10) as number;
    return String(code - zero);
  });
}

/**
 * An ISO 8601 day or instant, the site's own offset kept: the day a reader saw is the day we show.
 *
 * @returns null when `text` is none
 */
export function readIsoDate(text: string): string | null {
  const match =
    /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const date = makeDay(Number(year), Number(month), Number(day));
  if (!date || !hour || !minute || !zone) return date;
  const offset = /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?/, '$1:');
  return `${date}T${pad(Number(hour))}:${minute}:${second ?? '00'}${offset}`;
}

const dayFirst = new RegExp(
  String.raw`(?:^|[^0-9${LETTER}])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?,?\s+(?:de\s+|of\s+)?([${LETTER}]{2,12}\.?),?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)`,
);
const monthFirst = new RegExp(
  String.raw`(?:^|[^0-9${LETTER}])([${LETTER}]{3,12}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:de\s+)?(\d{4})(?!\d)`,
);
const yearFirst = /(?:^|\D)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/u;
const allDigits = /(?:^|[^\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;

/**
 * A date as people write it, in the orders and month names of the languages in `month-names.ts`.
 *
 * @param lang decides between 3/4 and 4/3; American order only for en-US and pages that say nothing
 */
export function readWrittenDate(source: string, lang: string | null): string | null {
  const text = latinDigits(source.slice(0, 200));
  if (!/\d{4}/.test(text)) return null; // without a year: the rules below take long to compile
  const iso = readIsoDate(text);
  if (iso) return iso;
  const byDay = dayFirst.exec(text);
  const dayMonth = byDay && findMonth(byDay[2] as string);
  if (byDay && dayMonth) return makeDay(Number(byDay[3]), dayMonth, Number(byDay[1]));
  const byMonth = monthFirst.exec(text);
  const monthOf = byMonth && findMonth(byMonth[1] as string);
  if (byMonth && monthOf) return makeDay(Number(byMonth[3]), monthOf, Number(byMonth[2]));
  const byYear = yearFirst.exec(text);
  if (byYear) return makeDay(Number(byYear[1]), Number(byYear[2]), Number(byYear[3]));
  const digits = allDigits.exec(text);
  if (!digits) return null;
  const [first, second, year] = [Number(digits[1]), Number(digits[3]), Number(digits[4])];
  const isAmerican = digits[2] === '/' && (!lang || /^en(-us)?$/i.test(lang));
  if (isAmerican && first <= 12) return makeDay(year, first, second);
  return makeDay(year, second, first) ?? makeDay(year, first, second);
}
