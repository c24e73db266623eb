import { findMonth } from './month-names';
import { collapse, findMeta, readAround, readMeta } from './page-text';
import { asText, own, type StructuredData } from './structured-data';

/** Nothing on the web was published before it, and a date after tomorrow is an event's. */
const firstYear = 1990;
const dayLength = 86_400_000;

const pad = (number: number): string => String(number).padStart(2, '0');

function makeDay(year: number, month: number, day: number): string | null {
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

// Letters and the marks on them, as ranges: with `\p{L}{3,12}` the engine takes up to a fifth of a second to compile these two rules.
const LETTER = String.raw`a-zA-Z\u00aa\u00b5\u00ba\u00c0-\u1fff\u3040-\ud7ff`;
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

const updated = /updat|modif|edit|review|actualiz|mis à jour|aktualisiert|atualizad|aggiornat|bijgewerkt|обновл|تحديث|更新|अपडेट/i;

function readTimes(page: Document, title: Element | null, lang: string | null): string | null {
  const marked = page.querySelector(
    '[itemprop~="datePublished"],time[pubdate],time.published,time.entry-date,.dt-published,abbr.published',
  );
  const all = [...(marked ? [marked] : []), ...(title ? timesNear(title) : [])];
  for (const time of all) {
    if (updated.test(`${time.getAttribute('class') ?? ''} ${time.getAttribute('itemprop') ?? ''}`.slice(0, 200)) && time !== marked)
      continue;
    const value = time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.getAttribute('title') ?? '';
    const date = readWrittenDate(value, lang) ?? readWrittenDate(time.textContent ?? '', lang);
    if (date) return date;
  }
  return null;
}

/** Time elements in the article's own column: in the smallest elements around the title that hold some. */
function timesNear(title: Element): Element[] {
  for (let at = title.parentElement, steps = 0; at && steps < 6; at = at.parentElement, steps++) {
    const times = [...at.querySelectorAll('time')].filter((time) => !time.closest('aside,nav,footer,li'));
    if (times.length) return times.slice(0, 4);
  }
  return [];
}

interface NearDate {
  date: string;
  /** The words at it say that the article was changed then. */
  isChange: boolean;
  /** It stands at the head of the article, on a line that says little else. */
  isLine: boolean;
}

/** From this length on a run of text is a paragraph: the article's head is over. */
const paragraphLength = 160;
/** A line for a date: "Published: Tuesday, 5 March 2019, 17:03 GMT". */
const longestLine = 60;
const rightsMark = /©|\(c\)|copyright/i;

function* datesNear(title: Element, lang: string | null): Generator<NearDate> {
  let before = '';
  let isHead = true;
  for (const { text, element } of readAround(title, 6, 24)) {
    if (text.length > paragraphLength) {
      before = '';
      isHead = (title.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      continue;
    }
    const own = readWrittenDate(text, lang);
    const date = own ?? (before.length < 60 ? readWrittenDate(`${before} ${text}`, lang) : null);
    const said = `${before.slice(-40)} ${text}`;
    if (date)
      yield {
        date,
        isChange: updated.test(said),
        isLine: isHead && own !== null && text.length <= longestLine && !rightsMark.test(said) && !element.closest('aside,nav,footer'),
      };
    before = text;
  }
}

/** The day that stands at the title; that of a change only where there is no other. */
function readNear(near: readonly NearDate[]): string | null {
  return (near.find(({ isChange }) => !isChange) ?? near[0])?.date ?? null;
}

/**
 * Sites that move to another system declare the day of the move, and those that declare the time in London the next day for an evening
 * elsewhere. The line at the title still says when the article appeared.
 */
function trustLine(declared: string | null, near: readonly NearDate[]): string | null {
  const line = near.find(({ isLine, isChange }) => isLine && !isChange);
  return declared && line && line.date.slice(0, 10) < declared.slice(0, 10) ? line.date : declared;
}

/** Boxes with dates of other articles. */
const otherLists = 'aside,nav,footer,li,[class*="comment" i],[class*="related" i],[class*="card" i]';

/** Elements whose class says that they hold a date, outside lists of other articles. */
function readMarkedDate(page: Document, lang: string | null): string | null {
  let change: string | null = null;
  for (const element of [...page.querySelectorAll('[class*="publish" i],[class*="date" i],[class*="posted" i]')].slice(0, 60)) {
    const text = collapse(element.textContent);
    if (text.length < 6 || text.length > longestLine || element.closest(otherLists)) continue;
    const date = readWrittenDate(text, lang);
    if (date && !updated.test(`${text} ${(element.getAttribute('class') ?? '').slice(0, 200)}`)) return date;
    change ??= date;
  }
  return change;
}

/** What scripts of a site write dates from: days, or seconds or milliseconds since 1970. */
const dataAttributes = ['data-pubdate', 'data-published', 'data-publish-date', 'data-published-date', 'data-datetime', 'data-timestamp'];

function readAttributes(page: Document, lang: string | null): string | null {
  for (const element of page.querySelectorAll(dataAttributes.map((name) => `[${name}]`).join())) {
    if (element.closest(otherLists)) continue;
    for (const name of dataAttributes) {
      const value = element.getAttribute(name)?.trim() ?? '';
      const seconds = /^\d{10}(?:\d{3})?$/.test(value) ? Number(value.slice(0, 10)) : null;
      const date = seconds === null ? readWrittenDate(value, lang) : readIsoDate(new Date(seconds * 1000).toISOString());
      if (date) return date;
    }
  }
  return null;
}

/** "/2019/03/05/", "/2019/mar/05/", "/20190305/", "-2019-03-05". */
function readAddress(url: string): string | null {
  const parts =
    /[/-]((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/._?#-]|$)/.exec(url) ??
    /[/-]((?:19|20)\d{2})([01]\d)([0-3]\d)(?=[/._?#-]|$)/.exec(url);
  if (!parts) return null;
  const [, year, month = '', day] = parts;
  return makeDay(Number(year), Number(month) || findMonth(month) || 0, Number(day));
}

const publishedMeta = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datePublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date',
  'pubdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'article.published',
  'cXenseParse:recs:publishtime',
  'citation_publication_date',
  'DC.date.created',
  'bt:pubDate',
  'originalPublicationDate',
  'og:pubdate',
  'published_at',
  'published',
];
/** What sites of their own make call it: "w-published-date", "content_publish_time". */
const publishedNames =
  /(?:^|[._:-])(?:pub|publish(?:ed|ing)?|publication|release|issue)[._:-]?(?:date|time|on|at)?$|^(?:first|date)[._:-]?publish(?:ed)?/;

/** When the article was published and last changed. ISO 8601: a day or an instant. */
export function readDates(
  page: Document,
  data: StructuredData,
  title: Element | null,
  lang: string | null,
  url: string,
): { published: string | null; modified: string | null } {
  const declared = (key: string, nodes = data.articles) => {
    for (const node of nodes) {
      const text = asText(own(node, key));
      const date = text && (readIsoDate(text) ?? readWrittenDate(text, lang));
      if (date) return date;
    }
    return null;
  };
  const fromMeta = (names: readonly string[]) => {
    for (const name of names) {
      const text = readMeta(page, name);
      const date = text && readWrittenDate(text, lang);
      if (date) return date;
    }
    return null;
  };
  const named = () => {
    const text = findMeta(page, publishedNames);
    return text && readWrittenDate(text, lang);
  };
  const near = title ? [...datesNear(title, lang)] : [];
  const published = declared('datePublished') ?? fromMeta(publishedMeta) ?? declared('datePublished', data.pages) ?? named();
  return {
    published:
      trustLine(published, near) ??
      readTimes(page, title, lang) ??
      readNear(near) ??
      readMarkedDate(page, lang) ??
      readAttributes(page, lang) ??
      declared('dateCreated') ??
      declared('uploadDate') ??
      readAddress(url),
    modified:
      declared('dateModified') ??
      fromMeta(['article:modified_time', 'og:updated_time', 'dateModified', 'dcterms.modified', 'last-modified']),
  };
}
