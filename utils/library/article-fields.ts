import {
  ARTICLE_VERSION,
  type Article,
  type ArticleMarks,
  type ArticleSummary,
  type Completeness,
  type OutlineHeading,
} from '../article/article';

/** An article whose markup has yet to pass `sanitise()`: as a message or storage brings it. */
export type UnsafeArticle = Omit<Article, 'contentHtml'> & { contentHtml: string };

/** Longest that each text of a list may be, in characters: far beyond real ones, so that a hostile page cannot bloat the lists. */
const longest = { url: 4000, title: 1000, line: 1000, excerpt: 2000, short: 100 } as const;
const mostHeadings = 5000;
const mostLeftOut = 1000;

type Raw = Record<string, unknown>;

export const record = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : Object.create(null);

const text = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most).toWellFormed() : '');
const textOrNull = (value: unknown, most: number): string | null => text(value, most) || null;
const count = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0);
const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest.url && /^https?:$/.test(URL.parse(value)?.protocol ?? '');

function headings(value: unknown): OutlineHeading[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostHeadings).flatMap((entry): OutlineHeading[] => {
    const { id, level, text: words, kind } = record(entry);
    if (typeof id !== 'string' || !/^cc-[\w-]{1,60}$/.test(id) || typeof words !== 'string') return [];
    const depth = Math.min(6, Math.max(2, count(level)));
    return [{ id, level: depth, text: text(words, longest.line), kind: kind === 'pseudo' ? 'pseudo' : 'native' }];
  });
}

/** The fields that article and summary share, each good one kept and each bad one emptied. */
function sharedFields(raw: Raw, url: string) {
  return {
    url,
    title: text(raw.title, longest.title),
    byline: textOrNull(raw.byline, longest.line),
    siteName: textOrNull(raw.siteName, longest.line),
    publishedTime: textOrNull(raw.publishedTime, longest.short),
    lang: textOrNull(raw.lang, longest.short),
    dir: raw.dir === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    excerpt: text(raw.excerpt, longest.excerpt),
    wordCount: count(raw.wordCount),
  };
}

const isShortDigest = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);

/** Version 1 did not say what was missing. */
function parseCompleteness({ state, share: part, missing }: Raw): Completeness {
  const share = typeof part === 'number' ? Math.min(1, Math.max(0, part)) : 1;
  if (state !== 'partial') return { state: 'whole', share, missing: null };
  return { state, share, missing: missing === 'gate' || missing === 'pages' ? missing : 'text' };
}

/**
 * Checks an article that a content script sent or storage held, field by field. Needs no document, so the background can call it.
 *
 * @returns null when it is none: no address, no markup, or made by a later version
 */
export function parseArticleFields(value: unknown): UnsafeArticle | null {
  const raw = record(value);
  if (typeof raw.version !== 'number' || raw.version > ARTICLE_VERSION || !isWebAddress(raw.url)) return null;
  if (typeof raw.contentHtml !== 'string' || raw.contentHtml === '') return null;
  return {
    version: ARTICLE_VERSION,
    ...sharedFields(raw, raw.url),
    standfirst: textOrNull(raw.standfirst, longest.excerpt),
    modifiedTime: textOrNull(raw.modifiedTime, longest.short),
    contentHtml: raw.contentHtml.toWellFormed(),
    headings: headings(raw.headings),
    completeness: parseCompleteness(record(raw.completeness)),
    ...(Array.isArray(raw.leftOut) && { leftOut: raw.leftOut.filter(isShortDigest).slice(0, mostLeftOut) }),
  };
}

/** What the lists show that comes from the article itself. */
export type SummaryFields = Omit<ArticleSummary, keyof ArticleMarks | 'hasText' | 'rev'>;

/** Checks what storage or a file says of an article without its text; null when it names none. */
export function parseSummaryFields(value: unknown): SummaryFields | null {
  const raw = record(value);
  if (typeof raw.id !== 'string' || !isWebAddress(raw.url) || typeof raw.savedAt !== 'number') return null;
  return { id: raw.id, savedAt: count(raw.savedAt), ...sharedFields(raw, raw.url) };
}

export function summarise(article: Omit<SummaryFields, 'id' | 'savedAt'>, id: string, savedAt: number): SummaryFields {
  const { url, title, byline, siteName, publishedTime, lang, dir, excerpt, wordCount } = article;
  return { id, url, title, byline, siteName, publishedTime, lang, dir, excerpt, wordCount, savedAt };
}
