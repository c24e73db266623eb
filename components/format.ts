/**
 * Making a formatter takes longer than all else of a list's row, so each is made once.
 *
 * @param make from the locale (BCP 47)
 */
export function oncePerLocale<Formatter>(make: (locale: string) => Formatter): (locale: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale) => {
    const formatter = made.get(locale) ?? make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}

const daysAgo = oncePerLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
const dayOfYear = oncePerLocale((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }));
const dayAndYear = oncePerLocale((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }));

const day = 24 * 60 * 60 * 1000;

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/**
 * How many calendar days `time` lies before `now` (both in milliseconds since 1970), by the clock of this machine.
 * Rounded, since a day of the summer-time change has 23 or 25 hours.
 */
export const daysBefore = (time: number, now: number): number => Math.round((startOfDay(now) - startOfDay(time)) / day);

/**
 * A date as a list shows it: "3 days ago" within the week, then "4 May", then "4 May 2023". Today and yesterday are the caller's words.
 * @param locale BCP 47.
 */
export function shortDate(time: number, now: number, locale: string): string {
  const days = daysBefore(time, now);
  if (days >= 2 && days < 7) return daysAgo(locale).format(-days, 'day');
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayOfYear : dayAndYear)(locale).format(time);
}

/** The host of an http(s) address without its "www.", or null where there is none. */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '') || null;
}

/** A number of bytes in the unit a person would use, in the words of `locale`. */
export function fileSize(bytes: number, locale: string): string {
  const [unit, divisor] =
    bytes < 1e6 ? (['kilobyte', 1e3] as const) : bytes < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const);
  const value = bytes / divisor;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}
