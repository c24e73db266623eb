import type { ArticleMarks, ReadingState } from '../article/article';
import { record } from './article-fields';

/** What is to become of a saved article's marks; what is left out stays. `archivedAt` follows from `state` where it is left out. */
export type MarksChange = Partial<Omit<ArticleMarks, 'tags'>> & { addTags?: readonly string[]; removeTags?: readonly string[] };

export const readingStates: readonly ReadingState[] = ['unread', 'reading', 'archived'];

/** Longest tag, in UTF-16 units, and most tags of an article: beyond real ones, so that an import cannot bloat the lists. */
const longestTag = 60;
const mostTags = 50;

/** The marks of an article just saved. */
export const freshMarks: ArticleMarks = { state: 'unread', favourite: false, tags: [], progress: 0, readAt: null, archivedAt: null };

/** A tag as it is kept: one line, single spaces, no comma (which parts tags where they are typed). Null when nothing is left. */
export function tidyTag(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const words = value
    .slice(0, 1000)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C},\s]+/gu, ' ');
  return words.trim().slice(0, longestTag).toWellFormed().trim() || null;
}

/** Two tags are the same one whatever their case. */
export const tagKey = (tag: string): string => tag.toLowerCase();

/** Good tags, each once; the first spelling stays. */
export function tidyTags(values: unknown): string[] {
  const tags = new Map<string, string>();
  for (const value of Array.isArray(values) ? values.slice(0, 10 * mostTags) : []) {
    const tag = tidyTag(value);
    if (tag !== null && !tags.has(tagKey(tag))) tags.set(tagKey(tag), tag);
  }
  return [...tags.values()].slice(0, mostTags);
}

const timeOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : null;
const isState = (value: unknown): value is ReadingState => readingStates.includes(value as ReadingState);
const share = (value: unknown): number => (typeof value === 'number' && value > 0 ? Math.min(1, value) : 0);

/** Marks out of storage or a file: each good field kept, each bad or missing one as on an article just saved. */
export function parseMarks(value: unknown): ArticleMarks {
  const raw = record(value);
  return {
    state: isState(raw.state) ? raw.state : 'unread',
    favourite: raw.favourite === true,
    tags: tidyTags(raw.tags),
    progress: share(raw.progress),
    readAt: timeOrNull(raw.readAt),
    archivedAt: timeOrNull(raw.archivedAt),
  };
}

/** A change out of a message: good fields kept, bad ones left out. */
export function parseMarksChange(value: unknown): MarksChange {
  const raw = record(value);
  return {
    ...(isState(raw.state) && { state: raw.state }),
    ...(typeof raw.favourite === 'boolean' && { favourite: raw.favourite }),
    ...(Array.isArray(raw.addTags) && { addTags: tidyTags(raw.addTags) }),
    ...(Array.isArray(raw.removeTags) && { removeTags: tidyTags(raw.removeTags) }),
    ...(typeof raw.progress === 'number' && { progress: share(raw.progress) }),
    ...(raw.readAt !== undefined && { readAt: timeOrNull(raw.readAt) }),
    ...(raw.archivedAt !== undefined && { archivedAt: timeOrNull(raw.archivedAt) }),
  };
}

function changeTags(tags: readonly string[], { addTags = [], removeTags = [] }: MarksChange): string[] {
  const gone = new Set(removeTags.map(tagKey));
  return tidyTags([...tags.filter((tag) => !gone.has(tagKey(tag))), ...addTags]);
}

/**
 * Marks after a change, and the change that takes it back. Only what really differs is in the latter, so that taking back undoes nothing
 * that another window did meanwhile.
 *
 * @param now milliseconds since 1970
 * @returns null where nothing differs
 */
export function applyMarks(marks: ArticleMarks, change: MarksChange, now: number): { marks: ArticleMarks; undo: MarksChange } | null {
  const { addTags: _add, removeTags: _remove, ...plain } = change;
  const next: ArticleMarks = { ...marks, ...plain, tags: changeTags(marks.tags, change) };
  if (change.archivedAt === undefined && next.state !== marks.state) next.archivedAt = next.state === 'archived' ? now : null;
  const undo: MarksChange = {};
  if (next.state !== marks.state) undo.state = marks.state;
  if (next.favourite !== marks.favourite) undo.favourite = marks.favourite;
  if (next.progress !== marks.progress) undo.progress = marks.progress;
  if (next.readAt !== marks.readAt) undo.readAt = marks.readAt;
  if (next.archivedAt !== marks.archivedAt) undo.archivedAt = marks.archivedAt;
  const added = next.tags.filter((tag) => !marks.tags.includes(tag));
  const removed = marks.tags.filter((tag) => !next.tags.includes(tag));
  if (added.length > 0) undo.removeTags = added;
  if (removed.length > 0) undo.addTags = removed;
  return Object.keys(undo).length === 0 ? null : { marks: next, undo };
}
