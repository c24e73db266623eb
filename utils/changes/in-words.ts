import type { i18n } from '#i18n';
import type { ChangeSummary } from './summary';

type Words = typeof i18n.t;

/** When a version was saved: the day, with its year where that is another one; today, the time. */
export function dayInWords(savedAt: number, locale: string, now = Date.now()): string {
  const [day, today] = [new Date(savedAt), new Date(now)];
  const style: Intl.DateTimeFormatOptions =
    day.toDateString() === today.toDateString()
      ? { hour: 'numeric', minute: '2-digit' }
      : { day: 'numeric', month: 'long', ...(day.getFullYear() !== today.getFullYear() && { year: 'numeric' }) };
  return new Intl.DateTimeFormat(locale, style).format(day);
}

/** What changed, as a list of few words: "headline, 2 paragraphs". What matters most comes first. */
export function changesInWords(summary: ChangeSummary, t: Words, locale: string): string {
  const { headline, standfirst, byline, notices, paragraphs, headings, captions } = summary;
  const parts = [
    headline && t('changes.headline'),
    notices > 0 && t('changes.notices', notices),
    standfirst && t('changes.standfirst'),
    paragraphs > 0 && t('changes.paragraphs', paragraphs),
    headings > 0 && t('changes.headings', headings),
    captions > 0 && t('changes.captions', captions),
    byline && t('changes.byline'),
  ];
  // A number stays with what it counts.
  const words = parts.filter((part) => part !== false).map((part) => part.replace(/(\d) /g, '$1\u00a0'));
  // Not `unit`: that puts nothing between the items in Chinese and Japanese.
  return new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(words);
}
