import { findMonth } from './month-names';
import { collapse, findMeta, readAround, readMeta } from './page-text';
import { asText, own, type StructuredData } from './structured-data';
import { makeDay, readIsoDate, readWrittenDate } from './written-dates';

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
