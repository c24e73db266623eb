import { type ImportEntry, type ImportedItem, type SourceFile, UnreadableFile } from './imported';

/** Own fields of a record out of a file; nothing for what is no record. */
export function fieldsOf(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value)); // own ones only, and `__proto__` is one name among others
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
export const textOrNull = (value: unknown): string | null => textOf(value) || null;

/** Earliest time that is taken for one: before it there was no web. Milliseconds since 1970. */
const firstTime = Date.UTC(1990, 0);

/**
 * A time in any of the ways that exports write it: seconds, milliseconds or microseconds since 1970, as a number or in digits, or ISO 8601.
 *
 * @param now what lies after it is no time of saving
 * @returns milliseconds since 1970; null for what is none
 */
export function timeOf(value: unknown, now = Date.now()): number | null {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return [number * 1000, number, number / 1000].map(Math.floor).find((time) => time >= firstTime && time <= now + 86_400_000) ?? null;
  }
  // "2024-05-01 10:00:00" is written so by databases, and means UTC there.
  const time = Date.parse(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(time) || time < firstTime || time > now + 86_400_000 ? null : time;
}

/** A web address, or null. What looks like one but lacks its scheme gets one. */
export function addressOf(value: unknown): string | null {
  const text = textOf(value).slice(0, 4000);
  const url = URL.parse(text) ?? (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(text) ? URL.parse(`https://${text}`) : null);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** Tags in one text, parted by `separator`. */
export const tagsOf = (value: unknown, separator: RegExp): string[] =>
  textOf(value)
    .split(separator)
    .map((tag) => tag.trim())
    .filter(Boolean);

/** Share of the text that was read, 0 to 1, from a percentage. */
export const shareOf = (percent: unknown): number => (typeof percent === 'number' && percent > 0 ? Math.min(1, percent / 100) : 0);

/** An item of which only what is given is known. */
export function entryOf(
  where: string,
  {
    url,
    title,
    state = 'unread',
    favourite = false,
    tags = [],
    progress = 0,
    readAt = null,
    archivedAt = null,
    ...rest
  }: Partial<Omit<ImportedItem, 'marks' | 'url'> & ImportedItem['marks']> & { url: unknown },
): ImportEntry {
  const address = addressOf(url);
  if (address === null) return { kind: 'fault', fault: 'no-address', where };
  const item: ImportedItem = {
    ...{ savedAt: null, byline: null, siteName: null, publishedTime: null, lang: null, excerpt: '', html: null, backup: null, ...rest },
    url: address,
    // An address stands where the program knew no title.
    title: title && addressOf(title) === null ? title : '',
    marks: { state, favourite, tags, progress, readAt, archivedAt },
  };
  return { kind: 'item', item };
}

/** Entries of several files. Where one of them cannot be read, that is told and the others come in. */
export async function* fromEach(
  files: readonly SourceFile[],
  read: (file: SourceFile) => AsyncIterable<ImportEntry>,
): AsyncGenerator<ImportEntry> {
  for (const file of files) {
    try {
      yield* read(file);
    } catch (error) {
      if (!(error instanceof UnreadableFile) || files.length === 1) throw error;
      yield { kind: 'fault', fault: 'unreadable', where: file.path };
    }
  }
}
