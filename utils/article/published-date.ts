/**
 * A date for people, in the interface's language; null for what is no date.
 *
 * @param iso a day ("2023-10-17"), shown as that day everywhere, or an instant, shown as the day it was here
 * @param locale BCP 47 of the interface ("en-GB"); the browser's own where it is unknown
 */
export function formatDate(iso: string, locale: string): string | null {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return new Intl.DateTimeFormat(supported(locale), { dateStyle: 'long', timeZone: isDay ? 'UTC' : undefined }).format(time);
}

function supported(locale: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined; // not a language tag
    throw error;
  }
}
