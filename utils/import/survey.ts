import type { ImportEntry, Importer, ImportFault, ImportSource } from './imported';
import { MOST_ITEMS } from './limits';

/** What an import would bring, and what it would not. */
export interface Survey {
  /** Entries that can be read, of which: */
  items: number;
  withText: number;
  archived: number;
  favourites: number;
  tags: number;
  /** Twice or more often in the file; each is taken once. */
  repeated: number;
  /** In the library already; they stay as they are. */
  saved: number;
  faults: FaultList;
}

/** All are counted, the first are kept. */
export interface FaultList {
  count: number;
  first: { fault: ImportFault; where: string }[];
}

const mostKept = 200;

export const noFaults = (): FaultList => ({ count: 0, first: [] });

export function addFault(faults: FaultList, fault: ImportFault, where: string): void {
  faults.count++;
  if (faults.first.length < mostKept) faults.first.push({ fault, where });
}

/** What the library knows, asked by address. */
export interface Known {
  /** The id an address has; null for what is no web address. */
  idOf(url: string): Promise<string | null>;
  isSaved(id: string): boolean;
}

/** Entries up to the most that one import takes, and then one fault in place of the rest. */
export async function* upToMost(entries: AsyncIterable<ImportEntry>, most = MOST_ITEMS): AsyncGenerator<ImportEntry> {
  let count = 0;
  for await (const entry of entries) {
    if (++count > most) {
      yield { kind: 'fault', fault: 'too-many', where: String(most) };
      return;
    }
    yield entry;
  }
}

/**
 * Reads a file through without keeping anything of it.
 *
 * @param onCount called now and then with how many entries were seen; it may wait, so that the page can breathe
 * @throws UnreadableFile, and what `signal` was aborted with
 */
export async function surveyFile(
  importer: Importer,
  source: ImportSource,
  known: Known,
  { signal, onCount }: { signal: AbortSignal; onCount(count: number): Promise<void> },
): Promise<Survey> {
  const survey: Survey = { items: 0, withText: 0, archived: 0, favourites: 0, tags: 0, repeated: 0, saved: 0, faults: noFaults() };
  const seen = new Set<string>();
  const tags = new Set<string>();
  let count = 0;
  for await (const entry of upToMost(importer.read(source, false))) {
    if (++count % 200 === 0) await onCount(count);
    signal.throwIfAborted();
    if (entry.kind === 'fault') {
      addFault(survey.faults, entry.fault, entry.where);
      continue;
    }
    const { url, html, marks } = entry.item;
    const id = await known.idOf(url);
    if (id === null) continue;
    survey.items++;
    if (seen.has(id)) survey.repeated++;
    else if (known.isSaved(id)) survey.saved++;
    else {
      if (html !== null) survey.withText++;
      if (marks.state === 'archived') survey.archived++;
      if (marks.favourite) survey.favourites++;
      for (const tag of marks.tags) tags.add(tag.toLowerCase());
    }
    seen.add(id);
  }
  survey.tags = tags.size;
  return survey;
}
