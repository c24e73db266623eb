import type { ArticleMarks, ArticleVersion } from '../article/article';
import { digest, isArticleId } from './article-address';
import { record, type SummaryFields } from './article-fields';
import { noteIds } from './keys';
import { type BodyRecord, keyOf, type MetaRecord, newRev, parseBody, parseMeta, revsOf, SCHEMA_VERSION, type TextOf } from './records';
import type { StorageArea } from './storage-area';
import { claimSchema, type LibraryResult, refuse, tidy, tryLocked, type Writer } from './writer';

/*
 * An import keeps a journal, so that it can be taken back whole, whatever ended it:
 *
 *     import:<run>        ImportRun    written first
 *     import:<run>:<n>    Addition[]   what batch n is about to add; written before it is added
 */

/** One import, as the journal has it. */
export interface ImportRun {
  id: string;
  /** Name of the file. */
  name: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** `running` where it was interrupted, too: whoever runs one knows it. */
  state: 'running' | 'done';
}

/** An article that an import brings, checked and sanitised. */
export interface NewArticle {
  summary: SummaryFields;
  marks: ArticleMarks;
  /** The article as JSON; null for a link. */
  json: string | null;
  /** Texts that `json` took the place of, oldest first. */
  earlier: readonly { json: string; savedAt: number }[];
}

/** An article's id, and the time of saving it was given: it was saved anew since where that differs. */
type Addition = [id: string, savedAt: number];

const runKey = (run: string): string => `import:${run}`;
const batchKey = (run: string, batch: number): string => `import:${run}:${batch}`;

function parseRun(key: string, value: unknown): ImportRun | null {
  const { v, name, startedAt, state } = record(value);
  if (v !== 1 || typeof name !== 'string' || typeof startedAt !== 'number') return null;
  return { id: key.slice(7), name, startedAt, state: state === 'done' ? 'done' : 'running' };
}

const parseAdditions = (value: unknown): Addition[] =>
  (Array.isArray(value) ? value : []).filter(
    (entry): entry is Addition => Array.isArray(entry) && isArticleId(entry[0]) && typeof entry[1] === 'number',
  );

const setRun = ({ area }: Writer, { id, ...run }: ImportRun): Promise<void> => area.set({ [runKey(id)]: { v: 1, ...run } });

/** Key of the one import that can be taken back. */
const lastKey = 'import';

/** The import that ran last, or runs; null where it was taken back or there was none. */
export async function lastImport(area: StorageArea): Promise<ImportRun | null> {
  const last = (await area.get(lastKey))[lastKey];
  if (typeof last !== 'string') return null;
  return parseRun(runKey(last), (await area.get(runKey(last)))[runKey(last)]);
}

async function forget(area: StorageArea, run: string): Promise<void> {
  const keys: string[] = [runKey(run)];
  for (let batch = 0; batchKey(run, batch) in (await area.get(batchKey(run, batch))); batch++) keys.push(batchKey(run, batch));
  await area.remove(keys);
}

/** Begins an import; the one before it cannot be taken back any more. */
export function startImport(writer: Writer, name: string): Promise<LibraryResult<ImportRun>> {
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    const before = (await writer.area.get(lastKey))[lastKey];
    const run: ImportRun = { id: newRev(writer.now(), writer.random()), name, startedAt: writer.now(), state: 'running' };
    await setRun(writer, run);
    await writer.area.set({ [lastKey]: run.id });
    if (typeof before === 'string') await tidy(forget(writer.area, before));
    return { ok: true, value: run };
  });
}

export function endImport(writer: Writer, run: ImportRun): Promise<LibraryResult<null>> {
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    await setRun(writer, { ...run, state: 'done' });
    return { ok: true, value: null };
  });
}

async function bodyOf(writer: Writer, id: string, json: string): Promise<{ text: TextOf; body: BodyRecord }> {
  const rev = newRev(writer.now(), writer.random());
  return { text: { rev, length: json.length, hash: await digest(json) }, body: { v: SCHEMA_VERSION, id, rev, json } };
}

/** Writes bodies in one go and reads them back. */
async function writeBodies({ area }: Writer, bodies: readonly BodyRecord[]): Promise<void> {
  if (bodies.length === 0) return;
  const items = Object.fromEntries(bodies.map((body) => [keyOf.body(body.id, body.rev), body]));
  await area.set(items);
  const stored = await area.get(Object.keys(items));
  if (bodies.some((body) => parseBody(stored[keyOf.body(body.id, body.rev)])?.json !== body.json))
    throw new Error('A body read back is not the one written');
}

/**
 * Adds articles that are not saved yet: bodies first, then the metas, which are the commit. Each is there wholly or not at all; where it
 * fails, the journal knows which ones may be.
 *
 * @param batch the number of this part of the import, from 0
 * @returns how many were added; the others were saved meanwhile
 */
export function importBatch(
  writer: Writer,
  run: ImportRun,
  batch: number,
  articles: readonly NewArticle[],
): Promise<LibraryResult<number>> {
  return tryLocked(writer, async () => {
    const { area } = writer;
    await claimSchema(writer);
    const saved = await area.get(articles.map(({ summary }) => keyOf.meta(summary.id)));
    const added = articles.filter(({ summary }) => !parseMeta(saved[keyOf.meta(summary.id)]));
    const bodies: BodyRecord[] = [];
    const metas: Record<string, MetaRecord> = {};
    for (const { summary, marks, json, earlier } of added) {
      const current = json === null ? null : await bodyOf(writer, summary.id, json);
      const versions: ArticleVersion[] = [];
      for (const { json, savedAt } of earlier) {
        const { text, body } = await bodyOf(writer, summary.id, json);
        bodies.push(body);
        versions.push({ ...text, savedAt });
      }
      if (current) bodies.push(current.body);
      metas[keyOf.meta(summary.id)] = { ...summary, ...marks, v: SCHEMA_VERSION, text: current?.text ?? null, earlier: versions };
    }
    const additions = added.map(({ summary }): Addition => [summary.id, summary.savedAt]);
    await area.set({ [batchKey(run.id, batch)]: additions });
    await noteIds(
      area,
      additions.map(([id]) => id),
    );
    await writeBodies(writer, bodies);
    await area.set(metas);
    return { ok: true, value: added.length };
  });
}

/** Takes one batch back: metas first, so that nothing half gone is ever listed. */
function undoBatch(writer: Writer, run: string, batch: number): Promise<LibraryResult<number | null>> {
  return tryLocked(writer, async () => {
    await claimSchema(writer);
    const key = batchKey(run, batch);
    const stored = await writer.area.get(key);
    if (!(key in stored)) return { ok: true, value: null };
    const additions = parseAdditions(stored[key]);
    const metas = await writer.area.get(additions.map(([id]) => keyOf.meta(id)));
    const gone = additions.flatMap(([id, savedAt]) => {
      const meta = parseMeta(metas[keyOf.meta(id)]);
      return meta?.savedAt === savedAt ? [meta] : [];
    });
    await writer.area.remove(gone.map(({ id }) => keyOf.meta(id)));
    await tidy(writer.area.remove(gone.flatMap((meta) => revsOf(meta).map((rev) => keyOf.body(meta.id, rev)))));
    return { ok: true, value: gone.length };
  });
}

/**
 * Takes an import back whole. What the user saved anew since stays; what was there before was never touched. May be called again where it
 * was cut short.
 *
 * @returns how many articles went
 */
export async function undoImport(writer: Writer, run: ImportRun): Promise<LibraryResult<number>> {
  let gone = 0;
  for (let batch = 0; ; batch++) {
    const undone = await undoBatch(writer, run.id, batch);
    if (!undone.ok) return undone;
    if (undone.value === null) break;
    gone += undone.value;
  }
  const forgotten = await tryLocked(writer, async () => {
    await forget(writer.area, run.id);
    await writer.area.remove(lastKey);
    return { ok: true, value: gone };
  });
  return forgotten.ok ? forgotten : refuse(forgotten.reason);
}
